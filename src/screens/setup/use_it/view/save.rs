//! Saving: in the folder itself where the browser opens it, else by one command; and how that went.

use super::{block, options};
use crate::components::{self, Tone, callout, diff, diff_line, fold, note, small_print};
use crate::file_text::FileText;
use crate::route::Screen;
use crate::saving::{Before, ToSave};
use crate::screens::setup::use_it::save::{SaveProgress, Saved};
use crate::screens::setup::use_it::{Task, text};
use crate::screens::setup::view::parts::Context;
use crate::screens::setup::{Msg, UseItMsg, ids};
use onramp_domain::config::{DiffLine, Document, Editor};
use yew::{Html, html};

pub(super) fn view(ctx: &Context<'_>) -> Html {
    let use_it = &ctx.state.use_it;
    if let Some(saved) = use_it.save.saved(&use_it.entries) {
        return view_saved(ctx, saved);
    }
    let profiles = use_it.entries.len();
    html! {
        <>
            <p class="quiet">{ text::save_hint(profiles) }</p>
            { block::whole(ctx) }
            if profiles > 0 {
                if ctx.shared.opens_folders {
                    { in_folder(ctx) }
                    { told(ctx) }
                    { fold(text::PASTE_INSTEAD, by_command(ctx)) }
                } else {
                    { by_command(ctx) }
                    <div class="actions">
                        { download(ctx, "button small") }
                        { merge(ctx, "button small", text::MERGE) }
                        <span class="quiet small">{ text::WHO_SAVES }</span>
                    </div>
                }
            }
            { options::view(ctx) }
        </>
    }
}

/// The folder's own button, and what goes with it.
fn in_folder(ctx: &Context<'_>) -> Html {
    let save = &ctx.state.use_it.save;
    let class = match ctx.state.use_it.next() {
        Some(Task::Save) => "button primary",
        _ => "button",
    };
    html! {
        <>
            if ctx.state.may_sign_cli_in(ctx.shared) {
                <div>
                    <label class="check">
                        <input
                            type="checkbox"
                            checked={save.signs_cli_in}
                            aria-label={text::SIGN_CLI_IN}
                            aria-describedby="sign-cli-in"
                            onclick={ctx.click(|| Msg::UseIt(UseItMsg::SignCliInToggled))}
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
                    onclick={ctx.click(save_clicked)}
                >
                    { text::SAVE_IN_FOLDER }
                </button>
                { download(ctx, "button") }
                { merge(ctx, "link", text::MERGE) }
            </div>
            { small_print(text::WHERE_IS_FOLDER) }
        </>
    }
}

/// The command to paste: shown short, copied whole.
fn by_command(ctx: &Context<'_>) -> Html {
    let shell = ctx.shared.command_shell;
    let Some(whole) = ctx.state.use_it.command(Task::Save, shell, ctx.now) else {
        return html! { <p class="quiet">{ text::TOO_LONG_FOR_A_COMMAND }</p> };
    };
    let lines = onramp_domain::block::write(&ctx.state.use_it.entries).lines().count();
    let short = shell.save_in_short(&text::lines_above(lines), ctx.now);
    let id = ids::copy_command(Task::Save);
    let on_copy =
        ctx.send.reform(move |_| Msg::UseIt(UseItMsg::CopyCommandClicked(Task::Save, id)));
    html! {
        <>
            <p class="quiet small">{ text::PASTE_HINT }</p>
            { components::command(&short, text::COPY_SAVE_COMMAND, ctx.shared.copied.state(id, &whole), on_copy, html! {}) }
        </>
    }
}

/// How it goes, before it is saved.
fn told(ctx: &Context<'_>) -> Html {
    let said = |words: &'static str| html! { <p class="quiet" role="status">{ words }</p> };
    match &ctx.state.use_it.save.progress {
        SaveProgress::Idle | SaveProgress::Saved(_) => Html::default(),
        SaveProgress::Reading | SaveProgress::Running(..) => said(text::SAVING),
        SaveProgress::Undone(_) => said(text::UNDONE),
        SaveProgress::Refused(refusal) => note(Tone::Bad, text::refusal(refusal)),
        SaveProgress::NotAws(_, name) => {
            let actions = html! {
                <div class="actions">
                    { ctx.button("button small", text::ANOTHER_FOLDER, save_clicked) }
                    { ctx.button("link small", text::SAVE_HERE, || Msg::UseIt(UseItMsg::SaveHereClicked)) }
                </div>
            };
            warning(text::not_aws(name), actions)
        }
        SaveProgress::Blocked(why, ..) => {
            let merge = merge(ctx, "button small", text::MERGE_IN_TIDY);
            warning(text::blocked(why), html! { <div class="actions">{ merge }</div> })
        }
    }
}

fn view_saved(ctx: &Context<'_>, saved: &Saved) -> Html {
    let config = saved.config();
    html! {
        <>
            <div class="saved">
                <p class="quiet" role="status">{ text::saved(saved) }</p>
                if config.is_some() || saved.token().is_some() {
                    { ctx.button("link", text::UNDO, || Msg::UseIt(UseItMsg::UndoSaveClicked)) }
                }
            </div>
            if saved.has_token_failed {
                { note(Tone::WarnAtOnce, text::CLI_NOT_SIGNED_IN) }
            }
            if let Some(refusal) = &saved.not_undone {
                { note(Tone::WarnAtOnce, text::not_undone(refusal, config.and_then(|config| config.backup.as_deref()))) }
            }
            if let Some(config) = config {
                { fold(text::SHOW_CHANGE, match &config.before {
                    Before::Holds(before) => change(before, config),
                    Before::Absent | Before::Anything => block::whole(ctx),
                }) }
            }
        </>
    }
}

fn warning(words: String, actions: Html) -> Html {
    callout(Tone::WarnAtOnce, html! { <><p>{ words }</p>{ actions }</> })
}

/// What came to the file: a merge that gets here takes nothing away.
fn change(before: &FileText, config: &ToSave) -> Html {
    let mut editor = Editor::new(Document::parse(&**before.expose()));
    editor.replace_text(config.after.as_ref().map_or("", |text| &**text.expose()));
    let row = |line: &DiffLine<'_>| diff_line(line.kind, line.new, line.text, "");
    let hunks = editor.hunks(1);
    diff(text::CHANGED_LINES, hunks.iter().flatten().map(row).collect())
}

fn download(ctx: &Context<'_>, class: &'static str) -> Html {
    ctx.button(class, text::DOWNLOAD, || Msg::UseIt(UseItMsg::DownloadClicked))
}

fn merge(ctx: &Context<'_>, class: &'static str, word: &'static str) -> Html {
    let onclick = ctx.click(|| Msg::UseIt(UseItMsg::MergeClicked));
    html! { <a {class} href={Screen::Config.href()} {onclick}>{ word }</a> }
}

fn save_clicked() -> Msg {
    Msg::UseIt(UseItMsg::SaveClicked)
}
