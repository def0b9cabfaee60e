//! The tasks: save, log in, test; and what comes when they are done.

pub mod block;

pub mod options;

mod save;

mod test;

use super::commands::command;
use super::state::Task;
use super::text;
use crate::components::{
    self, Glyph, TextField, copy_button, fold, icon, qr_code, shell_select, text_field,
};
use crate::effect::CopyId;
use crate::route::Screen;
use crate::screens::setup::ids;
use crate::screens::setup::msg::{Msg, UseItMsg};
use crate::screens::setup::state::{Open, State};
use crate::screens::setup::view::parts::{button, click};
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use yew::{Callback, Html, html};

/// The step's panel.
pub fn view(state: &State, shared: &Shared, now: DateTime<Utc>, send: &Callback<Msg>) -> Html {
    let on_shell = send.reform(|shell| Msg::UseIt(UseItMsg::CommandShellChosen(shell)));
    let terminal = |task| terminal(state, task, ids::copy_command(task), shared, now, send);
    let says = |hint: String| html! { <p class="quiet">{ hint }</p> };
    let log_in = match state.use_it.cli_token.is_some() {
        true => text::LOGGED_IN_HINT.to_owned(),
        false => text::log_in_hint(state.use_it.profiles.entries().len()),
    };
    let log_in = html! { <>{ says(log_in) }{ terminal(Task::LogIn) }</> };
    let test = html! {
        <>
            { says(text::TEST_HINT.to_owned()) }
            { test::which(state, send) }
            { terminal(Task::Test) }
            { test::said(state, send) }
        </>
    };
    let use_as_default = html! {
        <>{ says(text::default_hint(shared.command_shell)) }{ terminal(Task::UseAsDefault) }</>
    };
    html! {
        <section class="panel" aria-labelledby={ids::STEP.0}>
            <div class="use-head">
                <h1 id={ids::STEP.0} tabindex="-1">{ text::TITLE }</h1>
                { shell_select("shell".into(), shared.command_shell, &on_shell) }
            </div>
            <ol class="tasks">
                { task(state, Task::Save, save::view(state, shared, now, send), send) }
                <li class="task extra">{ cli(state, send) }</li>
                { task(state, Task::LogIn, log_in, send) }
                { task(state, Task::Test, test, send) }
                { task(state, Task::UseAsDefault, use_as_default, send) }
            </ol>
        </section>
    }
}

/// Whether the AWS CLI is there, and how to install it.
fn cli(state: &State, send: &Callback<Msg>) -> Html {
    let said = &state.use_it.cli_said;
    let version = text_field(TextField {
        id: "cli-version".into(),
        label: text::CLI_VERSION,
        value: said.clone(),
        placeholder: "aws-cli/2.36.7 Python/3.13…",
        hint: html! { <span role="status">{ text::cli_version(said) }</span> },
        on_input: send.reform(|said| Msg::UseIt(UseItMsg::VersionSaid(said))),
        ..TextField::default()
    });
    let system = |(system, how): (&'static str, &'static str)| {
        html! { <><dt>{ system }</dt><dd>{ how }</dd></> }
    };
    let content = html! {
        <>
            { version }
            <dl class="facts small">{ for text::INSTALL.map(system) }</dl>
            <p><a class="link" href={text::INSTALL_URL} target="_blank" rel="noopener noreferrer">{ text::INSTALL_AT_AWS }</a></p>
        </>
    };
    fold(text::HAVE_CLI, content)
}

/// What comes when everything is done.
pub fn goal(state: &State, shared: &Shared, now: DateTime<Utc>, send: &Callback<Msg>) -> Html {
    let next = |(title, says): (&'static str, &'static str), more: Html, action: Html| {
        html! { <li><div><h2>{ title }</h2><p>{ says }</p>{ more }</div>{ action }</li> }
    };
    let link = |word: &'static str, to: Screen| {
        html! { <a class="button small" href={to.href()}>{ word }</a> }
    };
    let choose = button("button small", text::CHOOSE, send, || Msg::EditClicked(Open::Choose));
    let address = shared.link(&state.share_link());
    let qr = fold(text::AS_QR_CODE, qr_code(text::LINK_CODE, &address));
    let copied = shared.copied.state(ids::COPY_LINK, &address);
    let copy_link = click(send, || Msg::CopyLinkClicked);
    let copy_link =
        copy_button("button small", text::COPY_LINK, text::COPY_LINK, copied, copy_link);
    html! {
        <li class="step goal">
            <section class="panel" aria-labelledby="goal">
                <div class="arrived">
                    <span class="big-tick">{ icon(Glyph::Check) }</span>
                    <h2 id="goal">{ text::GOAL_TITLE }</h2>
                    <p class="lead">{ text::GOAL_LEAD }</p>
                </div>
                { terminal(state, Task::LogIn, ids::COPY_LOG_IN_AGAIN, shared, now, send) }
                <ul class="next-list">
                    { next(text::MORE_ROLES, Html::default(), choose) }
                    { next(text::WHEN_IT_ENDS, Html::default(), link(text::CHECK, Screen::Token)) }
                    { next(text::TIDY, Html::default(), link(text::OPEN, Screen::Config)) }
                    { next(text::COLLEAGUE, qr, copy_link) }
                </ul>
            </section>
        </li>
    }
}

/// Its number is a checkbox, where it has to be done.
fn task(state: &State, task: Task, body: Html, send: &Callback<Msg>) -> Html {
    let class = match task {
        Task::UseAsDefault => "task extra",
        _ if state.use_it.next() == Some(task) => "task next",
        _ => "task",
    };
    let onclick = send.reform(move |_| Msg::UseIt(UseItMsg::TaskToggled(task)));
    let id = (task == Task::Save).then_some(ids::SAVE.0);
    html! {
        <li {class}>
            if Task::NEEDED.contains(&task) {
                <input
                    class="tick"
                    type="checkbox"
                    aria-label={text::is_done(task)}
                    checked={state.use_it.done.contains(&task)}
                    {onclick}
                />
            }
            <section class="task-body" aria-label={text::task(task)} {id} tabindex={id.map(|_| "-1")}>
                <h2>{ text::task(task) }</h2>
                { body }
            </section>
        </li>
    }
}

fn terminal(
    state: &State,
    task: Task,
    id: CopyId,
    shared: &Shared,
    now: DateTime<Utc>,
    send: &Callback<Msg>,
) -> Html {
    let Some(line) = command(&state.use_it, task, shared.command_shell, now) else {
        return html! { <p class="quiet">{ text::CHOOSE_PROFILE }</p> };
    };
    let answer = match (task, state.use_it.to_test()) {
        (Task::Test, Some(entry)) => test::answer(state, entry),
        _ => Html::default(),
    };
    let on_copy = send.reform(move |_| Msg::UseIt(UseItMsg::CopyCommandClicked(task, id)));
    components::command(&line, components::COPY, shared.copied.state(id, &line), on_copy, answer)
}
