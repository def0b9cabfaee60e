//! How the sign-in is written, and who needs which way.

use crate::app::event::{ChoiceEvent, Event};
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::field::{labelled, option, select};
use crate::ui::parts::plain::{details, div, p};
use crate::ui::text;
use onramp_domain::entry::Format;
use yew::Callback;

pub(super) fn view(chosen: Format, on: &Callback<Event>) -> Element {
    let control = select("format", on, |name| {
        let format = Format::ALL.into_iter().find(|format| text::format(*format) == name);
        Event::Choice(ChoiceEvent::FormatChosen(format.unwrap_or(Format::SsoSession)))
    });
    let name = text::format(chosen);
    let options =
        Format::ALL.map(|format| option(text::format(format), text::format(format), name));
    let hint = p("hint", text::format_hint(chosen)).attr("id", "format-hint");
    div("stack-s")
        .with(labelled("format", text::FORMAT, control.with_all(options)).with(hint))
        .with(details(text::WHO_NEEDS_WHICH).with(users()))
}

fn users() -> Element {
    Format::ALL.into_iter().fold(el("dl", "facts small"), |facts, format| {
        facts
            .with(el("dt", "").text(text::format(format)))
            .with(el("dd", "").text(text::format_users(format)))
    })
}
