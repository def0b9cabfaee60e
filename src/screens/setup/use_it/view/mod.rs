//! The tasks: save, log in, test; and what comes when they are done.

pub mod block;

pub mod options;

mod save;

mod test;

use super::commands::command;
use super::state::Task;
use super::text;
use crate::components::{self, CopyLook, Glyph, copy_button, fold, icon, shell_select};
use crate::effect::CopyId;
use crate::route::Screen;
use crate::screens::setup::ids;
use crate::screens::setup::msg::{Msg, UseItMsg};
use crate::screens::setup::state::State;
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, TargetCast, html};

/// The step's panel.
pub fn view(state: &State, shared: &Shared, now: DateTime<Utc>, send: &Callback<Msg>) -> Html {
    let on_shell = send.reform(|shell| Msg::UseIt(UseItMsg::CommandShellChosen(shell)));
    html! {
        <section class="panel" aria-labelledby={ids::STEP.0}>
            <div class="use-head">
                <h1 id={ids::STEP.0} tabindex="-1">{ text::TITLE }</h1>
                { shell_select("shell".into(), shared.command_shell, &on_shell) }
            </div>
            <ol class="tasks">
                { task(state, Task::Save, save::view(state, shared, now, send), send) }
                { task(state, Task::LogIn, log_in(state, shared, now, send), send) }
                { task(state, Task::Test, test_body(state, shared, now, send), send) }
                { use_as_default(state, shared, now, send) }
            </ol>
            { cli(state, send) }
        </section>
    }
}

/// Whether the AWS CLI is there, and how to install it.
fn cli(state: &State, send: &Callback<Msg>) -> Html {
    let oninput = send.reform(|event: InputEvent| {
        let said = event.target_unchecked_into::<HtmlInputElement>().value();
        Msg::UseIt(UseItMsg::VersionSaid(said))
    });
    let system = |(system, how): (&'static str, &'static str)| {
        html! { <><dt>{ system }</dt><dd>{ how }</dd></> }
    };
    let content = html! {
        <>
            <div class="field">
                <label for="cli-version">{ text::CLI_VERSION }</label>
                <input
                    class="input"
                    id="cli-version"
                    type="text"
                    spellcheck="false"
                    autocomplete="off"
                    placeholder="aws-cli/2.36.7 Python/3.13…"
                    aria-describedby="cli-version-hint"
                    {oninput}
                />
                <p class="hint" id="cli-version-hint" role="status">
                    { state.use_it.cli.map_or(text::CLI_VERSION_HINT, text::cli_version) }
                </p>
            </div>
            <dl class="facts small">{ for text::INSTALL.map(system) }</dl>
            <p><a class="link" href={text::INSTALL_URL} target="_blank" rel="noopener noreferrer">{ text::INSTALL_AT_AWS }</a></p>
        </>
    };
    fold(text::HAVE_CLI, content)
}

/// What comes when everything is done.
pub fn goal(state: &State, shared: &Shared, now: DateTime<Utc>, send: &Callback<Msg>) -> Html {
    let next = |(title, says, _): (&'static str, &'static str, &'static str), action: Html| {
        html! { <li><div><h2>{ title }</h2><p>{ says }</p></div>{ action }</li> }
    };
    let choose = send.reform(|_| Msg::EditChoiceClicked);
    let hash = state.share_link().unwrap_or_default();
    let copied = shared.copied.state(ids::COPY_LINK, &hash);
    let copy_link = send.reform(|_| Msg::CopyLinkClicked);
    let word = text::COLLEAGUE.2;
    let copy_link = copy_button(CopyLook::Small, word, word, copied, copy_link);
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
                    { next(text::MORE_ROLES, html! {
                        <button class="button small" type="button" onclick={choose}>{ text::MORE_ROLES.2 }</button>
                    }) }
                    { next(text::WHEN_IT_ENDS, html! {
                        <a class="button small" href={Screen::Token.href()}>{ text::WHEN_IT_ENDS.2 }</a>
                    }) }
                    { next(text::TIDY, html! {
                        <a class="button small" href={Screen::Config.href()}>{ text::TIDY.2 }</a>
                    }) }
                    { next(text::COLLEAGUE, copy_link) }
                </ul>
            </section>
        </li>
    }
}

fn task(state: &State, task: Task, body: Html, send: &Callback<Msg>) -> Html {
    let is_next = state.use_it.next() == Some(task);
    let onclick = send.reform(move |_| Msg::UseIt(UseItMsg::TaskToggled(task)));
    html! {
        <li class={if is_next { "task next" } else { "task" }}>
            <input
                class="tick"
                type="checkbox"
                aria-label={text::is_done(task)}
                checked={state.use_it.done.contains(&task)}
                {onclick}
            />
            <section class="task-body" aria-label={text::task(task)}>
                <h2>{ text::task(task) }</h2>
                { body }
            </section>
        </li>
    }
}

fn log_in(state: &State, shared: &Shared, now: DateTime<Utc>, send: &Callback<Msg>) -> Html {
    let use_it = &state.use_it;
    let hint = match use_it.cli_has_token {
        true => text::LOGGED_IN_HINT,
        false => text::log_in_hint(use_it.profiles.entries().len(), use_it.options.format),
    };
    html! {
        <>
            <p class="quiet">{ hint }</p>
            { terminal(state, Task::LogIn, ids::copy_command(Task::LogIn), shared, now, send) }
        </>
    }
}

fn test_body(state: &State, shared: &Shared, now: DateTime<Utc>, send: &Callback<Msg>) -> Html {
    html! {
        <>
            <p class="quiet">{ text::TEST_HINT }</p>
            { test::which(state, send) }
            { terminal(state, Task::Test, ids::copy_command(Task::Test), shared, now, send) }
            { test::said(state, send) }
        </>
    }
}

/// Nobody has to, so it has no number.
fn use_as_default(
    state: &State,
    shared: &Shared,
    now: DateTime<Utc>,
    send: &Callback<Msg>,
) -> Html {
    let task = Task::UseAsDefault;
    html! {
        <li class="task extra">
            <section class="task-body" aria-label={text::task(task)}>
                <h2>{ text::task(task) }</h2>
                <p class="quiet">{ text::default_hint(shared.command_shell) }</p>
                { terminal(state, task, ids::copy_command(task), shared, now, send) }
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
    components::command(&line, shared.copied.state(id, &line), on_copy, answer)
}
