//! How the profiles are written: one row of chips, and what they mean under a fold.

use crate::components::{SelectLook, SelectOption, fact, field_error, fold, region_select, select};
use crate::screens::setup::choose::catalog::RoleKey;
use crate::screens::setup::use_it::profiles::NamingError;
use crate::screens::setup::use_it::{format, text};
use crate::screens::setup::view::parts::Context;
use crate::screens::setup::{ChooseMsg, Msg, UseItMsg};
use onramp_domain::Region;
use onramp_domain::entry::{Format, OutputFormat};
use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Html, InputEvent, TargetCast, html};

/// The row.
pub fn view(ctx: &Context<'_>) -> Html {
    // Among several, one profile's own name is told of beside its field.
    let is_alone = ctx.state.choose.selection.len() == 1;
    let is_here = |error: &&NamingError| is_alone || matches!(error, NamingError::Template(_));
    let error = ctx.state.use_it.naming_error.as_ref().filter(is_here).map(text::naming_problem);
    let is_wrong = error.is_some();
    let explained = html! {
        <>
            <p class="hint">{ text::TEMPLATE_HINT }</p>
            <dl class="facts small">{ for Format::ALL.map(|it| fact(format::format(it), format::format_users(it))) }</dl>
        </>
    };
    html! {
        <div class="stack-s">
            <div class="chips">
                { naming(ctx, is_wrong) }
                { region(ctx) }
                { output(ctx.state.use_it.options.output, ctx.send) }
                { format_chip(ctx.state.use_it.options.format, ctx.send) }
            </div>
            <div id="naming-error">{ field_error(error.map(AttrValue::from)) }</div>
            { fold(text::EXPLAINED, explained) }
        </div>
    }
}

fn naming(ctx: &Context<'_>, is_wrong: bool) -> Html {
    let (role, value) = ctx.state.use_it.naming(&ctx.state.choose);
    let (id, word, name) = match role {
        Some(_) => ("profile-name", text::PROFILE_NAME, text::PROFILE_NAME),
        None => ("name-template", text::NAMES, text::TEMPLATE),
    };
    let error = is_wrong.then_some("naming-error");
    text_chip(id, word, name.to_owned(), value, error, &on_name(role, ctx.send))
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

fn region(ctx: &Context<'_>) -> Html {
    let sso_region = ctx.state.sso_region();
    region_select(
        "default-region",
        SelectLook::chip(text::REGION, text::DEFAULT_REGION),
        text::REGION_NONE,
        sso_region.map(Region::partition),
        ctx.state.use_it.options.default_region(sso_region),
        &ctx.send.reform(|region| Msg::UseIt(UseItMsg::DefaultRegionChosen(region))),
    )
}

fn output(chosen: Option<OutputFormat>, send: &Callback<Msg>) -> Html {
    let look = SelectLook::chip(text::OUTPUT, text::OUTPUT_FORMAT);
    let mut choices = vec![SelectOption::new("", text::OUTPUT_NONE)];
    for format in OutputFormat::ALL {
        choices.push(SelectOption::new(format.as_str(), format.as_str()));
    }
    let value = chosen.map_or("", OutputFormat::as_str);
    let on_choose = send
        .reform(|name: String| Msg::UseIt(UseItMsg::OutputChosen(OutputFormat::from_name(&name))));
    select("output", look, choices, value.into(), on_choose)
}

fn format_chip(chosen: Format, send: &Callback<Msg>) -> Html {
    let look = SelectLook::chip(text::FORMAT, text::FORMAT);
    let choices = Format::ALL.map(|it| SelectOption::new(format::format(it), format::format(it)));
    let on_choose = send.reform(|name: String| {
        let chosen = Format::ALL.into_iter().find(|it| format::format(*it) == name);
        Msg::UseIt(UseItMsg::FormatChosen(chosen.unwrap_or(Format::SsoSession)))
    });
    select("format", look, choices.to_vec(), format::format(chosen).into(), on_choose)
}
