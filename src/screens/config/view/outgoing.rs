//! The texts that go out, and the buttons that take them away: save, copy, download.

use super::changes::counts;
use super::{Msg, State, pane_section, text};
use crate::components::{
    COPY, Tone, actions, click, code_block, command, copy_button, fold, named_button, note,
    paragraph, shell_select, small_print,
};
use crate::file_text::FileText;
use crate::screens::config::msg::CopyButton as Button;
use crate::screens::config::state::{AwsFile, Credentials, EditedFile, Readiness, Saving, region};
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use yew::{Callback, Html, html};

pub(super) fn view(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let draft = &state.draft;
    let class = if has_dock(state) { "actions fill-row only-wide" } else { "actions fill-row" };
    let credentials = draft.credentials.as_ref();
    html! {
        <>
            { save_region(state, shared, send) }
            if state.config_goes_out() {
                <div {class}>{ copy_config(state, shared, send) }</div>
            }
            { text::not_ready(state.readiness()).map(|why| note(Tone::Warn, why)) }
            { new_config(state, send) }
            { credentials.map(|credentials| new_credentials(credentials, shared, send)) }
        </>
    }
}

/// What stays in reach on a small screen.
pub(super) fn dock(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    html! {
        if has_dock(state) {
            <aside class="dock" aria-label={text::YOUR_CHANGES}>
                <button class="link" type="button" onclick={click(send, Msg::ShowChangesClicked)}>
                    { text::CHANGES }{ " " }{ counts(&state.draft.diff) }
                </button>
                { actions(copy_config(state, shared, send)) }
            </aside>
        }
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
    if !draft.has_config() {
        let empty = html! { <p class="empty">{ text::NEW_CONFIG_EMPTY }</p> };
        return pane_section(text::NEW_CONFIG, None, Html::default(), empty);
    }
    let hint = state.config_goes_out().then_some(text::NEW_CONFIG_HINT);
    let buttons = hint.map(|_| download(AwsFile::Config, text::DOWNLOAD, send));
    let (config, text) = (&draft.config, draft.config.text());
    file(text::NEW_CONFIG, text::CONFIG_PATH, config, text, buttons.unwrap_or_default(), hint)
}

/// What is shown of it has no keys; what goes out has.
fn new_credentials(credentials: &Credentials, shared: &Shared, send: &Callback<Msg>) -> Html {
    let copied = shared
        .copied
        .state(Button::New(AwsFile::Credentials).id(), credentials.file.text().expose());
    let copy = click(send, Msg::CopyClicked(Button::New(AwsFile::Credentials)));
    let buttons = html! {
        <>
            { copy_button("link small", text::COPY_NEW_CREDENTIALS, COPY, copied, copy) }
            { download(AwsFile::Credentials, text::DOWNLOAD_CREDENTIALS, send) }
        </>
    };
    let Credentials { file: edited, shown, .. } = credentials;
    let hint = Some(text::NEW_CREDENTIALS_HINT);
    file(text::NEW_CREDENTIALS, text::CREDENTIALS_PATH, edited, shown, buttons, hint)
}

fn file(
    name: &'static str,
    path: &'static str,
    edited: &EditedFile,
    shown: &FileText,
    buttons: Html,
    hint: Option<&'static str>,
) -> Html {
    let lines = text::lines(edited.document().lines().len());
    html! {
        <>
            <div class="short">
                { code_block(name, path, lines.into(), shown.clone(), buttons) }
            </div>
            { hint.map(small_print) }
        </>
    }
}

/// Saving where the browser can, and how that went.
fn save_region(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let can_save = state.unsaved().next().is_some();
    let hint = match state.folder.id {
        None => text::SAVE_HINT_OFFERED,
        Some(_) => text::SAVE_HINT_OPEN,
    };
    let told = match &state.saving {
        Saving::Idle if !can_save || !state.can_save_in_place(shared) => return Html::default(),
        Saving::Idle => small_print(hint),
        Saving::ChoosingFolder | Saving::Running(_) => small_print(text::SAVING),
        Saving::Saved(backups) => paragraph(text::saved(backups)),
        Saving::Refused(refusal) => note(Tone::Bad, text::refusal(refusal)),
    };
    let is_next = state.readiness() == Readiness::Ready && state.folder.id.is_some();
    let class = if is_next { "button primary" } else { "button" };
    html! {
        <section
            class="stack-s"
            aria-label={text::SAVE_TITLE}
            id={region::SAVE.0}
            tabindex="-1"
        >
            if can_save {
                <div class="actions fill-row">
                    <button
                        {class}
                        type="button"
                        aria-disabled={state.saving.is_running().then_some("true")}
                        onclick={click(send, Msg::SaveClicked)}
                    >
                        { text::SAVE }
                    </button>
                </div>
            }
            { told }
        </section>
    }
}

/// It is there twice; of the two a screen shows the one that it has room for.
fn copy_config(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let button = Button::New(AwsFile::Config);
    let is_next = state.readiness() == Readiness::Ready && state.folder.id.is_none();
    let class = if is_next { "button primary" } else { "button" };
    let copied = shared.copied.state(button.id(), state.draft.config.text().expose());
    let copy = click(send, Msg::CopyClicked(button));
    copy_button(class, text::COPY_NEW_CONFIG, text::COPY_NEW_CONFIG, copied, copy)
}

fn download(file: AwsFile, name: &'static str, send: &Callback<Msg>) -> Html {
    named_button("link small", name, text::DOWNLOAD, send, Msg::DownloadClicked(file))
}

/// The commands that put downloads in place, for what is not on disk as it is here.
pub(super) fn commands(
    state: &State,
    shared: &Shared,
    now: DateTime<Utc>,
    send: &Callback<Msg>,
) -> Html {
    let put_in_place = |file: AwsFile| {
        let (title, when) = text::put_in_place(file);
        let button = Button::PutInPlace(file);
        let line = shared.command_shell.put_in_place(file.name(), now);
        let copied = shared.copied.state(button.id(), &line);
        let on_copy = click(send, Msg::CopyClicked(button));
        html! {
            <section class="stack-s" aria-label={title}>
                <p class="small">{ title }{ " " }<span class="quiet">{ when }</span></p>
                { command(&line, COPY, copied, on_copy, Html::default()) }
            </section>
        }
    };
    let on_shell = send.reform(Msg::CommandShellChosen);
    let commands = html! {
        <div class="stack">
            { shell_select("config-shell".into(), shared.command_shell, &on_shell) }
            { for state.unsaved().map(put_in_place) }
            { small_print(text::IN_PLACE_HINT) }
        </div>
    };
    html! {
        if state.unsaved().next().is_some() {
            <section aria-label={text::IN_PLACE}>{ fold(text::IN_PLACE, commands) }</section>
        }
    }
}
