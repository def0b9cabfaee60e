//! The form.

use super::form::{FilledInBy, PortalForm};
use super::region::RegionField;
use super::text;
use crate::components::{
    Glyph, SelectLook, SelectOption, TextField, Tone, any_button, callout, fold, note,
    region_select, select, small_icon, text_field,
};
use crate::host_config::{HostConfig, HostSettings};
use crate::route::Prefill;
use crate::screens::setup::text::{EDIT, ON_PHONE, ahead, headline, lead, step as step_name};
use crate::screens::setup::view::parts::Context;
use crate::screens::setup::{ConnectMsg, Msg, Open, State, Step, ids};
use crate::shared::Shared;
use chrono::DateTime;
use onramp_domain::device_flow::FlowState;
use onramp_domain::{EndpointFamily, Region, StartUrl};
use yew::{AttrValue, Callback, Html, html};

/// The panel.
pub fn view(ctx: &Context<'_>) -> Html {
    html! {
        <>
            { signed_out(ctx) }
            { demo(ctx) }
            <form class="panel" novalidate=true aria-label={text::FORM} onsubmit={ctx.on_submit(|| Msg::SignInClicked)}>
                { notes(ctx) }
                { fields(ctx) }
                <div class="actions fill-row">
                    { sign_in(ctx) }
                    if ctx.state.listed.is_some() {
                        { ctx.button("link", text::BACK, || Msg::EditClicked(Open::Choose)) }
                    }
                </div>
                { sent() }
            </form>
        </>
    }
}

fn signed_out(ctx: &Context<'_>) -> Html {
    let FlowState::SignedOut(reason) = ctx.state.flow.state() else { return Html::default() };
    html! {
        if let Some(reason) = text::signed_out(reason) {
            <p class="before-panel quiet" role="status">{ reason }</p>
        }
    }
}

fn sent() -> Html {
    html! { <p class="privacy">{ small_icon(Glyph::Lock) }<span>{ text::SENT }</span></p> }
}

fn demo(ctx: &Context<'_>) -> Html {
    let Some(demo) = ctx.shared.host.config().and_then(|config| config.demo.as_ref()) else {
        return Html::default();
    };
    let (first, more) = demo.start_urls.split_at(demo.start_urls.len().min(3));
    let content = html! {
        <>
            <p><b>{ text::DEMO }</b>{ ". " }{ text::DEMO_TEXT }</p>
            { chips(first, ctx.send) }
            if !more.is_empty() {
                { fold(text::DEMO_MORE, chips(more, ctx.send)) }
            }
        </>
    };
    html! {
        <section class="demo" aria-label={text::DEMO}>
            { callout(Tone::Plain(Glyph::Help), content) }
        </section>
    }
}

fn chips(urls: &[String], send: &Callback<Msg>) -> Html {
    let chip = |url: &String| {
        let name = url.strip_prefix("https://").unwrap_or(url);
        let name = name.strip_suffix("/start").unwrap_or(name).to_owned();
        let url = url.clone();
        let enter = send.reform(move |_| Msg::Connect(ConnectMsg::StartUrlEntered(url.clone())));
        any_button("chip", None, name.into(), enter)
    };
    html! { <div class="chips">{ for urls.iter().map(chip) }</div> }
}

/// Whether all is filled in, by the company or a link: then there is one button, and what it does behind "Edit".
pub fn is_filled_in(ctx: &Context<'_>) -> bool {
    let has_portal = ctx.shared.host.config().is_some_and(|company| !company.portals().is_empty());
    ctx.state.listed.is_none() && (has_portal || ctx.state.prefill.start_url.is_some())
}

