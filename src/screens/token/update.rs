//! What follows from a message on "Check a token".

use super::advice;
use super::msg::{Copyable, Msg};
use super::state::{GivenConfig, Notice, Notifications, State};
use super::text;
use crate::effect::{CopyId, Effect, ElementId, HandOff, Timer};
use crate::file_text::FileText;
use crate::shared::{Presence, Shared};
use chrono::{DateTime, Utc};
use onramp_domain::cache_file::{reminder, terminal_lines};

/// Where the answers are, which the focus goes to when there are new ones.
pub const RESULT: ElementId = ElementId("result");
/// Where it goes when they are cleared.
pub const HEADING: ElementId = ElementId("heading");

/// Changes the state; gives what is to be done now.
#[must_use]
pub fn update(state: &mut State, msg: Msg, shared: &Shared, now: DateTime<Utc>) -> Vec<Effect> {
    match msg {
        Msg::TextEntered(text) => {
            state.check_box(text);
            watch(state, now)
        }
        Msg::FilesRead(files) => {
            state.check_files(files);
            let mut effects = watch(state, now);
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
            let asks = matches!(state.notifications, Notifications::Asking);
            Vec::from_iter(asks.then_some(Effect::AskToNotify))
        }
        Msg::NotifyAnswered(permission) => {
            state.notifications.answer(permission, now);
            watch(state, now)
        }
        Msg::OpenInConfigClicked => {
            let given = state.given_config.as_ref();
            let open = |given: &GivenConfig| HandOff::OpenInConfig(given.file.clone());
            Vec::from_iter(given.map(open).map(Effect::HandOff))
        }
        Msg::ClearClicked => {
            state.forget_all();
            state.notifications = Notifications::Off;
            vec![Effect::Focus(HEADING)]
        }
        Msg::SetupNames(names) => {
            state.set_up = names;
            vec![]
        }
        Msg::ConfigNames(names) => {
            state.tidy_config = names;
            vec![]
        }
        Msg::Left => {
            // Until now the screen itself has told.
            let told = tell(state, shared.presence, now);
            state.forget_all();
            told
        }
        Msg::Woke(presence) => tell(state, presence, now),
    }
}

/// Says what is due of the sign-ins that are watched, and asks to be woken for what is to come.
fn tell(state: &mut State, presence: Presence, now: DateTime<Utc>) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (notice, session) in state.notifications.notices(presence, now) {
        let title = match notice {
            Notice::EndsSoon => text::ENDS_SOON,
            Notice::Ended => text::HAS_ENDED,
        };
        let body = session.map_or_else(String::new, |name| text::session(&name)).into();
        effects.push(Effect::Notify { title, body });
    }
    effects.extend(wake(state, now));
    effects
}

/// Watches the sign-ins of the answers too, where that is wanted.
fn watch(state: &mut State, now: DateTime<Utc>) -> Vec<Effect> {
    state.watch();
    Vec::from_iter(wake(state, now))
}

fn wake(state: &State, now: DateTime<Utc>) -> Option<Effect> {
    let next = state.notifications.watch()?.next_wake(now)?;
    Some(Effect::WakeAt(next, Timer::SignInEnds))
}

fn copy(state: &State, what: Copyable, shared: &Shared, now: DateTime<Utc>) -> Vec<Effect> {
    let line = line(state, what, shared, now);
    let text = line.map(FileText::new);
    Vec::from_iter(text.map(|text| Effect::Copy { button: what.id(), text }))
}

fn line(state: &State, what: Copyable, shared: &Shared, now: DateTime<Utc>) -> Option<String> {
    let owners = state.owners();
    let advice = match what {
        Copyable::CommandForAll => advice::for_all(state, &owners, now),
        Copyable::Command(place) => {
            let answer = state.answers.get(place)?;
            advice::for_answer(answer, owners.ownership(answer), owners.config, now)
        }
        Copyable::TerminalLine(place) => {
            return terminal_lines(owners.searched.as_ref()?).into_iter().nth(place);
        }
    };
    Some(advice?.command(&owners, shared.command_shell))
}

/// A calendar entry for an answer's end, which names the command that helps then.
fn remind(state: &State, place: usize, shared: &Shared, now: DateTime<Utc>) -> Vec<Effect> {
    let Some(answer) = state.answers.get(place) else { return vec![] };
    let Some(at) = answer.expires_at() else { return vec![] };
    let owners = state.owners();
    let log_in = owners.log_in(&owners.ownership(answer), shared.command_shell);
    let text = reminder(at, now, &text::reminder(&log_in));
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
