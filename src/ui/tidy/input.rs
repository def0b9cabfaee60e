//! The box for the config, and where the file is found.

use super::press;
use crate::app::event::{Event, TidyEvent};
use crate::app::model::Model;
use crate::app::tidy::config_text::ConfigText;
use crate::shell;
use crate::ui::parts::element::{Element, el};
use crate::ui::text;
use yew::Callback;
use yew::virtual_dom::ListenerKind;

const FIELD: &str = "config-file";

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Element {
    let fault = model.tidy.fault().map(text::file_fault);
    el("div", "card stack")
        .with(text_box(model, on))
        .with(fault.map(|fault| el("p", "note bad").attr("role", "alert").text(fault)))
        .with(buttons(on))
        .with(where_it_is())
}

fn text_box(model: &Model, on: &Callback<Event>) -> Element {
    let pasted = on.clone();
    let field = el("textarea", "")
        .attr("id", "config")
        .attr("placeholder", text::CONFIG_PLACEHOLDER)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("wrap", "off")
        .attr("aria-describedby", "config-hint")
        .value(model.tidy.draft().boxed().expose())
        .heard(ListenerKind::onpaste, move |event| {
            if let Some(text) = shell::pasted_config(&event) {
                event.prevent_default();
                pasted.emit(Event::Tidy(TidyEvent::ConfigPasted(text)));
            }
        })
        .entered(on, |text| Event::Tidy(TidyEvent::ConfigTyped(ConfigText::new(text))));
    el("div", "field")
        .with(el("label", "").attr("for", "config").text(text::YOUR_CONFIG))
        .with(field)
        .with(el("p", "hint").attr("id", "config-hint").text(text::YOUR_CONFIG_HINT))
}

fn buttons(on: &Callback<Event>) -> Element {
    let report = on.reform(|files| Event::Tidy(TidyEvent::FilesRead(files)));
    let files = el("input", "")
        .attr("type", "file")
        .attr("id", FIELD)
        .attr("multiple", "multiple")
        .attr("hidden", "hidden")
        .heard(ListenerKind::onchange, move |event| shell::chosen_config(&event, report.clone()));
    let choose = el("button", "button")
        .attr("type", "button")
        .heard(ListenerKind::onclick, |_| shell::open_file_window(FIELD))
        .text(text::CHOOSE_CONFIG);
    let clear = press("button plain", on, || TidyEvent::ClearClicked).text(text::CLEAR);
    el("div", "actions").with(files).with(choose).with(clear)
}

fn where_it_is() -> Element {
    let facts = text::WHERE_CONFIG_IS_TEXT
        .into_iter()
        .fold(el("dl", "facts small"), |facts, (system, how)| {
            facts.with(el("dt", "").text(system)).with(el("dd", "").text(how))
        });
    el("details", "").with(el("summary", "").text(text::WHERE_CONFIG_IS)).with(facts)
}