/// The start page of a company.
pub fn welcome(ctx: &Context<'_>) -> Html {
    let (form, config) = (&ctx.state.form, ctx.shared.host.config());
    let name = config.and_then(|config| config.name.as_deref());
    let portals = config.map(HostConfig::portals).unwrap_or_default();
    // What a link filled in is for the person to check; what the company did is not. It never closes under the cursor.
    let is_to_check = |url: &String| !portals.iter().any(|portal| portal.is_at(url));
    let is_open = ctx.state.prefill.start_url.as_ref().is_some_and(is_to_check)
        || form.is_changed()
        || form.start_url_problem().is_some()
        || form.region_is_missing()
        || form.overridden_region().is_some()
        || form.session_name().is_err();
    let ahead = |step: Step| {
        let is_here = step == Step::Connect;
        let what = if is_here {
            text::filled_in_by(form.filled_in_by, name)
        } else {
            ahead(step).to_owned()
        };
        html! {
            <li class={is_here.then_some("here")} aria-current={is_here.then_some("step")}>
                <h2>{ step_name(step) }</h2><p>{ what }</p>
            </li>
        }
    };
    html! {
        <div class="column">
            { signed_out(ctx) }
            if portals.is_empty() {
                { demo(ctx) }
            }
            <form class="welcome" novalidate=true aria-label={text::FORM} onsubmit={ctx.on_submit(|| Msg::SignInClicked)}>
                { greeting(ctx, Some(ids::STEP.0)) }
                { notes(ctx) }
                { choose_portal(ctx) }
                <div class="actions fill-row">{ sign_in(ctx) }</div>
                <details class="fold from" open={is_open}>
                    <summary>{ text::where_to(form) }{ " " }<span class="edit">{ EDIT }</span></summary>
                    <div class="inside">{ fields(ctx) }</div>
                </details>
                { sent() }
            </form>
            <ol class="ahead" aria-label="Steps">
                { for [Step::Connect, Step::Approve, Step::Choose, Step::UseIt].map(ahead) }
            </ol>
        </div>
    }
}

/// The same as a picture of itself, which nothing can be done with.
pub fn preview(company: &HostConfig) -> Html {
    let mut state = State::default();
    state.form.fill_in(&Prefill::default(), company);
    let host = HostSettings::Ready(Box::new(company.clone()));
    let shared = Shared { host, ..Shared::default() };
    let send = Callback::noop();
    let ctx = &Context { state: &state, shared: &shared, now: DateTime::default(), send: &send };
    html! {
        <>
            if let Some(notice) = &company.notice {
                <p class="notice">{ notice }</p>
            }
            <div class="welcome">
                { greeting(ctx, None) }
                { choose_portal(ctx) }
                <div class="actions fill-row">{ sign_in(ctx) }</div>
                <p class="quiet">{ text::where_to(&state.form) }</p>
            </div>
        </>
    }
}

/// The headline, and what the page is for.
pub fn greeting(ctx: &Context<'_>, id: Option<&'static str>) -> Html {
    let config = ctx.shared.host.config();
    let name = config.and_then(|config| config.name.as_deref());
    html! {
        <>
            if let Some(logo) = config.and_then(|config| config.logo.clone()) {
                <img class="logo" src={logo} alt="" />
            }
            <h1 {id} tabindex="-1">{ headline(name) }</h1>
            <p class="lead">{ lead(name) }</p>
            <p class="only-phone">{ ON_PHONE }</p>
        </>
    }
}

/// Which of the company's portals, where it has several.
fn choose_portal(ctx: &Context<'_>) -> Html {
    let portals = ctx.shared.host.config().map(HostConfig::portals).unwrap_or_default();
    if portals.len() < 2 {
        return Html::default();
    }
    let chosen = portals.iter().position(|portal| portal.is_at(ctx.state.form.start_url_text()));
    let mut choices = vec![];
    if chosen.is_none() {
        choices.push(SelectOption::new("", text::PORTAL_ANOTHER));
    }
    for (place, portal) in portals.iter().enumerate() {
        let label = portal.label.clone().or(portal.start_url.clone()).unwrap_or_default();
        choices.push(SelectOption::new(place.to_string(), label));
    }
    let look = SelectLook::field(text::PORTAL, html! { text::PORTAL_HINT });
    let on_choose = ctx.send.reform(move |place: String| {
        let portal = place.parse().ok().and_then(|place: usize| portals.get(place));
        Msg::Connect(ConnectMsg::PortalChosen(portal.cloned().unwrap_or_default()))
    });
    let value = chosen.map_or_else(String::new, |place| place.to_string());
    select("portal", look, choices, value.into(), on_choose)
}

/// Where the values came from, and what of a link can't be.
fn notes(ctx: &Context<'_>) -> Html {
    let problems = text::link_problems(&ctx.state.prefill, &ctx.shared.host).into_iter();
    html! {
        <>
            { for problems.map(|problem| note(Tone::WarnAtOnce, problem)) }
            if ctx.state.form.filled_in_by == FilledInBy::Link {
                { note(Tone::Plain(Glyph::Lock), text::LINK_FILLED_IN) }
            }
        </>
    }
}

fn fields(ctx: &Context<'_>) -> Html {
    let form = &ctx.state.form;
    let is_free = ctx.shared.host.config().is_none_or(|company| company.allow.other_start_urls);
    html! {
        <>
            if is_free {
                { start_url(form, ctx.send) }
            }
            <div class="two">{ region(form, ctx.send) }{ session_name(form, ctx.send) }</div>
            if let Some(found) = form.overridden_region() {
                { overridden_region(found, ctx.send) }
            }
            { fold(text::MORE_OPTIONS, family(form, ctx.send)) }
        </>
    }
}

