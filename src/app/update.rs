//! What follows from an event: the next model, and what is to be done.
//!
//! Not here: doing it. Pure, and one exhaustive `match`: an event that makes no sense in a state changes nothing.

use super::effect::{CopyTarget, Effect};
use super::event::{Alarm, Event};
use super::model::{Copied, Model, Presence, Ticking};
use super::piece::{Arrival, Piece};
use super::route::{Route, Screen};
use super::setup::Center;
use super::site::Site;
use super::tidy;
use super::token;
use chrono::{DateTime, TimeDelta, Utc};
use onramp_domain::{device_flow, listing};

/// The page as it is opened at an address.
pub fn open(route: Route, now: DateTime<Utc>) -> (Model, Vec<Effect>) {
    let Route { screen, prefill } = route;
    let mut center = Center::default();
    center.fill_in(&prefill, Site::Loading.file());
    let mut model = Model {
        now,
        screen,
        prefill,
        site: Site::Loading,
        center,
        piece: Arrival::default(),
        token: token::room::Room::default(),
        tidy: tidy::room::Room::default(),
        command_shell: Default::default(),
        copied: Copied::Nothing,
        seen: Default::default(),
        ticking: Ticking::Idle,
        presence: Presence::Here,
    };
    let mut effects = vec![Effect::FetchSite];
    effects.extend(load(&mut model));
    (model, effects)
}

/// The next model, and what is to be done now.
#[must_use]
pub fn update(mut model: Model, event: Event, now: DateTime<Utc>) -> (Model, Vec<Effect>) {
    model.now = now;
    model.copied = model.copied.aged(now);
    let mut effects = match event {
        Event::AddressChanged(route) => address_changed(&mut model, route),
        Event::SiteGot(Ok(file)) => {
            let file = file.unwrap_or_default();
            if model.center.form().is_untouched() {
                model.center.fill_in(&model.prefill, &file);
            }
            model.site = Site::Ready(file);
            vec![]
        }
        Event::SiteGot(Err(_)) => {
            model.site = Site::Unreadable;
            vec![]
        }
        Event::Woke(Alarm::Flow(attempt)) => {
            model.center.flow_input(device_flow::Input::Woke(attempt), now)
        }
        Event::Woke(Alarm::Listing(attempt)) => {
            model.center.listing_input(listing::Input::Woke(attempt), now)
        }
        Event::Woke(Alarm::Tidy) => {
            model.tidy.woke();
            vec![]
        }
        Event::Woke(Alarm::Second) => {
            model.ticking = Ticking::Idle;
            model.center.show();
            vec![]
        }
        Event::WentAway => {
            model.presence = Presence::Away;
            vec![]
        }
        Event::CameBack => {
            model.presence = Presence::Here;
            let mut effects = model.center.flow_input(device_flow::Input::CameBack, now);
            effects.extend(model.center.listing_input(listing::Input::CameBack, now));
            effects
        }
        Event::CopyClicked(CopyTarget::Link, hash) => vec![Effect::CopyLink(hash)],
        // No event holds a config file's text; it may have keys in it.
        Event::CopyClicked(
            target @ (CopyTarget::NewConfig | CopyTarget::NewCredentials | CopyTarget::Patch),
            _,
        ) => model.tidy.copy(target),
        Event::CopyClicked(target, text) => vec![Effect::Copy(target, text)],
        Event::Copied(target, Ok(())) => {
            model.copied = Copied::Done(target, now);
            vec![]
        }
        Event::Copied(_, Err(_)) => {
            model.copied = Copied::Refused;
            vec![]
        }
        Event::ShellChosen(shell) => {
            model.command_shell = shell;
            vec![]
        }
        Event::ListScrolled(seen) => {
            model.seen = seen;
            vec![]
        }
        Event::Portal(event) => model.center.portal_event(event, now),
        Event::Flow(input) => model.center.flow_input(input, now),
        Event::Listing(input) => model.center.listing_input(input, now),
        Event::Choice(event) => model.center.choice_event(event, now),
        Event::Token(event) => model.token.event(event, model.tidy.here(), now),
        Event::MergeIntoConfigClicked => {
            model.tidy.take_in(model.center.choice().entries());
            model.piece.wanted()
        }
        Event::PieceWanted => model.piece.wanted(),
        Event::PieceLoaded(Ok(Piece { token, tidy, views })) => {
            model.piece = Arrival::Here(views);
            model.token.came(token);
            model.tidy.came(tidy, model.center.choice().entries(), now);
            vec![]
        }
        Event::PieceLoaded(Err(_)) => {
            model.piece = Arrival::Failed;
            vec![]
        }
        Event::Tidy(event) => model.tidy.event(event, now),
    };
    if model.screen == Screen::Tidy {
        model.tidy.look_back(&model.center);
    }
    effects.extend(model.token.notices(&model.center, model.presence, now));
    tick(&mut model, now, &mut effects);
    if let Some(pause) = model.tidy.take_pause() {
        effects.push(Effect::WakeAt(now + pause, Alarm::Tidy));
    }
    (model, effects)
}

fn address_changed(model: &mut Model, route: Route) -> Vec<Effect> {
    let Route { screen, prefill } = route;
    // Leaving "Check a token" is leaving what was checked there.
    if model.screen == Screen::Token && screen != Screen::Token {
        model.token.left();
    }
    model.screen = screen;
    model.copied = Copied::Nothing;
    if prefill != model.prefill && prefill != Default::default() {
        model.center.fill_in(&prefill, model.site.file());
        model.prefill = prefill;
    }
    load(model)
}

/// What comes later is loaded when a screen of it is gone to.
fn load(model: &mut Model) -> Vec<Effect> {
    match model.screen {
        Screen::Token | Screen::Tidy => model.piece.wanted(),
        Screen::SetUp | Screen::Help => vec![],
    }
}

/// Count-downs move on once a second, as long as there are any.
fn tick(model: &mut Model, now: DateTime<Utc>, effects: &mut Vec<Effect>) {
    let counts = match model.screen {
        Screen::SetUp => model.center.counts(),
        Screen::Token => model.token.counts(),
        Screen::Tidy | Screen::Help => false,
    };
    let counts = counts || matches!(model.copied, Copied::Done(..));
    if counts && model.ticking == Ticking::Idle {
        model.ticking = Ticking::Set;
        effects.push(Effect::WakeAt(now + TimeDelta::seconds(1), Alarm::Second));
    }
}

#[cfg(test)]
mod tests;
