//! How what goes out gets into `~/.aws`: saved there where the browser can, by a line for the terminal everywhere.
//!
//! Not here: saving ([`crate::app::tidy::saving`]).

use crate::app::effect::CopyTarget;
use crate::app::event::{Event, TidyEvent};
use crate::app::model::Model;
use crate::app::tidy::aws_file::AwsFile;
use crate::app::tidy::disk::Folders;
use crate::app::tidy::saving::Saving;
use crate::ui::parts::copy::command;
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::plain::{button, div, h2, p};
use crate::ui::parts::shells::shells;
use crate::ui::text;
use yew::Callback;

/// The press that saves, and how that went.
pub(super) fn save(model: &Model, on: &Callback<Event>) -> Option<Element> {
    let (tidy, in_place) = (&model.tidy, model.tidy.in_place());
    let (class, hint) = match in_place.folders() {
        Folders::NotOffered => return None,
        Folders::Offered => ("button", text::SAVE_HINT_OFFERED),
        Folders::Open => ("button primary", text::SAVE_HINT_OPEN),
    };
    let unsaved: Vec<AwsFile> = tidy.unsaved().collect();
    let save = |class| {
        let save = button(class, text::SAVE, on, || Event::Tidy(TidyEvent::SaveClicked));
        (!unsaved.is_empty()).then(|| div("actions").with(save))
    };
    let section = |class| el("section", class).attr("aria-label", text::SAVE_TITLE);
    match in_place.saving() {
        Saving::Idle if unsaved.is_empty() => None,
        Saving::Idle => Some(section("note info").with(p("", hint)).with(save(class))),
        Saving::Running(_) => Some(section("note info").with(p("late", text::SAVING))),
        Saving::Saved(backups) => {
            Some(section("note good").with(p("", text::saved(backups))).with(save("button")))
        }
        Saving::Refused(refusal) => {
            let why = p("", text::refusal(refusal)).attr("role", "alert");
            Some(section("note bad").with(why).with(save("button")))
        }
    }
}

/// The lines that put the downloads in place, for what is not on disk as it is here.
pub(super) fn commands(model: &Model, on: &Callback<Event>) -> Option<Element> {
    let (shell, unsaved) = (model.command_shell, model.tidy.unsaved().collect::<Vec<_>>());
    let line = |file: AwsFile| {
        let (title, hint) = text::put_in_place(file);
        let line = shell.put_in_place(file.name(), model.now);
        command(title, hint, CopyTarget::PutInPlace(file), &line, &model.copied, on)
    };
    if unsaved.is_empty() {
        return None;
    }
    let head = div("result-head").with(h2(text::IN_PLACE)).with(shells("shell", shell, on));
    Some(
        el("section", "card stack")
            .attr("aria-label", text::IN_PLACE)
            .with(head)
            .with_all(unsaved.into_iter().map(line))
            .with(p("small quiet", text::IN_PLACE_HINT)),
    )
}
