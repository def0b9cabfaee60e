//! The tasks: save, log in, test; and what comes when they are done.

pub mod block;

pub mod options;

mod save;

mod test;

use super::state::Task;
use super::text;
use crate::components::{
    self, Glyph, TextField, fact, fold, icon, qr_code, shell_select, text_field,
};
use crate::effect::CopyId;
use crate::route::Screen;
use crate::screens::setup::view::parts::Context;
use crate::screens::setup::{Msg, Open, UseItMsg, ids};
use yew::{Html, html};

/// The step's panel.
pub fn view(ctx: &Context<'_>) -> Html {
    let on_shell = ctx.send.reform(|shell| Msg::UseIt(UseItMsg::CommandShellChosen(shell)));
    let terminal = |task| terminal(ctx, task, ids::copy_command(task));
    let says = |hint: String| html! { <p class="quiet">{ hint }</p> };
    let log_in = match ctx.state.use_it.cli_token.is_some() {
        true => text::LOGGED_IN_HINT.to_owned(),
        false => text::log_in_hint(ctx.state.use_it.entries.len()),
    };
    let log_in = html! { <>{ says(log_in) }{ terminal(Task::LogIn) }</> };
    let test = html! {
        <>
            { says(text::TEST_HINT.to_owned()) }
            { test::which(ctx) }
            { terminal(Task::Test) }
            { test::said(ctx) }
        </>
    };
    let use_as_default = html! {
        <>{ says(text::default_hint(ctx.shared.command_shell)) }{ terminal(Task::UseAsDefault) }</>
    };
    html! {
        <section class="panel" aria-labelledby={ids::STEP.0}>
            <div class="use-head">
                <h1 id={ids::STEP.0} tabindex="-1">{ text::TITLE }</h1>
                { shell_select("shell".into(), ctx.shared.command_shell, &on_shell) }
            </div>
            <ol class="tasks">
                { task(ctx, Task::Save, save::view(ctx)) }
                <li class="task extra">{ cli(ctx) }</li>
                { task(ctx, Task::LogIn, log_in) }
                { task(ctx, Task::Test, test) }
                { task(ctx, Task::UseAsDefault, use_as_default) }
            </ol>
        </section>
    }
}

/// Whether the AWS CLI is there, and how to install it.
fn cli(ctx: &Context<'_>) -> Html {
    let said = &ctx.state.use_it.cli_said;
    let version = text_field(TextField {
        id: "cli-version".into(),
        label: text::CLI_VERSION,
        value: said.clone(),
        placeholder: "aws-cli/2.36.7 Python/3.13…",
        hint: html! { <span role="status">{ text::cli_version(said) }</span> },
        on_input: ctx.send.reform(|said| Msg::UseIt(UseItMsg::VersionSaid(said))),
        ..TextField::default()
    });
    let content = html! {
        <>
            { version }
            <dl class="facts small">{ for text::INSTALL.map(|(system, how)| fact(system, how)) }</dl>
            <p><a class="link" href={text::INSTALL_URL} target="_blank" rel="noopener noreferrer">{ text::INSTALL_AT_AWS }</a></p>
        </>
    };
    fold(text::HAVE_CLI, content)
}

/// What comes when everything is done.
pub fn goal(ctx: &Context<'_>) -> Html {
    let next = |(title, says): (&'static str, &'static str), more: Html, action: Html| {
        html! { <li><div><h2>{ title }</h2><p>{ says }</p>{ more }</div>{ action }</li> }
    };
    let link = |word: &'static str, to: Screen| {
        html! { <a class="button small" href={to.href()}>{ word }</a> }
    };
    let choose = ctx.button("button small", text::CHOOSE, || Msg::EditClicked(Open::Choose));
    let address = ctx.shared.link(&ctx.state.link().href());
    let qr = fold(text::AS_QR_CODE, qr_code(text::LINK_CODE, &address));
    let copied = (ids::COPY_LINK, &*address);
    let copy = || Msg::CopyLinkClicked;
    let copy_link = ctx.copy_button("button small", [text::COPY_LINK; 2], copied, copy);
    html! {
        <li class="step goal">
            <section class="panel" aria-labelledby="goal">
                <div class="arrived">
                    <span class="big-tick">{ icon(Glyph::Check) }</span>
                    <h2 id="goal">{ text::GOAL_TITLE }</h2>
                    <p class="lead">{ text::GOAL_LEAD }</p>
                </div>
                { terminal(ctx, Task::LogIn, ids::COPY_LOG_IN_AGAIN) }
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
fn task(ctx: &Context<'_>, task: Task, body: Html) -> Html {
    let class = match task {
        Task::UseAsDefault => "task extra",
        _ if ctx.state.use_it.next() == Some(task) => "task next",
        _ => "task",
    };
    let onclick = ctx.send.reform(move |_| Msg::UseIt(UseItMsg::TaskToggled(task)));
    let id = (task == Task::Save).then_some(ids::SAVE.0);
    html! {
        <li {class}>
            if Task::NEEDED.contains(&task) {
                <input
                    class="tick"
                    type="checkbox"
                    aria-label={text::is_done(task)}
                    checked={ctx.state.use_it.done.contains(&task)}
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

fn terminal(ctx: &Context<'_>, task: Task, id: CopyId) -> Html {
    let Some(line) = ctx.state.use_it.command(task, ctx.shared.command_shell, ctx.now) else {
        return html! { <p class="quiet">{ text::CHOOSE_PROFILE }</p> };
    };
    let answer = match (task, ctx.state.use_it.to_test()) {
        (Task::Test, Some(entry)) => test::answer(ctx.state, entry),
        _ => Html::default(),
    };
    let on_copy = ctx.send.reform(move |_| Msg::UseIt(UseItMsg::CopyCommandClicked(task, id)));
    let copied = ctx.shared.copied.state(id, &line);
    components::command(&line, components::COPY, copied, on_copy, answer)
}
