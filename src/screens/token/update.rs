//! What follows from a message on "Check a token".

use super::advice;
use super::msg::{Copyable, Msg};
use super::state::{GivenConfig, Notice, NoticeOf, Notifications, State};
use super::text;
use crate::effect::{CopyId, Effect, ElementId, HandOff, Timer};
use crate::file_text::FileText;
use crate::shared::{Presence, Shared};
use chrono::{DateTime, Utc};
use onramp_domain::cache_file::{TerminalLines, reminder};

/// Where the answers are, which the focus goes to when there are new ones.
pub const RESULT: ElementId = ElementId("result");

/// Changes the state; gives what is to be done now.
#[must_use]
pub fn update(state: &mut State, msg: Msg, shared: &Shared, now: DateTime<Utc>) -> Vec<Effect> {
    match msg {
        Msg::TextEntered(text) => {
            state.check_box(text);
            state.watch();
            wake(state, now)
        }
        Msg::FilesRead(files) => {
            state.check_files(files);
            state.watch();
            let mut effects = wake(state, now);
            effects.push(Effect::Focus(RESULT));
            effects
        }
        Msg::SearchEntered(text) => {
            state.search = Some(text);
            vec![]
        }
        Msg::CopyClicked(what) => copy(state, what, shared, now),
        Msg::CommandShellChosen(shell) => vec![Effect::HandOff(HandOff::CommandShell(shell))],
        Msg::ReminderClicked(place) => remind(state, place, shared, now),
        Msg::NotifyClicked => {
            state.notifications.click();
            let asks = state.notifications == Notifications::Asking;
            asks.then_some(Effect::AskToNotify).into_iter().collect()
        }
        Msg::NotifyAnswered(permission) => {
            state.notifications.answer(permission, now);
            state.watch();
            wake(state, now)
        }
        Msg::OpenInConfigClicked => {
            let file = state.given_config.as_ref().map(GivenConfig::file);
            file.map(|file| Effect::HandOff(HandOff::OpenInConfig(file))).into_iter().collect()
        }
        Msg::ClearClicked => {
            state.clear();
            vec![]
        }
        Msg::SetupNames(names) => {
            state.set_up = names;
            vec![]
        }
        Msg::ConfigNames(names) => {
            state.tidy_config = names;
            vec![]
        }
        Msg::Entered => {
            state.presence = Presence::Here;
            vec![]
        }
        Msg::Left => {
            // Until now the screen itself has told.
            let told = tell(state, shared, now);
            state.leave();
            told
        }
        Msg::Ticked => vec![],
        Msg::Woke => tell(state, shared, now),
    }
}

/// Says what is due of the sign-ins that are watched, and asks to be woken for what is to come.
fn tell(state: &mut State, shared: &Shared, now: DateTime<Utc>) -> Vec<Effect> {
    let notify = |Notice { what, session }: Notice| Effect::Notify {
        title: match what {
            NoticeOf::EndsSoon => text::ENDS_SOON,
            NoticeOf::Ended => text::HAS_ENDED,
        },
        body: session.map_or_else(String::new, |name| text::session(&name)).into(),
    };
    let mut effects: Vec<Effect> =
        state.notices(shared.presence, now).into_iter().map(notify).collect();
    effects.extend(wake(state, now));
    effects
}

fn wake(state: &State, now: DateTime<Utc>) -> Vec<Effect> {
    let next = state.notifications.watch().and_then(|watch| watch.next_wake(now));
    next.map(|at| Effect::WakeAt(at, Timer::SignInEnds)).into_iter().collect()
}

fn copy(state: &State, what: Copyable, shared: &Shared, now: DateTime<Utc>) -> Vec<Effect> {
    let line = line(state, what, shared, now);
    line.map(|line| Effect::Copy { button: what.id(), text: FileText::new(line) })
        .into_iter()
        .collect()
}

fn line(state: &State, what: Copyable, shared: &Shared, now: DateTime<Utc>) -> Option<String> {
    let owners = state.owners();
    let advice = match what {
        Copyable::CommandForAll => advice::for_all(state, &owners, now),
        Copyable::Command(place) => advice::for_answer(state.answers.get(place)?, &owners, now),
        Copyable::TerminalLine(place) => {
            let TerminalLines { jq, powershell, python } = TerminalLines::of(owners.searched()?);
            return [jq, powershell, python].into_iter().nth(place);
        }
    };
    Some(advice?.command(&owners, shared.command_shell).line)
}

/// A calendar entry for an answer's end, which names the command that helps then.
fn remind(state: &State, place: usize, shared: &Shared, now: DateTime<Utc>) -> Vec<Effect> {
    let Some(answer) = state.answers.get(place) else { return vec![] };
    let Some(at) = answer.expires_at() else { return vec![] };
    let owners = state.owners();
    let log_in = owners.log_in(&owners.ownership(answer), shared.command_shell);
    let text = reminder(at, now, &text::reminder(&log_in.line));
    vec![Effect::Download { name: "aws-sign-in.ics", text: FileText::new(text) }]
}

impl Copyable {
    pub fn id(self) -> CopyId {
        match self {
            Copyable::CommandForAll => CopyId("command-for-all", 0),
            Copyable::Command(place) => CopyId("command", place),
            Copyable::TerminalLine(place) => CopyId("terminal-line", place),
        }
    }
}
