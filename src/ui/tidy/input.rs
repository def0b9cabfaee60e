//! The box for the config, and where the file is found.

use crate::app::event::{Event, TidyEvent};
use crate::app::model::Model;
use crate::app::tidy::config_text::ConfigText;
use crate::shell;
use crate::ui::parts::element::{Element, Told, el};
use crate::ui::parts::field::{as_typed, labelled};
use crate::ui::parts::plain::{alert_line, button, details, div, p};
use crate::ui::text;
use yew::Callback;

const FIELD: &str = "config-file";

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Element {
    let fault = model.tidy.fault().map(text::file_fault);
    div("card stack")
        .with(text_box(model, on))
        .with(part(model, on))
        .with(fault.map(|fault| alert_line("note bad", fault)))
        .with(buttons(on))
        .with(where_it_is())
}

fn text_box(model: &Model, on: &Callback<Event>) -> Element {
    let pasted = on.clone();
    let field = as_typed(el("textarea", ""))
        .attr("id", "config")
        .attr("placeholder", text::CONFIG_PLACEHOLDER)
        .attr("wrap", "off")
        .attr("aria-describedby", "config-hint")
        .value(model.tidy.boxed())
        .heard(Told::Paste, move |event| {
            if let Some(text) = shell::pasted_config(&event) {
                event.prevent_default();
                pasted.emit(Event::Tidy(TidyEvent::ConfigPasted(text)));
            }
        })
        .entered(on, |text| Event::Tidy(TidyEvent::ConfigTyped(ConfigText::new(text))));
    labelled("config", text::YOUR_CONFIG, field)
        .with(p("hint", text::YOUR_CONFIG_HINT).attr("id", "config-hint"))
}

/// Which part of a long text is in the box, and the way to the others.
fn part(model: &Model, on: &Callback<Event>) -> Option<Element> {
    let (lines, all) = model.tidy.part().lines()?;
    let earlier = button("button", text::EARLIER, on, || Event::Tidy(TidyEvent::EarlierClicked));
    let later = button("button", text::LATER, on, || Event::Tidy(TidyEvent::LaterClicked));
    let line = as_typed(el("input", "line-number"))
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("aria-label", text::GO_TO_LINE)
        .attr("placeholder", text::GO_TO_LINE)
        .entered(on, |line| Event::Tidy(TidyEvent::LineEntered(line)));
    Some(
        div("stack-s")
            .with(p("small quiet tabular", text::box_part(lines, all)))
            .with(div("actions").with(earlier).with(later).with(line)),
    )
}

fn buttons(on: &Callback<Event>) -> Element {
    let report = on.reform(|files| Event::Tidy(TidyEvent::FilesRead(files)));
    let files = el("input", "")
        .attr("type", "file")
        .attr("id", FIELD)
        .attr("multiple", "multiple")
        .attr("hidden", "hidden")
        .heard(Told::Change, move |event| shell::chosen_config(&event, report.clone()));
    let choose = el("button", "button")
        .attr("type", "button")
        .heard(Told::Click, |_| shell::press(FIELD))
        .text(text::CHOOSE_CONFIG);
    let clear = button("button plain", text::CLEAR, on, || Event::Tidy(TidyEvent::ClearClicked));
    div("actions").with(files).with(choose).with(clear)
}

fn where_it_is() -> Element {
    let facts = text::WHERE_CONFIG_IS_TEXT
        .into_iter()
        .fold(el("dl", "facts small"), |facts, (system, how)| {
            facts.with(el("dt", "").text(system)).with(el("dd", "").text(how))
        });
    details(text::WHERE_CONFIG_IS).with(facts)
}
