//! The pages themselves, as HTML without a script.
//!
//! Not here: which page is shown when.

use crate::center::authorization::Authorization;
use crate::center::decision::Outcome;
use crate::portals::Portal;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::json;

/// A page, but for what all of them have.
pub(super) struct Page {
    title: &'static str,
    head: Markup,
    main: Markup,
}

impl Page {
    fn new(title: &'static str, main: Markup) -> Page {
        Page { title, head: html! {}, main }
    }

    /// The whole document, `root` being the way up to the router's root, such as `../`.
    pub(super) fn document(self, root: &str) -> String {
        let document = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) }
                    link rel="stylesheet" href={ (root) "approval.css" };
                    (self.head)
                }
                body {
                    main { (self.main) }
                    footer { "A simulated IAM Identity Center. Nothing here reaches AWS." }
                }
            }
        };
        document.into_string()
    }
}

/// How a start page tells its region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tells {
    /// In `<meta name="region">` and in the JSON element `#env`.
    MetaAndEnv,
    /// In `#env` alone.
    Env,
}

/// The question: may this client act for you?
pub(super) fn consent(authorization: &Authorization) -> Page {
    let portal = authorization.portal;
    let host = portal.start_url().trim_start_matches("https://");
    Page::new(
        "Allow access",
        html! {
            p.who { "Sign in as " strong { (portal.person()) } " at " span.host { (host) } }
            h1 { "Allow " em { (authorization.client_name) } " to access your data?" }
            p { "Compare this code with the one you were shown. If they differ, or if you did not begin this yourself, deny access." }
            p.code { (authorization.user_code) }
            p { (authorization.client_name) " will see your accounts and roles here, and can use them until your session ends." }
            form method="post" {
                input type="hidden" name="user_code" value=(authorization.user_code);
                button.primary type="submit" name="answer" value="allow" { "Allow access" }
                button type="submit" name="answer" value="deny" { "Deny access" }
            }
        },
    )
}

/// Where the address doesn't have the code.
pub(super) fn enter_code() -> Page {
    Page::new(
        "Enter code",
        html! {
            h1 { "Enter the code you were shown" }
            (code_form())
        },
    )
}

/// What came of it.
pub(super) fn ended(outcome: Outcome) -> Page {
    let (title, text) = match outcome {
        Outcome::Approved => {
            ("Request approved", "You can close this window and go back to where you began.")
        }
        Outcome::Denied => ("Request denied", "Nothing was allowed. You can close this window."),
        Outcome::InvalidCode => (
            "Invalid code",
            "No sign-in waits under this code here. Check it against the one you were shown.",
        ),
        Outcome::Expired => {
            ("Code expired", "This code has run out. Begin the sign-in again for a new one.")
        }
        Outcome::InvalidGrant => ("Invalid grant provided", "The request could not be completed."),
        Outcome::DoesNotCompute => (
            "Something doesn't compute",
            "We couldn't verify your sign-in credentials. Please try again.",
        ),
    };
    Page::new(
        title,
        html! {
            h1 { (title) }
            p { (text) }
        },
    )
}

/// A portal's start page before anybody has signed in.
pub(super) fn start(portal: Portal, tells: Tells) -> Page {
    let region = portal.region();
    let env = json!({ "region": region.id(), "partition": region.partition().id() });
    let head = html! {
        @if tells == Tells::MetaAndEnv { meta name="region" content=(region); }
        script id="env" type="application/json" { (PreEscaped(env.to_string())) }
    };
    let main = html! {
        h1 { "AWS access portal" }
        p { "If a program asked you to come here, enter the code it shows." }
        (code_form())
    };
    Page { title: "AWS access portal", head, main }
}

/// For an address at which AWS has nothing either.
pub(super) fn nothing_here() -> Page {
    Page::new("Not found", html! { h1 { "There is nothing at this address" } })
}

fn code_form() -> Markup {
    html! {
        form method="get" {
            label for="user_code" { "Code" }
            input id="user_code" name="user_code" autocomplete="off" autocapitalize="characters" spellcheck="false" required;
            button.primary type="submit" { "Next" }
        }
    }
}