fn sign_in(ctx: &Context<'_>) -> Html {
    let waits = ctx.state.form.waits_to_sign_in();
    html! {
        <>
            <button class="button primary big" type="submit" aria-disabled={waits.then_some("true")}>
                { text::SIGN_IN }
            </button>
            if waits {
                <p role="status" class="quiet">{ text::FINDING_REGION }</p>
            }
        </>
    }
}

fn start_url(form: &PortalForm, send: &Callback<Msg>) -> Html {
    let hint = match form.start_url() {
        Ok(url) if url.as_str() != form.start_url_text().trim() => {
            html! { <span class="found">{ text::read_as(url) }</span> }
        }
        Ok(_) | Err(_) => html! { text::START_URL_HINT },
    };
    text_field(TextField {
        id: ids::START_URL.0.into(),
        label: text::START_URL,
        value: form.start_url_text().to_owned(),
        placeholder: text::START_URL_PLACEHOLDER,
        error: form.start_url_problem().map(|problem| text::start_url_problem(problem).into()),
        hint,
        class: "big",
        inputmode: Some("url"),
        on_input: send.reform(|url| Msg::Connect(ConnectMsg::StartUrlEntered(url))),
        on_leave: send.reform(|()| Msg::Connect(ConnectMsg::StartUrlLeft)),
    })
}

fn region(form: &PortalForm, send: &Callback<Msg>) -> Html {
    let hint = text::region_hint(form.region());
    let hint = match form.region() {
        RegionField::Found(_) => {
            html! { <span class="found">{ small_icon(Glyph::Check) }{ " " }{ hint }</span> }
        }
        _ => html! { hint },
    };
    let partition = form.start_url().as_ref().ok().and_then(StartUrl::partition);
    let error = form.region_is_missing().then_some(AttrValue::Static(text::REGION_MISSING));
    let look = SelectLook::Field { label: text::REGION.into(), hint, error };
    let on_choose = send.reform(|region| Msg::Connect(ConnectMsg::RegionChosen(region)));
    let (id, chosen) = (ids::SSO_REGION.0, form.known_region());
    region_select(id, look, text::REGION_NONE, partition, chosen, &on_choose)
}

/// Said before the sign-in: afterwards only AWS's own page would tell.
fn overridden_region(found: &Region, send: &Callback<Msg>) -> Html {
    let region = found.clone();
    let take_back =
        send.reform(move |_| Msg::Connect(ConnectMsg::RegionChosen(Some(region.clone()))));
    let content = html! {
        <>
            <p>{ text::region_overridden(found) }</p>
            { any_button("link", None, text::use_region(found).into(), take_back) }
        </>
    };
    callout(Tone::WarnAtOnce, content)
}

fn session_name(form: &PortalForm, send: &Callback<Msg>) -> Html {
    let name = form.session_name();
    let error = name.is_err().then_some(AttrValue::Static(text::SESSION_NAME_BAD));
    let is_odd = name.is_ok_and(|name| name.unportable().is_some());
    let hint = if is_odd { text::SESSION_NAME_ODD } else { text::SESSION_NAME_HINT };
    text_field(TextField {
        id: ids::SESSION_NAME.0.into(),
        label: text::SESSION_NAME,
        value: form.session_name_text().to_owned(),
        error,
        hint: hint.into(),
        on_input: send.reform(|name| Msg::Connect(ConnectMsg::SessionNameEntered(name))),
        ..TextField::default()
    })
}

/// What hardly anybody needs.
fn family(form: &PortalForm, send: &Callback<Msg>) -> Html {
    let choices = vec![
        SelectOption::new(STANDARD, text::FAMILY_STANDARD),
        SelectOption::new(DUAL_STACK, text::FAMILY_DUAL_STACK),
    ];
    let value = match form.family() {
        EndpointFamily::Standard => STANDARD,
        EndpointFamily::DualStack => DUAL_STACK,
    };
    let on_choose = send.reform(|value: String| {
        let is_dual = value == DUAL_STACK;
        let family = if is_dual { EndpointFamily::DualStack } else { EndpointFamily::Standard };
        Msg::Connect(ConnectMsg::FamilyChosen(family))
    });
    let look = SelectLook::field(text::FAMILY, html! { text::FAMILY_HINT });
    select("family", look, choices, value.into(), on_choose)
}

const STANDARD: &str = "standard";
const DUAL_STACK: &str = "dual-stack";
