//! The sentences for what goes wrong between this page, its relay and AWS.

use onramp_domain::answer::{CallError, CallFailure, Denial, RelayRefusal};
use onramp_domain::device_flow::{Farewell, FlowFailure, SignedOutReason, Trouble};
use onramp_domain::listing::Progress;
use std::fmt::Write as _;

/// A headline, and what follows from it.
pub(in crate::ui) struct Said {
    /// What happened.
    pub(in crate::ui) title: &'static str,
    /// Why, and what to do next.
    pub(in crate::ui) text: String,
}

fn said(title: &'static str, text: impl Into<String>) -> Said {
    Said { title, text: text.into() }
}

/// Why a sign-in failed.
pub(in crate::ui) fn flow_failure(failure: &FlowFailure) -> Said {
    match failure {
        FlowFailure::Expired(error) => said("The code has run out", run_out(error.as_ref())),
        FlowFailure::Denied(Denial::Person, _) => said(
            "The sign-in was denied",
            "Somebody pressed “Deny access” at AWS. If it was you and by mistake, try again and press “Allow access”.",
        ),
        FlowFailure::Denied(Denial::EncryptionKey, _) => said(
            "Your organisation's key refused the sign-in",
            "Identity Center is encrypted with a key of your organisation's that can't be used right now. Whoever looks after AWS can mend that; show them the details.",
        ),
        FlowFailure::WrongPlace(_) => said(
            "AWS does not know this start URL in this region",
            "Either the start URL has a typo, or the SSO region is another. Compare both with your guide; the region also stands at the top right of your AWS access portal. If your start URL has a name of your company's in it, try the form that begins with d-.",
        ),
        FlowFailure::CodeNotValid(_) => said(
            "AWS does not take the code any more",
            "It was used already, or your approval came while this page could not reach AWS. Get a new code and approve it once more.",
        ),
        FlowFailure::ClientRefused(_) => said(
            "AWS refused to register this page",
            "That is no fault of yours. Show the details to whoever hosts this page.",
        ),
        FlowFailure::NoRelay(_) => said(
            "This page has no relay to AWS",
            "Browsers may not call AWS's sign-in directly, so the host of this page has to pass the calls on, and it doesn't. Tell whoever hosts it. “Check a token” works all the same.",
        ),
        FlowFailure::Refused(error) => {
            said("The call was refused on its way to AWS", refused(error))
        }
        FlowFailure::NoAnswer(error) => said("No answer from AWS", no_answer(error)),
        FlowFailure::Unexpected(_) => said(
            "AWS answered something unexpected",
            "Try again. If it stays, show the details to whoever hosts this page.",
        ),
    }
}

/// AWS's own word for it is the ordinary case; any other error is what stood in the way of asking.
fn run_out(error: Option<&CallError>) -> &'static str {
    match error.map(|error| error.kind) {
        None | Some(CallFailure::ExpiredToken) => {
            "A code holds for about ten minutes. Get a new one and approve it at AWS."
        }
        Some(_) => {
            "AWS could not be asked in time whether you had approved it. Check your connection, then get a new code."
        }
    }
}

fn refused(error: &CallError) -> &'static str {
    match error.kind {
        CallFailure::Relay(RelayRefusal::NotOffered) => {
            "This page's relay does not know the region or the call. Check the SSO region; if it is right, ask whoever hosts this page to update it."
        }
        CallFailure::Relay(RelayRefusal::Forbidden) => {
            "This page's relay takes calls from its own page only. Open the page at the address your company gave you, not through a copy or a frame."
        }
        CallFailure::Forbidden => {
            "Your organisation may allow sign-ins from some networks only, and this page's relay is not in one of them. Show the details to whoever hosts this page."
        }
        _ => {
            "This page's relay did not take the call. Show the details to whoever hosts this page."
        }
    }
}

fn no_answer(error: &CallError) -> &'static str {
    match error.kind {
        CallFailure::Unreachable => {
            "The page could not reach its relay. Check that you are online, and on the VPN if your company has one; then try again."
        }
        CallFailure::Relay(_) => "The relay could not reach AWS. Try again in a moment.",
        CallFailure::Throttled => {
            "AWS gets too many requests just now. Wait a minute and try again."
        }
        _ => "AWS had an internal error, several times in a row. Try again in a moment.",
    }
}

/// One line more for a denial.
pub(in crate::ui) fn denied_hint(denial: Denial) -> &'static str {
    match denial {
        Denial::Person => {
            "Did the code at AWS differ from the one here? Then denying was right: somebody may have sent you their code."
        }
        Denial::EncryptionKey => "Trying again helps only after the key works again.",
    }
}

/// What stands in the way while waiting.
pub(in crate::ui) fn trouble(trouble: &Trouble) -> &'static str {
    match trouble.error().kind {
        CallFailure::Unreachable => {
            "The page can't reach its relay just now. It keeps trying; your code stays good."
        }
        CallFailure::Throttled | CallFailure::Relay(RelayRefusal::Throttled) => {
            "AWS asks for a slower pace. The page waits a little longer between two questions."
        }
        _ => "AWS does not answer well just now. The page keeps trying; your code stays good.",
    }
}

/// Why nobody is signed in, above the form.
pub(in crate::ui) fn signed_out(reason: &SignedOutReason) -> &'static str {
    match reason {
        SignedOutReason::Fresh => "",
        SignedOutReason::Cancelled => "Sign-in cancelled. The code is void for this page.",
        SignedOutReason::SignedOut(Farewell::Asked(_)) => "Signing out at AWS…",
        SignedOutReason::SignedOut(Farewell::Confirmed) => "Signed out, here and at AWS.",
        SignedOutReason::SignedOut(Farewell::Unconfirmed(_)) => {
            "Signed out here. AWS could not be told, so the session ends there by itself, in an hour or so."
        }
        SignedOutReason::SessionEnded(_) | SignedOutReason::Expired(_) => "Your session has ended.",
    }
}

/// The session ended while the list is on screen.
pub(in crate::ui) fn session_ended(reason: &SignedOutReason) -> Said {
    match reason {
        SignedOutReason::Expired(Some(_)) => said(
            "Your session has ended",
            "It could not be renewed, because AWS could not be reached. What you chose is still here, and the block can still be copied.",
        ),
        _ => said(
            "Your session has ended",
            "AWS ended it, or its time was up. What you chose is still here, and the block can still be copied. Sign in again to go on listing.",
        ),
    }
}

/// Why the list is not whole.
pub(in crate::ui) fn listing_fault(progress: &Progress) -> Said {
    let accounts = super::count(progress.failed, "account's roles", "accounts' roles");
    let text = match progress.failed {
        0 => "AWS stopped answering before every account was listed. What is here is right, and can be used.".to_owned(),
        _ => format!("{accounts} could not be listed. What is here is right, and can be used."),
    };
    said(super::INCOMPLETE, text)
}

/// The call's error for somebody who looks into it: one fact a line.
pub(in crate::ui) fn call_details(error: &CallError) -> String {
    let mut text = format!("call: {}\nmeaning: {}", error.call.name(), error.kind);
    let mut line = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            let _ = write!(text, "\n{name}: {value}");
        }
    };
    line("status", error.status.map(|status| status.to_string()).as_deref());
    line("error", error.code.as_deref());
    line("text", error.text.as_deref());
    line("reason", error.reason.as_deref());
    line("AWS request id", error.request_id.as_deref());
    text
}
