//! What follows from a message. Routes each screen's messages to it; decides only what concerns the page as a whole.
//!
//! Pure, and exhaustive: a message that makes no sense in a state changes nothing.

use super::early::Early;
use super::model::Model;
use super::msg::Msg;
use crate::commands::CommandShell;
use crate::effect::{Effect, ElementId, HandOff, Timer};
use crate::file_text::ReadFile;
use crate::host_config::HostSettings;
use crate::route::{Prefill, Route, Screen};
use crate::screens::setup::msg::{ChooseMsg, UseItMsg};
use crate::screens::{config, platform, setup, token};
use crate::shared::{Copied, Presence};
use chrono::{DateTime, TimeDelta, Utc};

/// Where focus goes as another screen comes: its heading.
pub const HEADING: ElementId = ElementId("heading");
/// Where the skip link leads.
pub(super) const MAIN: ElementId = ElementId("main");

/// The page as it is opened at an address, after what was done before it was there.
pub fn open(route: Route, early: &Early, now: DateTime<Utc>) -> (Model, Vec<Effect>) {
    let mut model = Model { screen: route.screen, ..Model::default() };
    let mut effects = vec![Effect::FetchHostConfig];
    effects.extend(link_opened(&mut model, route.prefill, now));
    let mut effects = delivered(&mut model, effects, now);
    tick(&mut model, now, &mut effects);
    for msg in early.messages() {
        effects.extend(update(&mut model, msg, now));
    }
    (model, effects)
}

/// Changes the model; gives what is to be done now.
#[must_use]
pub fn update(model: &mut Model, msg: Msg, now: DateTime<Utc>) -> Vec<Effect> {
    model.shared.copied.age(now);
    let effects = match msg {
        Msg::AddressChanged(route) => address_changed(model, route, now),
        // From another screen it leads to what is open there.
        Msg::HistoryMoved(open) if model.screen == Screen::Setup => {
            to_setup(model, setup::Msg::HistoryMoved(open), now)
        }
        Msg::HistoryMoved(_) => vec![],
        Msg::HostConfigFetched(fetched) => {
            model.shared.host = match fetched {
                Ok(config) => HostSettings::Ready(config.unwrap_or_default()),
                Err(_) => HostSettings::Unreadable,
            };
            let accent = model.shared.host.config().and_then(|config| config.accent.clone());
            let mut effects = to_setup(model, setup::Msg::HostConfigFetched, now);
            effects.extend(accent.map(|accent| Effect::SetAccent(Some(accent))));
            if model.screen == Screen::Platform {
                effects.extend(to_platform(model, platform::Msg::Entered));
            }
            effects
        }
        Msg::Woke(Timer::Tick) => {
            model.tick_at = None;
            to_setup(model, setup::Msg::Ticked, now)
        }
        Msg::Woke(Timer::SignInEnds) => {
            let presence = match model.screen {
                Screen::Token => model.shared.presence,
                Screen::Setup | Screen::Config | Screen::Help | Screen::Platform => Presence::Away,
            };
            to_token(model, token::Msg::Woke(presence), now)
        }
        Msg::Woke(Timer::ConfigPause) => to_config(model, config::Msg::PauseOver, now),
        Msg::CameBack => {
            model.shared.presence = Presence::Here;
            to_setup(model, setup::Msg::CameBack, now)
        }
        Msg::WentAway => {
            model.shared.presence = Presence::Away;
            vec![]
        }
        Msg::FilesRead { sequence, files } if is_newer(model, sequence) => match model.screen {
            Screen::Config => to_config(model, config::Msg::FilesRead(files), now),
            Screen::Token => to_token(model, token::Msg::FilesRead(files), now),
            Screen::Setup | Screen::Help | Screen::Platform => open_in_token(model, files, now),
        },
        Msg::FolderDropped { sequence, opened } if is_newer(model, sequence) => {
            to_config(model, config::Msg::FolderOpened(opened), now)
        }
        Msg::FilesRead { .. } | Msg::FolderDropped { .. } => vec![],
        Msg::FoldersOffered => {
            model.shared.opens_folders = true;
            vec![]
        }
        Msg::WindowsFound => {
            model.shared.command_shell = CommandShell::PowerShell;
            vec![]
        }
        Msg::FolderOpened(screen, opened) => match screen {
            Screen::Setup => to_setup(model, use_it(UseItMsg::FolderOpened(opened)), now),
            Screen::Config => to_config(model, config::Msg::FolderOpened(opened), now),
            Screen::Token | Screen::Help | Screen::Platform => vec![],
        },
        Msg::FolderAnswered(screen, folder, answer) => match screen {
            Screen::Setup => to_setup(model, use_it(UseItMsg::FolderAnswered(folder, answer)), now),
            Screen::Config => to_config(model, config::Msg::FolderAnswered(folder, answer), now),
            Screen::Token | Screen::Help | Screen::Platform => vec![],
        },
        Msg::Copied(button, text, Ok(())) => {
            model.shared.copied = Copied::Done(button, text, now);
            vec![]
        }
        Msg::Copied(_, _, Err(_)) => {
            model.shared.copied = Copied::Refused;
            vec![]
        }
        Msg::SkipClicked => vec![Effect::Focus(MAIN)],
        Msg::Setup(msg) => to_setup(model, msg, now),
        Msg::Token(msg) => to_token(model, msg, now),
        Msg::Config(msg) => to_config(model, msg, now),
        Msg::Platform(msg) => to_platform(model, msg),
    };
    let mut effects = delivered(model, effects, now);
    for effect in &effects {
        // Coming back to it fills in nothing anew.
        if let Effect::ReplaceAddress(hash) = effect {
            model.prefill = Route::parse("", hash).prefill;
        }
    }
    tick(model, now, &mut effects);
    effects
}

