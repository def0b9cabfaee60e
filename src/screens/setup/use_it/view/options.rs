//! How the profiles are written: one row of chips, and what they mean under a fold.

use crate::components::{Choice, SelectLook, field_error, fold, region_select, select};
use crate::screens::setup::choose::catalog::RoleKey;
use crate::screens::setup::msg::{ChooseMsg, Msg, UseItMsg};
use crate::screens::setup::state::State;
use crate::screens::setup::use_it::format;
use crate::screens::setup::use_it::profiles::{NamingError, Profiles};
use crate::screens::setup::use_it::text;
use onramp_domain::Region;
use onramp_domain::entry::{Format, OutputFormat};
use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Html, InputEvent, TargetCast, html};

/// The row.
pub fn view(state: &State, send: &Callback<Msg>) -> Html {
    // Among several, one profile's own name is told of beside its field.
    let error = match &state.use_it.profiles {
        Profiles::Misnamed(error @ NamingError::Template(_)) => Some(error),
        Profiles::Misnamed(error) if state.choose.selection.len() == 1 => Some(error),
        Profiles::Misnamed(_) | Profiles::Named(_) => None,
    };
    let error = error.map(text::naming_problem);
    let is_wrong = error.is_some();
    let explained = html! {
        <>
            <p class="hint">{ text::TEMPLATE_HINT }</p>
            <dl class="facts small">{ for Format::ALL.map(users) }</dl>
        </>
    };
    html! {
        <div class="stack-s">
            <div class="chips">
                { naming(state, is_wrong, send) }
                { region(state, send) }
                { output(state.use_it.options.output, send) }
                { format_chip(state.use_it.options.format, send) }
            </div>
            <div id="naming-error">{ field_error(error.map(AttrValue::from)) }</div>
            { fold(text::EXPLAINED, explained) }
        </div>
    }
}

fn naming(state: &State, is_wrong: bool, send: &Callback<Msg>) -> Html {
    let (role, value) = state.use_it.naming(&state.choose);
    let (id, word, name) = match role {
        Some(_) => ("profile-name", text::PROFILE_NAME, text::PROFILE_NAME),
        None => ("name-template", text::NAMES, text::TEMPLATE),
    };
    let error = is_wrong.then_some("naming-error");
    text_chip(id, word, name.to_owned(), value, error, &on_name(role, send))
}

/// What is typed is the name of this role's profile; without one, the template.
pub fn on_name(role: Option<&RoleKey>, send: &Callback<Msg>) -> Callback<String> {
    let role = role.cloned();
    send.reform(move |text| match &role {
        Some(key) => Msg::Choose(ChooseMsg::OwnNameEntered(key.clone(), text)),
        None => Msg::UseIt(UseItMsg::TemplateEntered(text)),
    })
}

/// A chip with a text to type in. `name` is its accessible name, `error` the element that says what is wrong with it.
pub fn text_chip(
    id: &'static str,
    word: &'static str,
    name: String,
    value: &str,
    error: Option<&'static str>,
    on_input: &Callback<String>,
) -> Html {
    let oninput = on_input
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <label key={id} class="chip">
            <span>{ word }</span>
            <input
                {id}
                type="text"
                aria-label={name}
                aria-invalid={error.map(|_| "true")}
                aria-describedby={error}
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                value={value.to_owned()}
                {oninput}
            />
        </label>
    }
}

fn region(state: &State, send: &Callback<Msg>) -> Html {
    let sso_region = state.sso_region();
    region_select(
        "default-region",
        SelectLook::chip(text::REGION, text::DEFAULT_REGION),
        text::REGION_NONE,
        sso_region.map(Region::partition),
        state.use_it.options.default_region(sso_region),
        &send.reform(|region| Msg::UseIt(UseItMsg::DefaultRegionChosen(region))),
    )
}

fn output(chosen: Option<OutputFormat>, send: &Callback<Msg>) -> Html {
    let look = SelectLook::chip(text::OUTPUT, text::OUTPUT_FORMAT);
    let mut choices = vec![Choice::new("", text::OUTPUT_NONE)];
    for format in OutputFormat::ALL {
        choices.push(Choice::new(format.as_str(), format.as_str()));
    }
    let value = chosen.map_or("", OutputFormat::as_str);
    let on_choose = send
        .reform(|name: String| Msg::UseIt(UseItMsg::OutputChosen(OutputFormat::from_name(&name))));
    select("output", look, choices, value.into(), on_choose)
}

fn format_chip(chosen: Format, send: &Callback<Msg>) -> Html {
    let look = SelectLook::chip(text::FORMAT, text::FORMAT);
    let choices = Format::ALL.map(|it| Choice::new(format::format(it), format::format(it)));
    let on_choose = send.reform(|name: String| {
        let chosen = Format::ALL.into_iter().find(|it| format::format(*it) == name);
        Msg::UseIt(UseItMsg::FormatChosen(chosen.unwrap_or(Format::SsoSession)))
    });
    select("format", look, choices.to_vec(), format::format(chosen).into(), on_choose)
}

fn users(it: Format) -> Html {
    html! { <><dt>{ format::format(it) }</dt><dd>{ format::format_users(it) }</dd></> }
}
