//! AWS's refusals, as its answers are read; and effects by their names.

use crate::app::effect::Effect;
use crate::app::event::Alarm;
use onramp_domain::answer::{CallError, Reply, ReplyBody, classify};
use onramp_domain::call::Call;
use onramp_domain::wire::ErrorBody;

/// OIDC refuses a call with this code.
pub(crate) fn refusal(call: Call, status: u16, error: &str) -> CallError {
    refused(call, status, &ErrorBody { error: Some(error.to_owned()), ..ErrorBody::default() })
}

/// The portal refuses a token.
pub(crate) fn unauthorized(call: Call) -> CallError {
    let kind = Some("x#UnauthorizedException".to_owned());
    refused(call, 401, &ErrorBody { kind, ..ErrorBody::default() })
}

/// A call is refused with this body.
pub(crate) fn refused(call: Call, status: u16, body: &ErrorBody) -> CallError {
    let reply = Reply {
        status,
        content_type: Some("application/json"),
        error_type: None,
        request_id: Some("r-1"),
        retry_after: None,
        body: ReplyBody::Json(body),
    };
    classify(call, reply)
}

/// A static host answers, which knows nothing of calls.
pub(crate) fn no_relay(call: Call) -> CallError {
    let reply = Reply {
        status: 404,
        content_type: Some("text/html"),
        error_type: None,
        request_id: None,
        retry_after: None,
        body: ReplyBody::Text("<h1>Not Found</h1>"),
    };
    classify(call, reply)
}

/// The effects' names: what they hold has tests of its own.
pub(crate) fn brief(effects: &[Effect]) -> String {
    let name = |effect: &Effect| {
        let debug = format!("{effect:?}");
        assert!(!debug.contains("SECRET"), "{debug}");
        match effect {
            Effect::WakeAt(_, Alarm::Second) => "Tick".to_owned(),
            Effect::WakeAt(_, Alarm::Flow(_)) => "WakeFlow".to_owned(),
            Effect::WakeAt(_, Alarm::Listing(_)) => "WakeListing".to_owned(),
            Effect::Focus(target) => format!("Focus({target:?})"),
            Effect::ReplaceAddress(address) => format!("ReplaceAddress({address})"),
            _ => debug.split('(').next().unwrap_or_default().to_owned(),
        }
    };
    effects.iter().map(name).collect::<Vec<_>>().join(", ")
}