fn use_it(msg: UseItMsg) -> setup::Msg {
    setup::Msg::UseIt(msg)
}

fn to_setup(model: &mut Model, msg: setup::Msg, now: DateTime<Utc>) -> Vec<Effect> {
    let effects = setup::update(&mut model.setup, msg, &model.shared, now);
    from(Screen::Setup, effects, model)
}

fn to_token(model: &mut Model, msg: token::Msg, now: DateTime<Utc>) -> Vec<Effect> {
    let effects = token::update(&mut model.token, msg, &model.shared, now);
    from(Screen::Token, effects, model)
}

fn to_config(model: &mut Model, msg: config::Msg, now: DateTime<Utc>) -> Vec<Effect> {
    let effects = config::update(&mut model.config, msg, &model.shared, now);
    from(Screen::Config, effects, model)
}

fn to_platform(model: &mut Model, msg: platform::Msg) -> Vec<Effect> {
    platform::update(&mut model.platform, msg, &model.shared)
}

/// A screen that isn't shown moves neither the focus nor the address of the one that is.
fn from(screen: Screen, mut effects: Vec<Effect>, model: &Model) -> Vec<Effect> {
    if screen != model.screen {
        effects.retain(|effect| {
            !matches!(
                effect,
                Effect::Focus(_) | Effect::ReplaceAddress(_) | Effect::PushEntry { .. }
            )
        });
    }
    effects
}

fn address_changed(model: &mut Model, route: Route, now: DateTime<Utc>) -> Vec<Effect> {
    let Route { screen, prefill } = route;
    let mut effects = Vec::new();
    if screen != model.screen {
        if model.screen == Screen::Token {
            effects.extend(to_token(model, token::Msg::Left, now));
        }
        if model.screen == Screen::Platform {
            effects.extend(to_platform(model, platform::Msg::Left));
        }
        model.screen = screen;
        model.shared.copied = Copied::Nothing;
        if screen == Screen::Platform {
            effects.extend(to_platform(model, platform::Msg::Entered));
        }
        effects.push(Effect::Focus(HEADING));
    }
    effects.extend(link_opened(model, prefill, now));
    effects
}

