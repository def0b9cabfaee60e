//! The block, its options, and the commands that come after it.

use crate::app::commands::CommandShell;
use crate::app::effect::CopyTarget;
use crate::app::event::{ChoiceEvent, Event};
use crate::app::model::Model;
use crate::app::route::Screen;
use crate::app::setup::choice::{Block, Choice, NamingFault, NamingField};
use crate::app::setup::portal_form::RegionField;
use crate::ui::parts::copy::{command, copy_button};
use crate::ui::parts::field::{Select, TextField, regions};
use crate::ui::parts::plain::{button, h2, p};
use crate::ui::text;
use onramp_domain::ProfileName;
use onramp_domain::entry::OutputFormat;
use onramp_domain::{Partition, Region};
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, html};

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Html {
    let choice = model.center.choice();
    html! {
        <div class="stack aside">
            { block(model, choice, on) }
            { options(model, choice, on) }
            if let Block::Ready { profiles, .. } = choice.block() { { commands(model, profiles, on) } }
        </div>
    }
}

fn block(model: &Model, choice: &Choice, on: &Callback<Event>) -> Html {
    let (text, buttons) = match choice.block() {
        Block::Ready { text, profiles } => {
            (Rc::clone(text), buttons(model, text, profiles.len(), on))
        }
        Block::Empty | Block::Fault(_) => (Rc::from(""), html! {}),
    };
    html! {
        <section class="stack-s" aria-labelledby="block-title">
            <div class="result-head"><h2 id="block-title">{ text::BLOCK_TITLE }</h2>{ buttons }</div>
            if let Block::Fault(_) = choice.block() {
                { p("note warn", text::BLOCK_WAITS) }
            } else if text.is_empty() {
                <div class="code">{ p("empty", text::BLOCK_EMPTY) }</div>
            } else {
                <div class="code"><pre tabindex="0">{ text }</pre></div>
                { p("small quiet", text::BLOCK_HINT) }
            }
        </section>
    }
}

fn buttons(model: &Model, block: &Rc<str>, profiles: usize, on: &Callback<Event>) -> Html {
    html! {
        <>
            <div class="actions">
                { copy_button(text::COPY_BLOCK, "primary", CopyTarget::Block, Rc::clone(block), &model.copied, on) }
                <a class="button" href={Screen::Tidy.href()} onclick={on.reform(|_| Event::MergeIntoConfigClicked)}>{ text::MERGE_INTO_CONFIG }</a>
                { button("button", text::DOWNLOAD, on, || Event::Choice(ChoiceEvent::DownloadClicked)) }
            </div>
            <div class="sticky-copy">
                <span class="small">{ text::profiles(profiles) }</span>
                { copy_button(text::COPY_SHORT, "primary", CopyTarget::Block, Rc::clone(block), &model.copied, on) }
            </div>
        </>
    }
}

fn options(model: &Model, choice: &Choice, on: &Callback<Event>) -> Html {
    let sso_region = match model.center.form().region() {
        RegionField::Known(region, _) => Some(region),
        RegionField::LookingUp(..) | RegionField::Unknown(_) => None,
    };
    html! {
        <section class="card stack" aria-label={text::OPTIONS}>
            { naming(choice, on) }
            <div class="two">
                <div class="field">
                    <label for="default-region">{ text::DEFAULT_REGION }</label>
                    { default_region(sso_region.map(Region::partition), choice.default_region(sso_region), on) }
                    <p class="hint" id="default-region-hint">{ text::DEFAULT_REGION_HINT }</p>
                </div>
                { output(choice.output(), on) }
            </div>
        </section>
    }
}

fn default_region(
    partition: Option<Partition>,
    chosen: Option<&Region>,
    on: &Callback<Event>,
) -> Html {
    regions("default-region", text::DEFAULT_REGION_NONE, partition, chosen, on, |region| {
        Event::Choice(ChoiceEvent::DefaultRegionChosen(region))
    })
}

fn output(chosen: Option<OutputFormat>, on: &Callback<Event>) -> Html {
    let on_change = on.reform(|name: String| {
        Event::Choice(ChoiceEvent::OutputChosen(OutputFormat::from_name(&name)))
    });
    let mut options = vec![(AttrValue::from(""), AttrValue::from(text::OUTPUT_NONE))];
    options
        .extend(OutputFormat::ALL.map(|format| (format.as_str().into(), format.as_str().into())));
    html! {
        <div class="field">
            <label for="output">{ text::OUTPUT }</label>
            <Select id="output" value={chosen.map_or("", OutputFormat::as_str)} {options} {on_change} />
            <p class="hint" id="output-hint">{ text::OUTPUT_HINT }</p>
        </div>
    }
}

fn naming(choice: &Choice, on: &Callback<Event>) -> Html {
    let (field, value) = choice.naming();
    let (id, label, hint) = match field {
        NamingField::Name => ("profile-name", text::PROFILE_NAME, text::PROFILE_NAME_HINT),
        NamingField::Template => ("profile-template", text::TEMPLATE, text::TEMPLATE_HINT),
    };
    let fault = match choice.block() {
        Block::Fault(NamingFault::Name(error)) => Some(text::profile_name_fault(error).into()),
        Block::Fault(NamingFault::Template(error)) => Some(text::template_fault(error).into()),
        Block::Empty | Block::Ready { .. } => None,
    };
    let field_view =
        TextField { id, label, value, placeholder: "", fault, hint: html! { { p("hint", hint) } } };
    let on_input = on.reform(move |text| Event::Choice(ChoiceEvent::NamingEntered(field, text)));
    field_view.view(on_input, Callback::noop())
}

fn commands(model: &Model, profiles: &[ProfileName], on: &Callback<Event>) -> Html {
    let Some(profile) = profiles.first().map(ProfileName::as_str) else { return html! {} };
    let shell = model.command_shell;
    let line =
        |title, hint, target, text: String| command(title, hint, target, &text, &model.copied, on);
    html! {
        <section class="card stack" aria-label={text::COMMANDS_TITLE}>
            <div class="result-head">
                { h2(text::COMMANDS_TITLE) }
                { shells(shell, on) }
            </div>
            { line(text::LOG_IN, text::LOG_IN_HINT, CopyTarget::LogIn, shell.log_in(profile)) }
            { line(text::TEST, text::TEST_HINT, CopyTarget::Test, shell.test(profile)) }
            { line(text::USE_AS_DEFAULT, text::USE_AS_DEFAULT_HINT, CopyTarget::UseAsDefault, shell.use_as_default(profile)) }
            { p("small quiet", text::COMMANDS_HINT) }
        </section>
    }
}

fn shells(chosen: CommandShell, on: &Callback<Event>) -> Html {
    html! {
        <div class="segments" role="radiogroup" aria-label={text::SHELL}>
            for shell in CommandShell::ALL {
                <label>
                    <input type="radio" name="shell" checked={shell == chosen} onchange={on.reform(move |_| Event::ShellChosen(shell))} />
                    { text::shell(shell) }
                </label>
            }
        </div>
    }
}
