//! Step one: where to sign in.

use crate::app::event::{Event, PortalEvent};
use crate::app::model::Model;
use crate::app::setup::portal_form::{PortalForm, StartUrlRead};
use crate::app::site::DemoFile;
use crate::ui::parts::element::{Element, Told, el};
use crate::ui::parts::field::{TextField, labelled, option, regions, select, under};
use crate::ui::parts::plain::{details, div, h2, p, span};
use crate::ui::text;
use onramp_domain::device_flow::{FlowState, SignedOutReason};
use onramp_domain::{EndpointFamily, Region};
use yew::{Callback, Event as DomEvent};

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Element {
    let column = div("stack")
        .with(reason(model))
        .with(model.site.file().demo.as_ref().map(|demo| demo_view(demo, on)))
        .with(form_view(model.center.form(), on));
    div("with-aside").with(column).with(what_happens())
}

fn form_view(form: &PortalForm, on: &Callback<Event>) -> Element {
    let filled_in = text::filled_in(form.filled_in_by());
    let sign_in =
        el("button", "button primary big wide-on-phone").attr("type", "submit").text(text::SIGN_IN);
    let submitted = {
        let on = on.clone();
        move |event: DomEvent| {
            event.prevent_default();
            on.emit(Event::Portal(PortalEvent::SignInClicked));
        }
    };
    el("form", "card stack")
        .attr("novalidate", "novalidate")
        .attr("aria-label", text::WHERE_TITLE)
        .heard(Told::Submit, submitted)
        .with(filled_in.map(|sentence| p("note info small", sentence)))
        .with(start_url(form, on))
        .with(div("two").with(region(form, on)).with(session_name(form, on)))
        .with(more(form, on))
        .with(div("actions").with(sign_in))
        .with(p("small quiet", text::SENT))
}

/// Why the person is here again, where that needs a word.
fn reason(model: &Model) -> Option<Element> {
    let FlowState::SignedOut(reason) = model.center.flow() else { return None };
    match reason {
        SignedOutReason::Fresh => None,
        SignedOutReason::Cancelled
        | SignedOutReason::SignedOut(_)
        | SignedOutReason::SessionEnded(_)
        | SignedOutReason::Expired(_) => {
            Some(p("note", text::signed_out(reason)).attr("role", "status"))
        }
    }
}

fn demo_view(demo: &DemoFile, on: &Callback<Event>) -> Element {
    let (first, more) = demo.start_urls.split_at(demo.start_urls.len().min(3));
    let about =
        el("p", "").with(el("strong", "").text(text::DEMO_TITLE)).text(". ").text(text::DEMO_TEXT);
    let more = (!more.is_empty())
        .then(|| details(text::DEMO_MORE).attr("class", "small").with(chips(more, on)));
    el("section", "note info")
        .attr("aria-label", text::DEMO_TITLE)
        .with(about)
        .with(chips(first, on))
        .with(more)
}

fn chips(urls: &[String], on: &Callback<Event>) -> Element {
    let chip = |url: &String| {
        let (on, url) = (on.clone(), url.clone());
        let name = url.strip_prefix("https://").unwrap_or(&url);
        let name = name.strip_suffix("/start").unwrap_or(name).to_owned();
        let pressed = move |_| on.emit(Event::Portal(PortalEvent::StartUrlEntered(url.clone())));
        el("button", "chip").attr("type", "button").heard(Told::Click, pressed).text(name)
    };
    div("chips").with_all(urls.iter().map(chip))
}

/// For somebody who has never done this.
fn what_happens() -> Element {
    let happens = text::WHAT_HAPPENS_TEXT.into_iter().map(|line| el("li", "").with(span("", line)));
    let sees = text::WHAT_IT_SEES_TEXT.into_iter().map(|line| el("li", "").text(line));
    el("aside", "stack small")
        .attr("aria-label", text::WHAT_HAPPENS)
        .with(h2(text::WHAT_HAPPENS))
        .with(el("ol", "numbered stack-s").with_all(happens))
        .with(h2(text::WHAT_IT_SEES))
        .with(el("ul", "plain-list stack-s").with_all(sees))
}

fn start_url(form: &PortalForm, on: &Callback<Event>) -> Element {
    let hint = match form.start_url() {
        StartUrlRead::Good(url) if url.as_str() != form.start_url_text().trim() => {
            p("hint found", text::read_as(url))
        }
        StartUrlRead::Good(_) | StartUrlRead::Empty | StartUrlRead::Bad(_) => {
            p("hint", text::START_URL_HINT)
        }
    };
    let field = TextField {
        id: "start-url",
        label: text::START_URL,
        value: form.start_url_text(),
        placeholder: text::START_URL_PLACEHOLDER,
        fault: form.start_url_fault().map(text::start_url_fault),
        hint,
        entered: |url| Event::Portal(PortalEvent::StartUrlEntered(url)),
        left: Some(|| Event::Portal(PortalEvent::StartUrlLeft)),
    };
    field.view(on)
}

fn region(form: &PortalForm, on: &Callback<Event>) -> Element {
    let chosen = form.known_region();
    let partition = match form.start_url() {
        StartUrlRead::Good(url) => url.partition(),
        StartUrlRead::Empty | StartUrlRead::Bad(_) => None,
    };
    let missing = form.region_is_missing().then(|| text::REGION_MISSING.to_owned());
    let (class, hint) = text::region_hint(form.region());
    let control = regions("sso-region", text::REGION_NONE, partition, chosen, on, |id| {
        Event::Portal(PortalEvent::RegionChosen(Region::parse(&id).ok()))
    });
    labelled("sso-region", text::REGION, control).with(under("sso-region", missing, p(class, hint)))
}

fn session_name(form: &PortalForm, on: &Callback<Event>) -> Element {
    let field = TextField {
        id: "session-name",
        label: text::SESSION_NAME,
        value: form.session_name_text(),
        placeholder: "",
        fault: form.session_name().is_err().then(|| text::SESSION_NAME_BAD.to_owned()),
        hint: p("hint", text::SESSION_NAME_HINT),
        entered: |name| Event::Portal(PortalEvent::SessionNameEntered(name)),
        left: None,
    };
    field.view(on)
}

/// What hardly anybody needs.
fn more(form: &PortalForm, on: &Callback<Event>) -> Element {
    let chosen = match form.family() {
        EndpointFamily::Standard => "standard",
        EndpointFamily::DualStack => "dual-stack",
    };
    let control = select("family", on, |value| {
        Event::Portal(PortalEvent::FamilyChosen(match value.as_str() {
            "dual-stack" => EndpointFamily::DualStack,
            _ => EndpointFamily::Standard,
        }))
    })
    .with(option("standard", text::FAMILY_STANDARD, chosen))
    .with(option("dual-stack", text::FAMILY_DUAL_STACK, chosen));
    let hint = p("hint", text::FAMILY_HINT).attr("id", "family-hint");
    details(text::MORE_OPTIONS).with(labelled("family", text::FAMILY, control).with(hint))
}
