//! The texts that go out, and the buttons that take them away: save, copy, download.

use super::changes::counts;
use super::{note, pane_section};
use crate::components::{
    COPY, CopyLook, Tone, button, callout, click, code_block, copy_button, named_button,
};
use crate::file_text::FileText;
use crate::saving::Saving;
use crate::screens::config::msg::{CopyButton as Button, Msg};
use crate::screens::config::state::aws_file::AwsFile;
use crate::screens::config::state::credentials::Credentials;
use crate::screens::config::state::folder::FolderAccess;
use crate::screens::config::state::{NextStep, Readiness, State};
use crate::screens::config::text;
use crate::shared::Shared;
use yew::{Callback, Html, html};

pub(super) fn view(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let draft = &state.draft;
    let actions = if has_dock(state) { "actions fill-row only-wide" } else { "actions fill-row" };
    let credentials = draft.credentials.as_ref();
    html! {
        <>
            { save_region(state, send) }
            if !draft.is_empty() && state.readiness() != Readiness::Undecided {
                <div class={actions}>{ copy_config(state, Button::NewConfig, shared, send) }</div>
            }
            if let Some(why) = text::not_ready(state.readiness()) {
                { callout(Tone::Warn, html! { <p>{ why }</p> }) }
            }
            { new_config(state, send) }
            { credentials.map(|credentials| new_credentials(credentials, shared, send)) }
        </>
    }
}

/// What stays in reach on a small screen.
pub(super) fn dock(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    if !has_dock(state) {
        return Html::default();
    }
    html! {
        <aside class="dock" aria-label={text::YOUR_CHANGES}>
            <button class="link" type="button" onclick={click(send, Msg::ShowChangesClicked)}>
                { text::CHANGES }{ " " }{ counts(&state.draft.diff) }
            </button>
            <div class="actions">{ copy_config(state, Button::NewConfigInDock, shared, send) }</div>
        </aside>
    }
}

/// Only what is changed has to stay in reach.
fn has_dock(state: &State) -> bool {
    match state.readiness() {
        Readiness::Unchanged | Readiness::Undecided => false,
        Readiness::Ready | Readiness::Unreadable => true,
    }
}

fn new_config(state: &State, send: &Callback<Msg>) -> Html {
    let draft = &state.draft;
    if draft.is_empty() {
        let empty = html! { <p class="empty">{ text::NEW_CONFIG_EMPTY }</p> };
        return pane_section(text::NEW_CONFIG, None, Html::default(), empty);
    }
    let (buttons, hint) = match state.readiness() {
        Readiness::Undecided => (Html::default(), None),
        Readiness::Unchanged | Readiness::Ready | Readiness::Unreadable => {
            let download = download(AwsFile::Config, text::DOWNLOAD, send);
            (download, Some(text::NEW_CONFIG_HINT))
        }
    };
    let (lines, text) = (draft.config.document().lines().len(), draft.config.text().clone());
    file(text::NEW_CONFIG, text::CONFIG_PATH, lines, text, buttons, hint)
}

/// What is shown of it has no keys; what goes out has.
fn new_credentials(credentials: &Credentials, shared: &Shared, send: &Callback<Msg>) -> Html {
    let copied = shared.copied.state(Button::NewCredentials.id(), credentials.file.text().expose());
    let copy = click(send, Msg::CopyClicked(Button::NewCredentials));
    let buttons = html! {
        <>
            { copy_button(CopyLook::Link, text::COPY_NEW_CREDENTIALS, COPY, copied, copy) }
            { download(AwsFile::Credentials, text::DOWNLOAD_CREDENTIALS, send) }
        </>
    };
    let (lines, shown) = (credentials.file.document().lines().len(), credentials.shown.clone());
    let hint = Some(text::NEW_CREDENTIALS_HINT);
    file(text::NEW_CREDENTIALS, text::CREDENTIALS_PATH, lines, shown, buttons, hint)
}

fn file(
    name: &'static str,
    path: &'static str,
    lines: usize,
    text: FileText,
    buttons: Html,
    hint: Option<&'static str>,
) -> Html {
    html! {
        <>
            <div class="short">
                { code_block(name, path, text::lines(lines).into(), text, buttons) }
            </div>
            { hint.map(note) }
        </>
    }
}

/// Saving where the browser can, and how that went.
fn save_region(state: &State, send: &Callback<Msg>) -> Html {
    let hint = match state.folder.access {
        FolderAccess::NotOffered => return Html::default(),
        FolderAccess::Offered => text::SAVE_HINT_OFFERED,
        FolderAccess::Open(_) => text::SAVE_HINT_OPEN,
    };
    let can_save = state.unsaved().next().is_some() && state.readiness() != Readiness::Undecided;
    let told = match &state.saving {
        Saving::Idle if !can_save => return Html::default(),
        Saving::Idle => note(hint),
        Saving::ChoosingFolder(_) | Saving::Running(_) => note(text::SAVING),
        Saving::Saved(backups) => html! { <p>{ text::saved(backups) }</p> },
        Saving::Refused(refusal) => callout(Tone::Bad, html! { <p>{ text::refusal(refusal) }</p> }),
    };
    let is_next = state.next_step() == Some(NextStep::Save);
    let class = if is_next { "button primary" } else { "button" };
    html! {
        <section class="stack-s" aria-label={text::SAVE_TITLE}>
            if can_save && !state.saving.is_running() {
                <div class="actions fill-row">
                    { button(class, text::SAVE, send, Msg::SaveClicked) }
                </div>
            }
            { told }
        </section>
    }
}

fn copy_config(state: &State, button: Button, shared: &Shared, send: &Callback<Msg>) -> Html {
    let is_next = state.next_step() == Some(NextStep::Copy);
    let look = if is_next { CopyLook::Primary } else { CopyLook::Button };
    let copied = shared.copied.state(button.id(), state.draft.config.text().expose());
    let copy = click(send, Msg::CopyClicked(button));
    copy_button(look, text::COPY_NEW_CONFIG, text::COPY_NEW_CONFIG, copied, copy)
}

fn download(file: AwsFile, name: &'static str, send: &Callback<Msg>) -> Html {
    named_button("link small", name, text::DOWNLOAD, send, Msg::DownloadClicked(file))
}
