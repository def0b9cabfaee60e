//! What "Set up" says when something goes wrong between this page, its relay and AWS: what happened, why, what next.

use super::text::SESSION_ENDED;
use crate::numbers::count;
use onramp_domain::aws::{CallError, Denial, ErrorKind, RelayRefusal};
use onramp_domain::device_flow::{FlowFailure, Retrying, SignedOutReason};
use onramp_domain::listing::Progress;
use std::fmt::Write as _;

/// A headline, and what follows from it.
pub struct Message {
    pub title: &'static str,
    pub text: String,
}

fn message(title: &'static str, text: impl Into<String>) -> Message {
    Message { title, text: text.into() }
}

/// Why a sign-in failed.
pub fn flow_failure(failure: &FlowFailure) -> Message {
    match failure {
        FlowFailure::Expired(error) => message("The code has expired", expired(error.as_ref())),
        FlowFailure::Denied(Denial::Person, _) => message(
            "AWS says no to this sign-in",
            "Someone chose Deny access, or the wrong person was signed in. You can try again right away, and choose Allow access. If the code at AWS wasn't the one you saw here, denying was right: someone may have sent you their code.",
        ),
        FlowFailure::Denied(Denial::EncryptionKey, _) => message(
            "Your organization's key refused the sign-in",
            "Your organization encrypts Identity Center with a key of its own, and that key can't be used right now. Show the details to whoever looks after AWS. Trying again helps once the key works.",
        ),
        FlowFailure::WrongPlace(_) => message(
            "AWS doesn't know this start URL in this region",
            "Either the start URL has a typo, or the SSO region is another one. Compare both with your guide. The address of your portal's sign-in page starts with the region, like https://eu-west-1.signin.aws. If your start URL has your company's name in it, try the one that begins with d-.",
        ),
        FlowFailure::CodeNotValid(_) => message(
            "AWS no longer takes this code",
            "It was used already, or you approved it while this page couldn't reach AWS. Get a new code and approve that one.",
        ),
        FlowFailure::ClientRefused(_) => message(
            "AWS refused to register this page",
            "That's not your fault. Show the details to whoever runs this page.",
        ),
        FlowFailure::NoRelay(_) => message(
            "This page has no relay to AWS",
            "A browser may not call AWS's sign-in directly, so this page's host has to pass the calls on, and it doesn't. Tell whoever runs it. “Check a token” and “Tidy my config” work all the same.",
        ),
        FlowFailure::Refused(error) => {
            message("The call was refused on its way to AWS", refused(error))
        }
        FlowFailure::NoAnswer(error) => message("No answer from AWS", no_answer(error)),
        FlowFailure::Unexpected(_) => message(
            "AWS gave an answer we don't know",
            "Try again. If it stays like this, show the details to whoever runs this page.",
        ),
    }
}

/// AWS's own word for it is the ordinary case; any other error is what kept us from asking.
fn expired(error: Option<&CallError>) -> &'static str {
    if error.is_none_or(|error| error.kind == ErrorKind::ExpiredToken) {
        "A code lasts about ten minutes. Get a new one and approve it at AWS."
    } else {
        "We couldn't ask AWS in time whether you had approved it. Check your connection, then get a new code."
    }
}

fn refused(error: &CallError) -> &'static str {
    match error.kind {
        ErrorKind::Relay(RelayRefusal::NotOffered) => {
            "This page's relay doesn't know the region or the call. Check the SSO region. If it's right, ask whoever runs this page to update it."
        }
        ErrorKind::Relay(RelayRefusal::RegionNotAllowed) => {
            "Whoever runs this page lets it sign in to some regions only, and this isn't one of them. Check the SSO region. If it's right, ask them to add it."
        }
        ErrorKind::Relay(RelayRefusal::StartUrlNotAllowed) => {
            "Whoever runs this page lets it sign in at some start URLs only, and this isn't one of them. Check the start URL. If it's right, ask them to add it."
        }
        ErrorKind::Relay(RelayRefusal::Forbidden) => {
            "This page's relay takes calls from its own page only. Open the page at the address your company gave you, not a copy or a frame of it."
        }
        ErrorKind::Forbidden => {
            "Your organization may allow sign-ins from some networks only, and this page's relay isn't in one of them. Show the details to whoever runs this page."
        }
        _ => "This page's relay didn't take the call. Show the details to whoever runs this page.",
    }
}

fn no_answer(error: &CallError) -> &'static str {
    match error.kind {
        ErrorKind::Unreachable => {
            "We couldn't reach this page's relay. Check that you're online, and on the VPN if your company has one. Then try again."
        }
        ErrorKind::Throttled | ErrorKind::Relay(RelayRefusal::Throttled) => {
            "There are too many requests right now. Wait a minute and try again."
        }
        ErrorKind::Relay(_) => "The relay couldn't reach AWS. Try again in a moment.",
        _ => "AWS had an internal error, several times in a row. Try again in a moment.",
    }
}

/// What keeps us from asking AWS while a code waits.
pub fn retrying(retrying: &Retrying) -> &'static str {
    match retrying.error.kind {
        ErrorKind::Unreachable => {
            "We can't reach this page's relay right now and keep trying. Your code is still good."
        }
        ErrorKind::Throttled | ErrorKind::Relay(RelayRefusal::Throttled) => {
            "We're asked to slow down, so it may take a little longer until we see your approval."
        }
        _ => "AWS isn't answering well right now. We keep trying. Your code is still good.",
    }
}

/// The session ended while the list is on screen.
pub fn session_ended(reason: &SignedOutReason) -> Message {
    let text = match reason {
        SignedOutReason::Expired(Some(_)) => {
            "We couldn't reach AWS to renew it. What you chose is still here, and you can still save it."
        }
        _ => {
            "AWS ended it, or its time was up. What you chose is still here, and you can still save it. Sign in again to list more."
        }
    };
    message(SESSION_ENDED, text)
}

/// Why the list isn't complete.
pub fn incomplete(progress: &Progress) -> Message {
    let why = match progress.failed {
        0 => "AWS stopped answering before it had listed every account.".to_owned(),
        failed => format!("AWS didn't list the roles of {}.", count(failed, "account", "accounts")),
    };
    message("This list isn't complete", why + " What is here is right, and you can use it.")
}

/// A call's error for somebody who looks into it: one fact a line.
pub fn call_details(error: &CallError) -> String {
    let mut text = format!("call: {}\nmeaning: {}", error.operation.name(), error.kind);
    let status = error.status.map(|status| status.to_string());
    for (name, value) in [
        ("status", &status),
        ("error", &error.code),
        ("text", &error.text),
        ("reason", &error.reason),
        ("AWS request id", &error.request_id),
    ] {
        if let Some(value) = value {
            let _ = write!(text, "\n{name}: {value}");
        }
    }
    text
}
