//! The box for the config, and where the file is found.

use crate::app::event::{Event, TidyEvent};
use crate::app::model::Model;
use crate::app::tidy::config_text::ConfigText;
use crate::app::tidy::disk::Folders;
use crate::shell;
use crate::ui::parts::element::{Element, Told, el};
use crate::ui::parts::field::{as_typed, labelled};
use crate::ui::parts::files::{chooser, where_it_is};
use crate::ui::parts::plain::{alert_line, button, div, p};
use crate::ui::text;
use yew::Callback;

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Element {
    let fault = model.tidy.fault().map(text::file_fault);
    div("card stack")
        .with(text_box(model, on))
        .with(part(model, on))
        .with(fault.map(|fault| alert_line("note bad", fault)))
        .with(buttons(model, on))
        .with(where_it_is(text::WHERE_CONFIG_IS, &text::WHERE_CONFIG_IS_TEXT))
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

/// First the folder, where the browser opens it: then both files come at once, and can be saved in place.
fn buttons(model: &Model, on: &Callback<Event>) -> Element {
    let send = on.clone();
    let chosen = move |event| shell::chosen_config(&event, send.clone());
    let draft = model.tidy.draft();
    let is_first = draft.is_empty() && draft.credentials().is_none();
    let class = if is_first { "button primary" } else { "button" };
    let (folder, choose) = match model.tidy.in_place().folders() {
        Folders::NotOffered => (None, class),
        Folders::Offered | Folders::Open => {
            let open = || Event::Tidy(TidyEvent::OpenFolderClicked);
            (Some(button(class, text::OPEN_FOLDER, on, open)), "button")
        }
    };
    let (id, clear) = ("config-file", || Event::Tidy(TidyEvent::ClearClicked));
    chooser(id, folder, (choose, text::CHOOSE_CONFIG), chosen, on, clear)
}
