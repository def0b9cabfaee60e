//! Step one: where to sign in.

use crate::app::event::{Event, PortalEvent};
use crate::app::model::Model;
use crate::app::setup::portal_form::{PortalForm, RegionField, StartUrlRead};
use crate::app::site::DemoFile;
use crate::ui::parts::field::{Select, TextField, fault, regions};
use crate::ui::parts::plain::{h2, p};
use crate::ui::text;
use onramp_domain::EndpointFamily;
use onramp_domain::device_flow::{FlowState, SignedOutReason};
use yew::{AttrValue, Callback, Html, SubmitEvent, html};

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Html {
    let form = model.center.form();
    let onsubmit = on.reform(|event: SubmitEvent| {
        event.prevent_default();
        Event::Portal(PortalEvent::SignInClicked)
    });
    html! {
        <div class="with-aside">
        <div class="stack">
            { reason(model) }
            { demo(model.site.file().demo.as_ref(), on) }
            <form class="card stack" {onsubmit} novalidate=true aria-label={text::WHERE_TITLE}>
                if let Some(sentence) = text::filled_in(form.filled_in_by()) {
                    { p("note info small", sentence) }
                }
                { start_url(form, on) }
                <div class="two">
                    { region(form, on) }
                    { session_name(form, on) }
                </div>
                { more(form, on) }
                <div class="actions">
                    <button class="button primary big wide-on-phone" type="submit">{ text::SIGN_IN }</button>
                </div>
                { p("small quiet", text::SENT) }
            </form>
        </div>
        { what_happens() }
        </div>
    }
}

/// Why the person is here again, where that needs a word.
fn reason(model: &Model) -> Html {
    let FlowState::SignedOut(reason) = model.center.flow() else { return html! {} };
    match reason {
        SignedOutReason::Fresh => html! {},
        SignedOutReason::Cancelled
        | SignedOutReason::SignedOut(_)
        | SignedOutReason::SessionEnded(_)
        | SignedOutReason::Expired(_) => {
            html! { <p class="note" role="status">{ text::signed_out(reason) }</p> }
        }
    }
}

fn demo(demo: Option<&DemoFile>, on: &Callback<Event>) -> Html {
    let Some(demo) = demo else { return html! {} };
    let (first, more) = demo.start_urls.split_at(demo.start_urls.len().min(3));
    html! {
        <section class="note info" aria-label={text::DEMO_TITLE}>
            <p><strong>{ text::DEMO_TITLE }</strong>{ ". " }{ text::DEMO_TEXT }</p>
            { chips(first, on) }
            if !more.is_empty() {
                <details class="small"><summary>{ text::DEMO_MORE }</summary>{ chips(more, on) }</details>
            }
        </section>
    }
}

fn chips(urls: &[String], on: &Callback<Event>) -> Html {
    html! {
        <div class="chips">
            for url in urls {
                <button type="button" class="chip" onclick={
                    let url = url.clone();
                    on.reform(move |_| Event::Portal(PortalEvent::StartUrlEntered(url.clone())))
                }>{ url.trim_start_matches("https://").trim_end_matches("/start") }</button>
            }
        </div>
    }
}

/// For somebody who has never done this.
fn what_happens() -> Html {
    html! {
        <aside class="stack small" aria-label={text::WHAT_HAPPENS}>
            { h2(text::WHAT_HAPPENS) }
            <ol class="numbered stack-s">for line in text::WHAT_HAPPENS_TEXT { <li><span>{ line }</span></li> }</ol>
            { h2(text::WHAT_IT_SEES) }
            <ul class="plain-list stack-s">for line in text::WHAT_IT_SEES_TEXT { <li>{ line }</li> }</ul>
        </aside>
    }
}

fn start_url(form: &PortalForm, on: &Callback<Event>) -> Html {
    let hint = match form.start_url() {
        StartUrlRead::Good(url) if url.as_str() != form.start_url_text().trim() => {
            html! { { p("hint found", text::read_as(url)) } }
        }
        StartUrlRead::Good(_) | StartUrlRead::Empty | StartUrlRead::Bad(_) => {
            html! { { p("hint", text::START_URL_HINT) } }
        }
    };
    let field = TextField {
        id: "start-url",
        label: text::START_URL,
        value: form.start_url_text(),
        placeholder: text::START_URL_PLACEHOLDER,
        fault: form.start_url_fault().map(|fault| text::start_url_fault(fault).into()),
        hint,
    };
    field.view(
        on.reform(|url| Event::Portal(PortalEvent::StartUrlEntered(url))),
        on.reform(|()| Event::Portal(PortalEvent::StartUrlLeft)),
    )
}

fn region(form: &PortalForm, on: &Callback<Event>) -> Html {
    let chosen = match form.region() {
        RegionField::Known(region, _) => Some(region),
        RegionField::LookingUp(..) | RegionField::Unknown(_) => None,
    };
    let partition = match form.start_url() {
        StartUrlRead::Good(url) => url.partition(),
        StartUrlRead::Empty | StartUrlRead::Bad(_) => None,
    };
    let missing = form.region_is_missing().then(|| text::REGION_MISSING.into());
    let (class, hint) = text::region_hint(form.region());
    html! {
        <div class="field">
            <label for="sso-region">{ text::REGION }</label>
            { regions("sso-region", text::REGION_NONE, partition, chosen, on, |region| {
                Event::Portal(PortalEvent::RegionChosen(region))
            }) }
            <div id="sso-region-hint">{ fault(missing) }<p {class}>{ hint }</p></div>
        </div>
    }
}

fn session_name(form: &PortalForm, on: &Callback<Event>) -> Html {
    let field = TextField {
        id: "session-name",
        label: text::SESSION_NAME,
        value: form.session_name_text(),
        placeholder: "",
        fault: form.session_name().is_err().then(|| text::SESSION_NAME_BAD.into()),
        hint: html! { { p("hint", text::SESSION_NAME_HINT) } },
    };
    field.view(
        on.reform(|name| Event::Portal(PortalEvent::SessionNameEntered(name))),
        Callback::noop(),
    )
}

/// What hardly anybody needs.
fn more(form: &PortalForm, on: &Callback<Event>) -> Html {
    let on_change = on.reform(|value: String| {
        Event::Portal(PortalEvent::FamilyChosen(match value.as_str() {
            "dual-stack" => EndpointFamily::DualStack,
            _ => EndpointFamily::Standard,
        }))
    });
    let value = match form.family() {
        EndpointFamily::Standard => "standard",
        EndpointFamily::DualStack => "dual-stack",
    };
    let options: Vec<(AttrValue, AttrValue)> = vec![
        ("standard".into(), text::FAMILY_STANDARD.into()),
        ("dual-stack".into(), text::FAMILY_DUAL_STACK.into()),
    ];
    html! {
        <details>
            <summary>{ text::MORE_OPTIONS }</summary>
            <div class="field">
                <label for="family">{ text::FAMILY }</label>
                <Select id="family" {value} {options} {on_change} />
                <p class="hint" id="family-hint">{ text::FAMILY_HINT }</p>
            </div>
        </details>
    }
}
