//! What is in the config: its profiles by what they get their credentials from.

use super::remarks::more;
use super::{convert, part, press};
use crate::app::effect::FocusTarget;
use crate::app::event::{Event, TidyEvent};
use crate::app::model::Model;
use crate::app::tidy::List;
use crate::app::tidy::draft::{Done, Draft, ToDo};
use crate::app::tidy::overview::{Group, Row};
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::field::as_typed;
use crate::ui::parts::plain::{div, p, span};
use crate::ui::text;
use std::rc::Rc;
use yew::{AttrValue, Callback};

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Option<Element> {
    let (tidy, draft) = (&model.tidy, model.tidy.draft());
    if draft.is_empty() {
        return None;
    }
    let overview = draft.overview();
    let count = text::overview(overview.profiles(), overview.accounts());
    let part = part(FocusTarget::Profiles.id(), text::PROFILES, span("small quiet tabular", count));
    let removed = match draft.done() {
        Done::Removed(name, from) => Some(p("note info", text::removed_hint(name, *from, draft))),
        Done::Nothing
        | Done::Opened
        | Done::Typed
        | Done::CredentialsOpened
        | Done::CredentialsClosed
        | Done::Fixed
        | Done::FixedAll { .. }
        | Done::Merged(_)
        | Done::Converted(_)
        | Done::Updated { .. } => None,
    };
    let filter = tidy.filter().trim().to_lowercase();
    let limit = tidy.shown(List::Profiles);
    let mut matching = 0;
    let mut list = el("ul", "entries");
    for (place, group) in overview.groups().iter().enumerate() {
        let before = matching;
        let mut rows = Vec::new();
        for row in group.rows.iter().filter(|row| row.matches(&filter)) {
            if matching < limit {
                rows.push(profile(row, draft, on));
            }
            matching += 1;
        }
        if before < limit && (matching > before || filter.is_empty()) {
            list = list.with(head(place, group, on)).with_all(rows);
        }
    }
    let nothing = match (overview.groups().is_empty(), matching) {
        (true, _) if draft.to_do() == ToDo::Everything => Some(p("empty card", text::LOOKING)),
        (true, _) => Some(p("empty card", text::NO_PROFILES)),
        (false, 0) if !filter.is_empty() => Some(p("empty card", text::NO_PROFILE_MATCHES)),
        (false, _) => None,
    };
    let list = nothing.is_none().then_some(list);
    Some(
        part.with(removed)
            .with(filter_box(tidy.filter(), overview.profiles(), on))
            .with(nothing)
            .with(list)
            .with(more(matching, limit, List::Profiles, on)),
    )
}

/// Only where there is something to look for.
fn filter_box(filter: &str, profiles: usize, on: &Callback<Event>) -> Option<Element> {
    (profiles > 8).then(|| {
        as_typed(el("input", ""))
            .attr("type", "search")
            .attr("aria-label", text::FILTER_PROFILES)
            .attr("placeholder", text::FILTER_PROFILES_PLACEHOLDER)
            .value(filter)
            .entered(on, |text| Event::Tidy(TidyEvent::FilterEntered(text)))
    })
}

fn head(place: usize, group: &Group, on: &Callback<Event>) -> Element {
    let (name, beside) = text::group(&group.kind);
    let what = div("what")
        .with(el("h3", "").text(name))
        .with((!beside.is_empty()).then(|| span("id", beside)))
        .with(convert::others(place, group, on));
    let nobody = group.rows.is_empty().then(|| span("small quiet", text::NOBODY));
    el("li", "entry head").with(what).with(nobody).with(convert::to_session(place, group, on))
}

fn profile(row: &Row, draft: &Draft, on: &Callback<Event>) -> Element {
    let name = Rc::clone(&row.name);
    let details = [&row.account_id, &row.role].into_iter().filter(|text| !text.is_empty());
    let details: Vec<&str> = details.map(|text| &**text).collect();
    let remove = press("button plain", on, move || TidyEvent::RemoveClicked(Rc::clone(&name)))
        .attr("aria-label", text::remove_profile(&row.name))
        .text(text::REMOVE);
    let also = draft.credentials().filter(|credentials| credentials.has(&row.name));
    let also = also.map(|_| text::IN_CREDENTIALS.to_owned());
    let beside = details.into_iter().map(str::to_owned).chain([text::line(row.line)]).chain(also);
    let what = div("what")
        .with(el("strong", "").text(AttrValue::from(Rc::clone(&row.name))))
        .with(span("id", beside.collect::<Vec<_>>().join(" · ")));
    el("li", "entry").key(&*row.name).with(what).with(remove)
}
