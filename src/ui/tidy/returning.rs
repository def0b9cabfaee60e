//! What changed at the portal: roles to add, profiles to remove, and one press for all that is ticked.

use super::remarks::more;
use super::{part, press};
use crate::app::event::{ChoiceEvent, Event, ReturningEvent, TidyEvent};
use crate::app::model::Model;
use crate::app::setup::Step;
use crate::app::tidy::List;
use crate::app::tidy::returning::{State, portal_to_see};
use crate::ui::parts::element::{Element, Told, el};
use crate::ui::parts::plain::{button, div, p, span};
use crate::ui::text;
use onramp_domain::config::Since;
use yew::{Callback, Html};

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Option<Element> {
    let part = || part("returning", text::RETURNING, Html::default());
    match model.tidy.returning().state() {
        State::Nothing => offer(model),
        State::Listing => Some(part().with(p("empty card", text::RETURNING_LISTING))),
        State::Told(since) => Some(told(part(), since, model, on)),
    }
}

/// Nobody is signed in: where one would have to.
fn offer(model: &Model) -> Option<Element> {
    if model.center.step() != Step::Where {
        return None;
    }
    let (host, link) = portal_to_see(model.tidy.draft())?;
    let link = el("a", "").attr("href", link).text(text::SIGN_IN_TO_SEE);
    Some(p("small quiet", text::roles_come_and_go(&host)).text(" ").with(link))
}

fn told(part: Element, since: &Since, model: &Model, on: &Callback<Event>) -> Element {
    let is_quiet = since.new.is_empty() && since.gone.is_empty();
    let nothing = is_quiet && since.unknown == 0 && since.renamed.is_empty();
    let renamed = since.renamed.iter().map(|renamed| p("note info small", text::renamed(renamed)));
    let told = div("stack")
        .with(nothing.then(|| p("note good", text::NOTHING_CHANGED)))
        .with((!since.new.is_empty()).then(|| new(since, model, on)))
        .with((!since.gone.is_empty()).then(|| gone(since, model, on)))
        .with_all(renamed)
        .with((since.unknown > 0).then(|| unknown(since, model, on)))
        .with((!is_quiet).then(|| update(model, on)));
    part.with(told)
}

fn new(since: &Since, model: &Model, on: &Callback<Event>) -> Element {
    let (returning, shown) = (model.tidy.returning(), model.tidy.shown(List::New));
    let rows = since.new.iter().take(shown).enumerate().map(|(place, new)| {
        let tick = checkbox(on, move || ReturningEvent::NewToggled(place))
            .checked(returning.is_wanted(new))
            .attr("aria-label", text::add_role(new));
        row(tick, new.role.as_str().to_owned(), text::new_role(new))
    });
    let all = checkbox(on, || ReturningEvent::AllNewToggled)
        .checked(returning.ticked().0 == since.new.len());
    div("stack-s")
        .with(head(since.new.len(), text::new_roles, all, text::ADD_ALL_NEW))
        .with(el("ul", "entries").with_all(rows))
        .with(more(since.new.len(), shown, List::New, on))
}

fn gone(since: &Since, model: &Model, on: &Callback<Event>) -> Element {
    let (returning, shown) = (model.tidy.returning(), model.tidy.shown(List::Gone));
    let rows = since.gone.iter().take(shown).enumerate().map(|(place, gone)| {
        let tick = checkbox(on, move || ReturningEvent::GoneToggled(place))
            .checked(returning.is_unwanted(&gone.profile))
            .attr("aria-label", text::remove_gone(gone));
        row(tick, gone.profile.to_string(), text::gone_profile(gone))
    });
    let all = checkbox(on, || ReturningEvent::AllGoneToggled)
        .checked(returning.ticked().1 == since.gone.len());
    div("stack-s")
        .with(head(since.gone.len(), text::gone_profiles, all, text::REMOVE_ALL_GONE))
        .with(el("ul", "entries").with_all(rows))
        .with(more(since.gone.len(), shown, List::Gone, on))
}

/// How many there are, and, of several, the box for all.
fn head(count: usize, title: fn(usize) -> String, all: Element, name: &'static str) -> Element {
    let all = (count > 1).then(|| el("label", "check").with(all).text(name));
    div("list-head").with(el("h3", "").text(title(count))).with(all)
}

fn row(tick: Element, name: String, beside: String) -> Element {
    let what = div("what").with(el("strong", "").text(name)).with(span("id", beside));
    el("li", "entry").with(el("label", "check").with(tick).with(what))
}

fn checkbox(on: &Callback<Event>, event: impl Fn() -> ReturningEvent + 'static) -> Element {
    let on = on.clone();
    el("input", "")
        .attr("type", "checkbox")
        .heard(Told::Click, move |_| on.emit(Event::Tidy(TidyEvent::Returning(event()))))
}

/// What the lists don't tell, and the press that asks AWS again.
fn unknown(since: &Since, model: &Model, on: &Callback<Event>) -> Element {
    let again = model.center.can_retry().then(|| {
        button("button", text::RETRY_FAILED, on, || Event::Choice(ChoiceEvent::RetryClicked))
    });
    div("note warn stack-s")
        .with(p("", text::unknown_profiles(since.unknown)))
        .with(again.map(|again| div("actions").with(again)))
}

fn update(model: &Model, on: &Callback<Event>) -> Element {
    let (wanted, unwanted) = model.tidy.returning().ticked();
    let nothing = (wanted + unwanted == 0).then_some("disabled");
    let update =
        press("button primary", on, || TidyEvent::UpdateClicked).attr_if("disabled", nothing);
    div("stack-s").with(p("small quiet", text::RETURNING_HINT)).with(
        div("list-head")
            .with(span("small quiet tabular", text::ticked(wanted, unwanted)))
            .with(update.text(text::UPDATE)),
    )
}
