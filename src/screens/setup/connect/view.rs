//! The form.

use super::form::PortalForm;
use super::region::{AfterLookUp, RegionField};
use super::start_url::StartUrlRead;
use super::text::{self, RegionHint};
use crate::components::{
    Choice, Glyph, Select, SelectLook, TextField, Tone, callout, fold, region_select, small_icon,
    text_field,
};
use crate::host_config::{Demo, HostSettings};
use crate::screens::setup::ids;
use crate::screens::setup::msg::{ConnectMsg, Msg};
use crate::screens::setup::state::State;
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
            { form(state, send) }
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

fn form(state: &State, send: &Callback<Msg>) -> Html {
    let form = &state.form;
    let onsubmit = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::SignInClicked
    });
    let back = send.reform(|_| Msg::Connect(ConnectMsg::BackClicked));
    let waits = matches!(form.region(), RegionField::LookingUp(_, AfterLookUp::SignIn));
    html! {
        <form class="panel" novalidate=true aria-label={text::FORM} {onsubmit}>
            if let Some(sentence) = text::filled_in(form.filled_in_by()) {
                { callout(Tone::Plain(Glyph::Lock), html! { <p>{ sentence }</p> }) }
            }
            { start_url(form, send) }
            <div class="two">{ region(form, send) }{ session_name(form, send) }</div>
            if let Some(found) = form.overridden_region() {
                { overridden_region(found, send) }
            }
            { fold(text::MORE_OPTIONS, family(form, send)) }
            <div class="actions fill-row">
                <button class="button primary big" type="submit" aria-disabled={waits.then_some("true")}>
                    { text::SIGN_IN }
                </button>
                if waits {
                    <p role="status" class="quiet">{ text::FINDING_REGION }</p>
                }
                if state.listed.is_some() {
                    <button class="link" type="button" onclick={back}>{ text::BACK }</button>
                }
            </div>
            <p class="privacy">{ small_icon(Glyph::Lock) }<span>{ text::SENT }</span></p>
        </form>
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
        id: ids::START_URL.0,
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
        id: ids::SESSION_NAME.0,
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