/// A link that fills in what is filled in already, or nothing, leaves the form alone.
fn link_opened(model: &mut Model, prefill: Prefill, now: DateTime<Utc>) -> Vec<Effect> {
    if prefill == model.prefill || prefill == Prefill::default() {
        return vec![];
    }
    model.prefill = prefill.clone();
    to_setup(model, setup::Msg::LinkOpened(prefill), now)
}

/// An older choice of files that took longer to read is dropped.
fn is_newer(model: &mut Model, sequence: u32) -> bool {
    let newer = sequence > model.files_sequence;
    if newer {
        model.files_sequence = sequence;
    }
    newer
}

/// Gives what screens have for each other to them, until only effects for the shell are left.
fn delivered(model: &mut Model, effects: Vec<Effect>, now: DateTime<Utc>) -> Vec<Effect> {
    let mut left = Vec::with_capacity(effects.len());
    for effect in effects {
        if let Effect::HandOff(given) = effect {
            let more = hand_off(model, given, now);
            left.extend(delivered(model, more, now));
        } else {
            left.push(effect);
        }
    }
    left
}

fn hand_off(model: &mut Model, given: HandOff, now: DateTime<Utc>) -> Vec<Effect> {
    match given {
        HandOff::MergeProfiles(entries) => {
            to_config(model, config::Msg::ProfilesGiven(entries), now)
        }
        HandOff::OpenFolderInConfig(folder, files) => {
            to_config(model, config::Msg::FolderOpened(Ok((folder, files))), now)
        }
        HandOff::PortalListed(listing) => to_config(model, config::Msg::PortalListed(listing), now),
        HandOff::OpenInConfig(file) => {
            let mut effects = vec![Effect::Navigate(Screen::Config)];
            effects.extend(to_config(model, config::Msg::FilesRead(vec![file]), now));
            effects
        }
        HandOff::ListAgain => to_setup(model, setup::Msg::Choose(ChooseMsg::ListAgainClicked), now),
        HandOff::SetupNames(names) => to_token(model, token::Msg::SetupNames(names), now),
        HandOff::ConfigNames(names) => to_token(model, token::Msg::ConfigNames(names), now),
        HandOff::OpenInToken(file) => open_in_token(model, vec![file], now),
        HandOff::CommandShell(shell) => {
            model.shared.command_shell = shell;
            vec![]
        }
    }
}

fn open_in_token(model: &mut Model, files: Vec<ReadFile>, now: DateTime<Utc>) -> Vec<Effect> {
    let mut effects = vec![Effect::Navigate(Screen::Token)];
    effects.extend(to_token(model, token::Msg::FilesRead(files), now));
    effects
}

/// How long it is from one tick to the next at most, whatever happens to the clock.
const LONGEST_TICK: TimeDelta = TimeDelta::seconds(60);

/// Asks to be woken when something on screen changes by itself.
fn tick(model: &mut Model, now: DateTime<Utc>, effects: &mut Vec<Effect>) {
    let on_screen = match model.screen {
        Screen::Setup => model.setup.next_tick(now),
        Screen::Token => token::next_tick(&model.token, now),
        Screen::Config | Screen::Help | Screen::Platform => None,
    };
    let copied = matches!(model.shared.copied, Copied::Done(..));
    let copied = copied.then(|| now + TimeDelta::seconds(1));
    let Some(due) = on_screen.into_iter().chain(copied).min() else { return };
    let due = due.clamp(now, now + LONGEST_TICK);
    let is_set = model.tick_at.is_some_and(|set| set <= due && set > now);
    if !is_set {
        model.tick_at = Some(due);
        effects.push(Effect::WakeAt(due, Timer::Tick));
    }
}
