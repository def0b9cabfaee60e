//! The form on one side; the start page, the file and the link on the other.

use super::msg::{Flag, List, Msg};
use super::state::State;
use super::text;
use super::update::{COPY_FILE, COPY_LINK, PORTALS, RULES};
use crate::components::{
    COPY, Select, SelectLook, SelectOption, TextField, Tone, button, callout, click, code_block,
    copy_button, paragraph, qr_code, quiet, small_print, text_field,
};
use crate::effect::ElementId;
use crate::file_text::FileText;
use crate::host_config::HostConfig;
use crate::shared::Shared;
use onramp_domain::host_config::{HostConfigProblem, PROPERTIES, Rule};
use yew::{Callback, Html, html};

/// The screen. `preview` is the start page that the file makes.
pub fn view(
    state: &State,
    shared: &Shared,
    heading: ElementId,
    preview: Html,
    send: &Callback<Msg>,
) -> Html {
    let problems = state.config.clone().check();
    html! {
        <>
            <div class="hero">
                <h1 id={heading.0} tabindex="-1">{ text::TITLE }</h1>
                <p class="lead">{ text::LEAD }</p>
            </div>
            <div class="panes even">
                <div class="stack">
                    { form(state, &problems, send) }
                    { hosting() }
                </div>
                <div class="pane">
                    <section class="preview" aria-label={text::PREVIEW}>
                        <div inert=true aria-hidden="true">{ preview }</div>
                    </section>
                    { file(state, &problems, shared, send) }
                    { link(state, shared, send) }
                </div>
            </div>
        </>
    }
}

fn form(state: &State, problems: &[HostConfigProblem], send: &Callback<Msg>) -> Html {
    let texts = state.texts();
    let fields = |list: Option<(List, usize)>, keys: &[&str]| {
        let prefix = match list {
            Some((List::Sessions, place)) => format!("sessions[{place}]."),
            Some((List::Rules, place)) => format!("rules[{place}]."),
            None => String::new(),
        };
        let field = |(path, value): &(String, String)| {
            let key = path.strip_prefix(&prefix)?;
            (!key.contains('[') && (keys.is_empty() || keys.contains(&key)))
                .then(|| field(list.map(|(list, _)| list), path, key, value, problems, send))
        };
        html! { <div class="two">{ for texts.iter().filter_map(field) }</div> }
    };
    let config = &state.config;
    let portals = if config.sessions.is_empty() {
        fields(None, &["start_url", "region", "session_name"])
    } else {
        let entry = |place| {
            entry((List::Sessions, place), fields(Some((List::Sessions, place)), &[]), send)
        };
        html! { <>{ for (0..config.sessions.len()).map(entry) }</> }
    };
    let rule = |(place, rule): (usize, &Rule)| {
        let flags = [Flag::Preselected(place), Flag::Recommended(place), Flag::Hidden(place)];
        let content = html! {
            <>
                { fields(Some((List::Rules, place)), &[]) }
                { properties(place, rule, send) }
                { switches(state, &flags, send) }
            </>
        };
        entry((List::Rules, place), content, send)
    };
    let allow = [Flag::OtherStartUrls, Flag::SaveToken, Flag::RoleCredentials];
    let section = |id: &'static str, title: &'static str, content: Html| {
        html! { <section class="panel"><h2 {id} tabindex="-1">{ title }</h2>{ content }</section> }
    };
    let own = ["name", "logo", "accent", "notice", "support.text", "support.link"];
    let profiles = ["default_region", "output", "profile_name_template"];
    html! {
        <>
            { section("company", text::COMPANY, fields(None, &own)) }
            { section(PORTALS.0, text::PORTAL, html! { <>{ portals }{ add(List::Sessions, send) }</> }) }
            { section("profiles", text::PROFILES, fields(None, &profiles)) }
            { section(RULES.0, text::RULES, html! {
                <>
                    { quiet(text::RULES_LEAD) }
                    { for config.rules.iter().enumerate().map(rule) }
                    { add(List::Rules, send) }
                </>
            }) }
            { section("allow", text::ALLOW, switches(state, &allow, send)) }
        </>
    }
}

