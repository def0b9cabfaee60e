//! The block, its options, and the commands that come after it.

use super::format;
use crate::app::effect::CopyTarget;
use crate::app::event::{ChoiceEvent, Event};
use crate::app::model::Model;
use crate::app::route::Screen;
use crate::app::setup::choice::{Block, Choice, NamingFault, NamingField};
use crate::ui::parts::copy::{command, copy_button};
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::field::{TextField, labelled, option, regions, select};
use crate::ui::parts::plain::{button, div, h2, p, pre, span};
use crate::ui::parts::shells::shells;
use crate::ui::text;
use onramp_domain::Region;
use onramp_domain::entry::{Entry, OutputFormat};
use std::rc::Rc;
use yew::{AttrValue, Callback};

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Element {
    let choice = model.center.choice();
    let commands = choice.entries().first().map(|first| commands(model, choice, first, on));
    div("stack aside")
        .with(block(model, choice, on))
        .with(options(model, choice, on))
        .with(commands)
}

fn block(model: &Model, choice: &Choice, on: &Callback<Event>) -> Element {
    let head =
        div("result-head").with(el("h2", "").attr("id", "block-title").text(text::BLOCK_TITLE));
    let section = el("section", "stack-s").attr("aria-labelledby", "block-title");
    match choice.block() {
        Block::Ready { text, profiles } => section
            .with(head.with(buttons(model, text, on)).with(sticky_copy(
                model,
                text,
                profiles.len(),
                on,
            )))
            .with(div("code").with(pre(AttrValue::from(Rc::clone(text)))))
            .with(p("small quiet", text::BLOCK_HINT)),
        Block::Empty => section.with(head).with(div("code").with(p("empty", text::BLOCK_EMPTY))),
        Block::Fault(_) => section.with(head).with(p("note warn", text::BLOCK_WAITS)),
    }
}

fn buttons(model: &Model, block: &Rc<str>, on: &Callback<Event>) -> Element {
    let download =
        button("button", text::DOWNLOAD, on, || Event::Choice(ChoiceEvent::DownloadClicked));
    let merge = el("a", "button")
        .attr("href", Screen::Tidy.href())
        .pressed(on, || Event::MergeIntoConfigClicked)
        .text(text::MERGE_INTO_CONFIG);
    div("actions").with(copy_block(text::COPY_BLOCK, model, block, on)).with(merge).with(download)
}

fn sticky_copy(model: &Model, block: &Rc<str>, profiles: usize, on: &Callback<Event>) -> Element {
    div("sticky-copy").with(span("small", text::profiles(profiles))).with(copy_block(
        text::COPY_SHORT,
        model,
        block,
        on,
    ))
}

fn copy_block(name: &'static str, model: &Model, block: &Rc<str>, on: &Callback<Event>) -> Element {
    let block = Rc::clone(block);
    copy_button(name, "button primary", CopyTarget::Block, block, &model.copied, on)
}

fn options(model: &Model, choice: &Choice, on: &Callback<Event>) -> Element {
    let sso_region = model.center.form().known_region();
    let both = div("two")
        .with(default_region(sso_region, choice, on))
        .with(output(choice.options().output(), on));
    el("section", "card stack")
        .attr("aria-label", text::OPTIONS)
        .with(naming(choice, on))
        .with(both)
        .with(format::view(choice.options().format(), on))
}

fn default_region(sso_region: Option<&Region>, choice: &Choice, on: &Callback<Event>) -> Element {
    let (partition, chosen) =
        (sso_region.map(Region::partition), choice.options().default_region(sso_region));
    let id = "default-region";
    let control = regions(id, text::DEFAULT_REGION_NONE, partition, chosen, on, |id| {
        Event::Choice(ChoiceEvent::DefaultRegionChosen(Region::parse(&id).ok()))
    });
    let hint = p("hint", text::DEFAULT_REGION_HINT).attr("id", "default-region-hint");
    labelled(id, text::DEFAULT_REGION, control).with(hint)
}

fn output(chosen: Option<OutputFormat>, on: &Callback<Event>) -> Element {
    let chosen = chosen.map_or("", OutputFormat::as_str);
    let formats = OutputFormat::ALL.map(OutputFormat::as_str);
    let control = select("output", on, |name| {
        Event::Choice(ChoiceEvent::OutputChosen(OutputFormat::from_name(&name)))
    })
    .with(option("", text::OUTPUT_NONE, chosen))
    .with_all(formats.into_iter().map(|format| option(format, format, chosen)));
    let hint = p("hint", text::OUTPUT_HINT).attr("id", "output-hint");
    labelled("output", text::OUTPUT, control).with(hint)
}

fn naming(choice: &Choice, on: &Callback<Event>) -> Element {
    let fault = match choice.block() {
        Block::Fault(NamingFault::Name(error)) => Some(text::profile_name_fault(error)),
        Block::Fault(NamingFault::Template(error)) => Some(text::template_fault(error)),
        Block::Empty | Block::Ready { .. } => None,
    };
    let field = match choice.naming() {
        (NamingField::Name, value) => TextField {
            id: "profile-name",
            label: text::PROFILE_NAME,
            value,
            placeholder: "",
            fault,
            hint: p("hint", text::PROFILE_NAME_HINT),
            entered: |text| Event::Choice(ChoiceEvent::NamingEntered(NamingField::Name, text)),
            left: None,
        },
        (NamingField::Template, value) => TextField {
            id: "profile-template",
            label: text::TEMPLATE,
            value,
            placeholder: "",
            fault,
            hint: p("hint", text::TEMPLATE_HINT),
            entered: |text| Event::Choice(ChoiceEvent::NamingEntered(NamingField::Template, text)),
            left: None,
        },
    };
    field.view(on)
}

fn commands(model: &Model, choice: &Choice, first: &Entry, on: &Callback<Event>) -> Element {
    let (shell, profile) = (model.command_shell, first.profile.as_str());
    // A sign-in is a session's, and so for all of them. In the legacy format it has no name but any profile's.
    let log_in = match (choice.entries(), first.session_section()) {
        ([_, _, ..], Some(session)) => shell.log_in_to(session.name.as_str()),
        _ => shell.log_in(profile),
    };
    let line =
        |title, hint, target, text: String| command(title, hint, target, &text, &model.copied, on);
    let head = div("result-head").with(h2(text::COMMANDS_TITLE)).with(shells("shell", shell, on));
    el("section", "card stack")
        .attr("aria-label", text::COMMANDS_TITLE)
        .with(head)
        .with(line(text::LOG_IN, text::LOG_IN_HINT, CopyTarget::LogIn, log_in))
        .with(line(text::TEST, text::TEST_HINT, CopyTarget::Test, shell.test(profile)))
        .with(line(
            text::USE_AS_DEFAULT,
            text::USE_AS_DEFAULT_HINT,
            CopyTarget::UseAsDefault,
            shell.use_as_default(profile),
        ))
        .with(p("small quiet", text::COMMANDS_HINT))
}
