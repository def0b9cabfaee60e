//! Saving: in the folder itself where the browser opens it, else by one command; and how that went.

use super::{block, options};
use crate::components::{self, Tone, callout, diff, diff_line, fold, note, small_print};
use crate::route::Screen;
use crate::screens::setup::ids;
use crate::screens::setup::msg::{Msg, UseItMsg};
use crate::screens::setup::state::State;
use crate::screens::setup::use_it::commands::command;
use crate::screens::setup::use_it::save::{Progress, Saved};
use crate::screens::setup::use_it::state::Task;
use crate::screens::setup::use_it::text;
use crate::screens::setup::view::parts::{button, click};
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use onramp_domain::config::DiffLine;
use yew::{Callback, Html, html};

pub(super) fn view(
    state: &State,
    shared: &Shared,
    now: DateTime<Utc>,
    send: &Callback<Msg>,
) -> Html {
    let use_it = &state.use_it;
    if let Some(saved) = use_it.save.saved(use_it.profiles.entries()) {
        return view_saved(state, saved, shared, send);
    }
    let profiles = use_it.profiles.entries().len();
    html! {
        <>
            <p class="quiet">{ text::save_hint(profiles) }</p>
            { block::whole(state, shared, send) }
            if profiles > 0 {
                if shared.opens_folders {
                    { in_folder(state, shared, send) }
                    { told(&use_it.save.progress, send) }
                    { fold(text::PASTE_INSTEAD, by_command(state, shared, now, send)) }
                } else {
                    { by_command(state, shared, now, send) }
                    <div class="actions">
                        { download("button small", send) }
                        { merge("button small", text::MERGE, send) }
                        <span class="quiet small">{ text::WHO_SAVES }</span>
                    </div>
                }
            }
            { options::view(state, send) }
        </>
    }
}

/// The folder's own button, and what goes with it.
fn in_folder(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let save = &state.use_it.save;
    let class = match state.use_it.next() {
        Some(Task::Save) => "button primary",
        _ => "button",
    };
    html! {
        <>
            if state.may_sign_cli_in(shared) {
                <div>
                    <label class="check">
                        <input
                            type="checkbox"
                            checked={save.signs_cli_in}
                            aria-label={text::SIGN_CLI_IN}
                            aria-describedby="sign-cli-in"
                            onclick={click(send, || Msg::UseIt(UseItMsg::SignCliInToggled))}
                        />
                        { text::SIGN_CLI_IN }
                    </label>
                    <p class="hint" id="sign-cli-in">{ text::SIGN_CLI_IN_HINT }</p>
                </div>
            }
            <div class="actions fill-row">
                <button
                    {class}
                    type="button"
                    aria-disabled={save.is_running().then_some("true")}
                    onclick={click(send, save_clicked)}
                >
                    { text::SAVE_IN_FOLDER }
                </button>
                { download("button", send) }
                { merge("link", text::MERGE, send) }
            </div>
            { small_print(text::WHERE_IS_FOLDER) }
        </>
    }
}

/// The command to paste: shown short, copied whole.
fn by_command(state: &State, shared: &Shared, now: DateTime<Utc>, send: &Callback<Msg>) -> Html {
    let shell = shared.command_shell;
    let Some(whole) = command(&state.use_it, Task::Save, shell, now) else {
        return html! { <p class="quiet">{ text::TOO_LONG_FOR_A_COMMAND }</p> };
    };
    let lines = onramp_domain::block::write(state.use_it.profiles.entries()).lines().count();
    let short = shell.save_in_short(&text::lines_above(lines), now);
    let id = ids::copy_command(Task::Save);
    let on_copy = send.reform(move |_| Msg::UseIt(UseItMsg::CopyCommandClicked(Task::Save, id)));
    html! {
        <>
            <p class="quiet small">{ text::PASTE_HINT }</p>
            { components::command(&short, text::COPY_SAVE_COMMAND, shared.copied.state(id, &whole), on_copy, html! {}) }
        </>
    }
}

/// How it goes, before it is saved.
fn told(progress: &Progress, send: &Callback<Msg>) -> Html {
    let said = |words: &'static str| html! { <p class="quiet" role="status">{ words }</p> };
    match progress {
        Progress::Idle | Progress::Saved(_) => Html::default(),
        Progress::Reading | Progress::Saving(..) | Progress::Undoing(..) => said(text::SAVING),
        Progress::Undone(_) => said(text::UNDONE),
        Progress::Refused(refusal) => note(Tone::Bad, text::refusal(refusal)),
        Progress::NotAws(_, name) => {
            let actions = html! {
                <div class="actions">
                    { button("button small", text::ANOTHER_FOLDER, send, save_clicked) }
                    { button("link small", text::SAVE_HERE, send, || Msg::UseIt(UseItMsg::SaveHereClicked)) }
                </div>
            };
            warning(text::not_aws(name), actions)
        }
        Progress::Blocked(why, ..) => {
            let merge = merge("button small", text::MERGE_IN_TIDY, send);
            warning(text::blocked(why), html! { <div class="actions">{ merge }</div> })
        }
    }
}

fn view_saved(state: &State, saved: &Saved, shared: &Shared, send: &Callback<Msg>) -> Html {
    html! {
        <>
            <div class="saved">
                <p class="quiet" role="status">{ text::saved(saved) }</p>
                if !saved.was_there() || saved.token.is_some() {
                    { button("link", text::UNDO, send, || Msg::UseIt(UseItMsg::UndoSaveClicked)) }
                }
            </div>
            if saved.has_token_failed {
                { note(Tone::WarnAtOnce, text::CLI_NOT_SIGNED_IN) }
            }
            if let Some(refusal) = &saved.not_undone {
                { note(Tone::WarnAtOnce, text::not_undone(refusal, saved.backup.as_deref())) }
            }
            { fold(text::SHOW_CHANGE, match saved.before {
                None => block::whole(state, shared, send),
                Some(_) => change(saved),
            }) }
        </>
    }
}

fn warning(words: String, actions: Html) -> Html {
    callout(Tone::WarnAtOnce, html! { <><p>{ words }</p>{ actions }</> })
}

/// What came to the file: a merge that gets here takes nothing away.
fn change(saved: &Saved) -> Html {
    let editor = saved.editor();
    let row = |line: &DiffLine<'_>| diff_line(line.kind, line.new, line.text, "");
    let hunks = editor.hunks(1);
    diff(text::CHANGED_LINES, hunks.iter().flatten().map(row).collect())
}

fn download(class: &'static str, send: &Callback<Msg>) -> Html {
    button(class, text::DOWNLOAD, send, || Msg::UseIt(UseItMsg::DownloadClicked))
}

fn merge(class: &'static str, word: &'static str, send: &Callback<Msg>) -> Html {
    let onclick = click(send, || Msg::UseIt(UseItMsg::MergeClicked));
    html! { <a {class} href={Screen::Config.href()} {onclick}>{ word }</a> }
}

fn save_clicked() -> Msg {
    Msg::UseIt(UseItMsg::SaveClicked)
}