fn field(
    list: Option<List>,
    path: &str,
    key: &str,
    value: &str,
    problems: &[HostConfigProblem],
    send: &Callback<Msg>,
) -> Html {
    let (label, placeholder, hint) = text::field(list, key);
    let problem = problems.iter().find(|problem| problem.path == path);
    let path = path.to_owned();
    text_field(TextField {
        id: path.clone().into(),
        label,
        placeholder,
        value: value.to_owned(),
        error: problem.map(|problem| problem.wrong.to_string().into()),
        hint: html! { hint },
        on_input: send.reform(move |text| Msg::TextEntered(path.clone(), text)),
        ..TextField::default()
    })
}

/// An entry of a list, and the button that takes it away.
fn entry((list, place): (List, usize), content: Html, send: &Callback<Msg>) -> Html {
    html! {
        <fieldset class="stack">
            <legend>{ text::entry(list, place) }</legend>
            { content }
            { button("link", text::REMOVE, send, Msg::RemoveClicked(list, place)) }
        </fieldset>
    }
}

fn add(list: List, send: &Callback<Msg>) -> Html {
    button("button small", text::add(list), send, Msg::AddClicked(list))
}

fn switches(state: &State, flags: &[Flag], send: &Callback<Msg>) -> Html {
    let switch = |flag: &Flag| {
        let flag = *flag;
        let onchange = send.reform(move |_| Msg::FlagToggled(flag));
        html! {
            <label class="check">
                <input type="checkbox" checked={state.is_on(flag)} {onchange} />
                <span>{ text::flag(flag) }</span>
            </label>
        }
    };
    html! { <div class="checks">{ for flags.iter().map(switch) }</div> }
}

fn properties(place: usize, rule: &Rule, send: &Callback<Msg>) -> Html {
    let mut choices = vec![SelectOption::new("", text::NO_PROPERTY)];
    for (key, values) in PROPERTIES {
        let choice =
            |value: &&str| SelectOption::new(format!("{key}={value}"), text::line(key, value));
        choices.extend(values.iter().map(choice));
    }
    let lines = text::lines(rule.properties.iter());
    let hint = if lines.is_empty() { text::PROPERTY_HINT.to_owned() } else { lines };
    html! {
        <Select
            id={format!("rules[{place}].properties")}
            look={SelectLook::field(text::PROPERTY, html! { hint })}
            {choices}
            value=""
            on_choose={send.reform(move |line| Msg::PropertyChosen(place, line))}
        />
    }
}

/// The file, and what keeps a host from taking it.
fn file(
    state: &State,
    problems: &[HostConfigProblem],
    shared: &Shared,
    send: &Callback<Msg>,
) -> Html {
    let text = state.config.to_json();
    let copied = shared.copied.state(COPY_FILE, &text);
    let copy = click(send, Msg::CopyClicked);
    let buttons = html! {
        <>
            { copy_button("link small", text::COPY_FILE, COPY, copied, copy) }
            { button("link small", text::DOWNLOAD, send, Msg::DownloadClicked) }
        </>
    };
    let problem = |problem: &HostConfigProblem| html! { <li>{ problem.to_string() }</li> };
    html! {
        <>
            if !problems.is_empty() {
                { callout(Tone::Warn, html! {
                    <div>{ paragraph(text::WRONG) }<ul>{ for problems.iter().map(problem) }</ul></div>
                }) }
            }
            { code_block(text::FILE, text::FILE, "".into(), FileText::new(text), buttons) }
            if shared.host.config().is_some_and(|own| *own != HostConfig::default()) {
                { small_print(text::RELAY) }
            }
        </>
    }
}

fn link(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let Some(hash) = state.link() else { return Html::default() };
    let address = shared.link(&hash);
    let copied = shared.copied.state(COPY_LINK, &address);
    html! {
        <section class="panel">
            <h2>{ text::LINK }</h2>
            <div class="beside-qr">
                { qr_code(text::LINK_CODE, &address) }
                <div class="stack-s">
                    { small_print(text::LINK_HELP) }
                    <p class="small"><code>{ address }</code></p>
                    { copy_button("button small", text::COPY_LINK, text::COPY_LINK, copied, click(send, Msg::CopyLinkClicked)) }
                </div>
            </div>
        </section>
    }
}

fn hosting() -> Html {
    let way = |(name, what, command): &(&'static str, &'static str, &'static str)| {
        html! {
            <li>
                <p><b>{ *name }</b>{ ". " }{ *what }</p>
                if !command.is_empty() {
                    <p class="small"><code>{ *command }</code></p>
                }
            </li>
        }
    };
    html! {
        <section class="panel">
            <h2>{ text::HOSTING }</h2>
            <ol class="ways">{ for text::WAYS.iter().map(way) }</ol>
        </section>
    }
}
