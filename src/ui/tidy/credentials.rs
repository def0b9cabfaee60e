//! The credentials file: who has keys in it, and the press that takes them out.
//!
//! Not here: the keys. What is drawn of the file's text has none.

use super::{part, press};
use crate::app::effect::FocusTarget;
use crate::app::event::{Event, TidyEvent};
use crate::app::model::Model;
use crate::app::tidy::credentials::KeyRow;
use crate::app::tidy::draft::Draft;
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::plain::{button, div, p, span};
use crate::ui::text;
use std::rc::Rc;
use yew::{AttrValue, Callback};

/// More rows than this nobody scrolls through; those with a profile in the config can be removed there.
const MOST_ROWS: usize = 50;

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Option<Element> {
    let draft = model.tidy.draft();
    let credentials = draft.credentials()?;
    let leave_out = button("button plain", text::LEAVE_OUT, on, || {
        Event::Tidy(TidyEvent::LeaveOutCredentialsClicked)
    });
    let leave_out = leave_out.attr("aria-label", text::LEAVE_OUT_NAME);
    let rows = credentials.profiles().iter().take(MOST_ROWS).map(|row| profile(row, draft, on));
    let list = match credentials.profiles() {
        [] => p("empty card", text::NO_KEY_HOLDERS),
        [..] => el("ul", "entries").with_all(rows),
    };
    let rest = credentials.profiles().len().saturating_sub(MOST_ROWS);
    let rest = (rest > 0).then(|| p("small quiet", text::more_profiles(rest)));
    let part = part(FocusTarget::Credentials.id(), text::CREDENTIALS, leave_out);
    Some(
        part.with(p("small quiet", text::CREDENTIALS_HINT))
            .with(alone(draft, on))
            .with(list)
            .with(rest),
    )
}

/// Without a config beside it, it may have been meant for one.
fn alone(draft: &Draft, on: &Callback<Event>) -> Option<Element> {
    draft.is_empty().then(|| {
        let mine = button("button", text::IT_IS_MY_CONFIG, on, || {
            Event::Tidy(TidyEvent::TakeAsConfigClicked)
        });
        div("note info").with(p("", text::TAKEN_AS_CREDENTIALS)).with(div("actions").with(mine))
    })
}

/// A profile that the config has too goes from here alone; its other button is there.
fn profile(row: &KeyRow, draft: &Draft, on: &Callback<Event>) -> Element {
    let name = Rc::clone(&row.name);
    let is_in_config = draft.overview().has(&row.name);
    let label = if is_in_config {
        text::remove_from_credentials(&row.name)
    } else {
        text::remove_profile(&row.name)
    };
    let remove = press("button plain", on, move || {
        let name = Rc::clone(&name);
        if is_in_config {
            TidyEvent::RemoveKeysClicked(name)
        } else {
            TidyEvent::RemoveClicked(name)
        }
    });
    let beside = [text::holds(row.holds).to_owned(), text::line(row.line)].join(" · ");
    let what = div("what")
        .with(el("strong", "").text(AttrValue::from(Rc::clone(&row.name))))
        .with(span("id", beside));
    el("li", "entry")
        .key(text::line(row.line))
        .with(what)
        .with(remove.attr("aria-label", label).text(text::REMOVE))
}
