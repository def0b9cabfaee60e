//! The form.

use super::form::PortalForm;
use super::region::{AfterLookUp, RegionField};
use super::start_url::StartUrlRead;
use super::text::{self, RegionHint};
use crate::components::{
    Choice, Glyph, Select, SelectLook, TextField, Tone, callout, fold, region_select, small_icon,
    text_field,
};
use crate::host_config::{Demo, HostConfig, HostSettings};
use crate::route::Prefill;
use crate::screens::setup::ids;
use crate::screens::setup::msg::{ConnectMsg, Msg};
use crate::screens::setup::state::{State, Step};
use crate::screens::setup::text::{EDIT, ahead, headline, lead, step as step_name};
use onramp_domain::device_flow::FlowState;
use onramp_domain::{EndpointFamily, Region};
use yew::{AttrValue, Callback, Html, SubmitEvent, html};

/// The panel.
pub fn view(state: &State, host: &HostSettings, send: &Callback<Msg>) -> Html {
    let demo = host.config().and_then(|config| config.demo.as_ref());
    html! {
        <>
            { signed_out(state) }
            if let Some(demo) = demo {
                { demo_view(demo, send) }
            }
            { form(state, host, send) }
        </>
    }
}

fn signed_out(state: &State) -> Html {
    let FlowState::SignedOut(reason) = state.flow.state() else { return Html::default() };
    match text::signed_out(reason) {
        Some(reason) => html! { <p class="before-panel quiet" role="status">{ reason }</p> },
        None => Html::default(),
    }
}

fn demo_view(demo: &Demo, send: &Callback<Msg>) -> Html {
    let (first, more) = demo.start_urls.split_at(demo.start_urls.len().min(3));
    let content = html! {
        <>
            <p><b>{ text::DEMO }</b>{ ". " }{ text::DEMO_TEXT }</p>
            { chips(first, send) }
            if !more.is_empty() {
                { fold(text::DEMO_MORE, chips(more, send)) }
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
        let onclick = send.reform(move |_| Msg::Connect(ConnectMsg::StartUrlEntered(url.clone())));
        html! { <button class="chip" type="button" {onclick}>{ name }</button> }
    };
    html! { <div class="chips">{ for urls.iter().map(chip) }</div> }
}

fn form(state: &State, host: &HostSettings, send: &Callback<Msg>) -> Html {
    let back = send.reform(|_| Msg::Connect(ConnectMsg::BackClicked));
    html! {
        <form class="panel" novalidate=true aria-label={text::FORM} onsubmit={on_submit(send)}>
            { notes(state, host) }
            { fields(state, host, send) }
            <div class="actions fill-row">
                { sign_in(state) }
                if state.listed.is_some() {
                    <button class="link" type="button" onclick={back}>{ text::BACK }</button>
                }
            </div>
            <p class="privacy">{ small_icon(Glyph::Lock) }<span>{ text::SENT }</span></p>
        </form>
    }
}

/// Whether all is filled in, by the company or a link: then there is one button, and what it does behind "Edit".
pub fn is_filled_in(state: &State, host: &HostSettings) -> bool {
    let has_portal = host.config().is_some_and(|company| !company.portals().is_empty());
    state.listed.is_none() && (has_portal || state.prefill.start_url.is_some())
}

/// The start page of a company.
pub fn welcome(state: &State, host: &HostSettings, send: &Callback<Msg>) -> Html {
    let (form, config) = (&state.form, host.config());
    let name = config.and_then(|config| config.name.as_deref());
    let portals = config.map(HostConfig::portals).unwrap_or_default();
    // What a link filled in is for the person to check; what the company did is not. It never closes under the cursor.
    let is_to_check = |url: &String| !portals.iter().any(|portal| portal.is_at(url));
    let is_open = state.prefill.start_url.as_ref().is_some_and(is_to_check)
        || form.is_changed()
        || form.start_url_problem().is_some()
        || form.region_is_missing()
        || form.overridden_region().is_some()
        || form.session_name().is_err();
    let demo = config.and_then(|config| config.demo.as_ref()).filter(|_| portals.is_empty());
    let ahead = |step: Step| {
        let is_here = step == Step::Connect;
        let what = if is_here {
            text::filled_in_by(form.filled_in_by(), name)
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
            { signed_out(state) }
            if let Some(demo) = demo {
                { demo_view(demo, send) }
            }
            <form class="welcome" novalidate=true aria-label={text::FORM} onsubmit={on_submit(send)}>
                { greeting(host, Some(ids::STEP.0)) }
                { notes(state, host) }
                { choose_portal(state, host, send) }
                <div class="actions fill-row">{ sign_in(state) }</div>
                <details class="fold from" open={is_open}>
                    <summary>{ text::where_to(form) }{ " " }<span class="edit">{ EDIT }</span></summary>
                    <div class="inside">{ fields(state, host, send) }</div>
                </details>
                <p class="privacy">{ small_icon(Glyph::Lock) }<span>{ text::SENT }</span></p>
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
    html! {
        <>
            if let Some(notice) = &company.notice {
                <p class="notice">{ notice }</p>
            }
            <div class="welcome">
                { greeting(&host, None) }
                { choose_portal(&state, &host, &Callback::noop()) }
                <div class="actions fill-row">{ sign_in(&state) }</div>
                <p class="quiet">{ text::where_to(&state.form) }</p>
            </div>
        </>
    }
}

fn greeting(host: &HostSettings, id: Option<&'static str>) -> Html {
    let config = host.config();
    let name = config.and_then(|config| config.name.as_deref());
    html! {
        <>
            if let Some(logo) = config.and_then(|config| config.logo.clone()) {
                <img class="logo" src={logo} alt="" />
            }
            <h1 {id} tabindex="-1">{ headline(name) }</h1>
            <p class="lead">{ lead(name) }</p>
        </>
    }
}

/// Which of the company's portals, where it has several.
fn choose_portal(state: &State, host: &HostSettings, send: &Callback<Msg>) -> Html {
    let portals = host.config().map(HostConfig::portals).unwrap_or_default();
    if portals.len() < 2 {
        return Html::default();
    }
    let chosen = portals.iter().position(|portal| portal.is_at(state.form.start_url_text()));
    let another = chosen.is_none().then(|| Choice {
        value: "".into(),
        label: text::PORTAL_ANOTHER.into(),
        group: None,
    });
    let choices = portals.iter().enumerate().map(|(place, portal)| Choice {
        value: place.to_string().into(),
        label: portal.label.clone().or(portal.start_url.clone()).unwrap_or_default().into(),
        group: None,
    });
    let look = SelectLook::Field {
        label: text::PORTAL.into(),
        hint: html! { text::PORTAL_HINT },
        error: None,
    };
    html! {
        <Select
            id="portal"
            {look}
            choices={another.into_iter().chain(choices).collect::<Vec<_>>()}
            value={chosen.map_or_else(String::new, |place| place.to_string())}
            on_choose={send.reform(move |place: String| {
                let portal = place.parse().ok().and_then(|place: usize| portals.get(place));
                Msg::Connect(ConnectMsg::PortalChosen(portal.cloned().unwrap_or_default()))
            })}
        />
    }
}

/// Where the values came from, and what of a link can't be.
fn notes(state: &State, host: &HostSettings) -> Html {
    let problem = |problem: String| callout(Tone::WarnAtOnce, html! { <p>{ problem }</p> });
    html! {
        <>
            { for text::link_problems(&state.prefill, host).into_iter().map(problem) }
            if let Some(sentence) = text::filled_in(state.form.filled_in_by()) {
                { callout(Tone::Plain(Glyph::Lock), html! { <p>{ sentence }</p> }) }
            }
        </>
    }
}

fn fields(state: &State, host: &HostSettings, send: &Callback<Msg>) -> Html {
    let form = &state.form;
    let is_free = host.config().is_none_or(|company| company.allow.other_start_urls);
    html! {
        <>
            if is_free {
                { start_url(form, send) }
            }
            <div class="two">{ region(form, send) }{ session_name(form, send) }</div>
            if let Some(found) = form.overridden_region() {
                { overridden_region(found, send) }
            }
            { fold(text::MORE_OPTIONS, family(form, send)) }
        </>
    }
}

fn on_submit(send: &Callback<Msg>) -> Callback<SubmitEvent> {
    send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::SignInClicked
    })
}

fn sign_in(state: &State) -> Html {
    let waits = matches!(state.form.region(), RegionField::LookingUp(_, AfterLookUp::SignIn));
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
        StartUrlRead::Good(url) if url.as_str() != form.start_url_text().trim() => {
            html! { <span class="found">{ text::read_as(url) }</span> }
        }
        StartUrlRead::Good(_) | StartUrlRead::Empty | StartUrlRead::Bad(_) => {
            html! { text::START_URL_HINT }
        }
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
    let hint = match text::region_hint(form.region()) {
        RegionHint::Found(found) => {
            html! { <span class="found">{ small_icon(Glyph::Check) }{ " " }{ found }</span> }
        }
        RegionHint::Plain(hint) => html! { hint },
    };
    let partition = match form.start_url() {
        StartUrlRead::Good(url) => url.partition(),
        StartUrlRead::Empty | StartUrlRead::Bad(_) => None,
    };
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
            <button class="link" type="button" onclick={take_back}>{ text::use_region(found) }</button>
        </>
    };
    callout(Tone::WarnAtOnce, content)
}

