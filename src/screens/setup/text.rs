//! What "Set up" says around the steps: the title, the steps' names, the tab's title, what a screen reader is told.

use super::state::Step;
use crate::host_config::HostSettings;
use crate::numbers::{count, grouped};
use onramp_domain::Region;
use onramp_domain::listing::{Phase, Progress};

pub const LEAD: &str = "Sign in to AWS in your browser, pick the roles you need, and save one block. It takes about two minutes, and there are no access keys to look after.";
/// On a phone, where there is no terminal: said before anything is done in vain.
pub const ON_PHONE: &str =
    "The last step is in a terminal, so open this page on the computer that you work on.";
pub const EDIT: &str = "Edit";
pub const START_OVER: &str = "Edit start URL or region";
pub const EDIT_CONNECT: &str = "Edit where you connect";
pub const EDIT_CHOICE: &str = "Edit your choice";
pub const SIGN_OUT: &str = "Sign out";
pub const DETAILS: &str = "Details";
pub const ASKING_AWS: &str = "Asking AWS for a code…";

/// The page's headline.
pub fn headline(company: Option<&str>) -> String {
    match company {
        Some(company) => format!("AWS at {company}"),
        None => "Set up the AWS CLI".to_owned(),
    }
}

/// What the start page of a company says.
pub fn lead(company: Option<&str>) -> String {
    match company {
        Some(company) => format!(
            "Sign in with your {company} account, choose your roles, and your terminal is ready. It takes about two minutes."
        ),
        None => LEAD.to_owned(),
    }
}

/// What of `onramp.json` could not be read.
pub fn unread(host: &HostSettings) -> Option<String> {
    match host {
        HostSettings::Unreadable => Some("We can't read this page's onramp.json, so your company's settings are missing. You can go on without them. Tell whoever runs this page.".to_owned()),
        HostSettings::Ready(config) if !config.left_out.is_empty() => Some(format!(
            "We can't read this part of this page's onramp.json, and go on without it: {}. Tell whoever runs this page.",
            config.left_out.join(", ")
        )),
        HostSettings::Ready(_) | HostSettings::Loading => None,
    }
}

/// A step's name.
pub fn step(step: Step) -> &'static str {
    match step {
        Step::Connect => "Connect",
        Step::Approve => "Approve",
        Step::Choose => "Choose",
        Step::UseIt => "Use it",
    }
}

/// What a step that is still to come is about.
pub fn ahead(step: Step) -> &'static str {
    match step {
        Step::Connect => "Say where you sign in",
        Step::Approve => "AWS asks if it's you",
        Step::Choose => "Pick accounts and roles",
        Step::UseIt => "Save, log in, test",
    }
}

/// "Step 2 of 4".
pub fn place(step: Step) -> String {
    format!("Step {} of 4", step as usize + 1)
}

/// Where one is connected: "acme.awsapps.com · Europe (Ireland)".
pub fn connected(start_url: &str, region: &Region) -> String {
    format!("{} · {}", host(start_url), region.name())
}

pub const SIGNED_IN: &str = "Signed in";

/// The same of a session that the CLI has too, and renews there.
pub fn signed_in_with_cli(left: &str) -> String {
    format!("{left} left · your CLI is signed in too, and Sign out ends both")
}

/// The same of one that nobody renews. Behind it stands when it ends: `today, 18:05`.
pub fn signed_in_for(left: &str) -> String {
    format!("Signed in · {left} left · ends ")
}

pub const SESSION_ENDED: &str = "Your session has ended";

/// What a screen reader is told of the code.
pub fn code_announced(code: &str) -> String {
    format!("Your code is {code}. Open AWS to approve it.")
}

/// And of the list.
pub fn listing_announced(progress: &Progress, phase: &Phase) -> String {
    match phase {
        Phase::Finished => format!(
            "Listed {} with {}.",
            count(progress.accounts, "account", "accounts"),
            count(progress.roles, "role", "roles")
        ),
        Phase::Idle
        | Phase::Running
        | Phase::AwaitingToken
        | Phase::Interrupted(_)
        | Phase::Stopped => "Asking AWS for your accounts…".to_owned(),
    }
}

/// And of a filter.
pub fn filter_announced(shown: usize, chosen: usize) -> String {
    format!("{} shown, {} chosen.", count(shown, "role", "roles"), grouped(chosen))
}

/// And of a choice. Without a total, which changes as the list arrives.
pub fn selection_announced(chosen: usize) -> String {
    format!("{} chosen.", count(chosen, "role", "roles"))
}

/// The tab's title while a code waits.
pub fn waiting_title(seconds: i64) -> String {
    format!("({}) Waiting for you at AWS", clock(seconds))
}

pub const APPROVED_TITLE: &str = "✓ Approved";
pub const FAILED_TITLE: &str = "Sign-in failed";
pub const ENDED_TITLE: &str = "Session ended";
pub const USE_IT_TITLE: &str = "Finish on your computer";
pub const DONE_TITLE: &str = "You're in";

/// An address's host.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// A count-down: `9:05`, `1:02:03`.
pub fn clock(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// How long, to the minute: `7 h 58 min`, `4 min`.
pub fn minutes(seconds: i64) -> String {
    let minutes = (seconds.max(0) + 59) / 60;
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_well() {
        assert_eq!([545, 3723, -1].map(clock), ["9:05", "1:02:03", "0:00"]);
        assert_eq!([28_680, 7200, 61, 0].map(minutes), ["7 h 58 min", "2 h", "2 min", "0 min"]);
    }

    #[test]
    fn an_addresss_host_is_what_people_know_it_by() {
        assert_eq!(host("https://acme.awsapps.com/start#/"), "acme.awsapps.com");
        assert_eq!(host("acme.awsapps.com"), "acme.awsapps.com");
    }
}