fn session_name(form: &PortalForm, send: &Callback<Msg>) -> Html {
    let error = form.session_name().is_err().then_some(AttrValue::Static(text::SESSION_NAME_BAD));
    text_field(TextField {
        id: ids::SESSION_NAME.0.into(),
        label: text::SESSION_NAME,
        value: form.session_name_text().to_owned(),
        error,
        hint: text::SESSION_NAME_HINT.into(),
        on_input: send.reform(|name| Msg::Connect(ConnectMsg::SessionNameEntered(name))),
        ..TextField::default()
    })
}

/// What hardly anybody needs.
fn family(form: &PortalForm, send: &Callback<Msg>) -> Html {
    let value = |family| match family {
        EndpointFamily::Standard => "standard",
        EndpointFamily::DualStack => "dual-stack",
    };
    let choice = |family, label| Choice {
        value: value(family).into(),
        label: AttrValue::Static(label),
        group: None,
    };
    let on_choose = send.reform(|value: String| {
        Msg::Connect(ConnectMsg::FamilyChosen(match value.as_str() {
            "dual-stack" => EndpointFamily::DualStack,
            _ => EndpointFamily::Standard,
        }))
    });
    let (label, hint) = (text::FAMILY.into(), html! { text::FAMILY_HINT });
    html! {
        <Select
            id="family"
            look={SelectLook::Field { label, hint, error: None }}
            choices={vec![
                choice(EndpointFamily::Standard, text::FAMILY_STANDARD),
                choice(EndpointFamily::DualStack, text::FAMILY_DUAL_STACK),
            ]}
            value={value(form.family())}
            {on_choose}
        />
    }
}
