//! The texts that go out, and the buttons that take them away: save, copy, download.

use super::changes::counts;
use super::click;
use crate::components::{Callout, CodeBlock, CopyButton, CopyLook, Tone};
use crate::file_text::FileText;
use crate::screens::config::msg::{CopyButton as Button, Msg};
use crate::screens::config::state::aws_file::AwsFile;
use crate::screens::config::state::credentials::Credentials;
use crate::screens::config::state::folder::FolderAccess;
use crate::screens::config::state::saving::Saving;
use crate::screens::config::state::{NextStep, Readiness, State};
use crate::screens::config::text;
use crate::shared::Shared;
use std::rc::Rc;
use yew::{Callback, Html, classes, html};

pub(super) fn view(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let draft = &state.draft;
    html! {
        <>
            { save_region(state, send) }
            if !draft.is_empty() && state.readiness() != Readiness::Undecided {
                <div class={classes!("actions", "fill-row", has_dock(state).then_some("only-wide"))}>
                    { copy_config(state, Button::NewConfig, shared, send) }
                </div>
            }
            if let Some(why) = text::not_ready(state.readiness()) {
                <Callout tone={Tone::Warn}><p>{ why }</p></Callout>
            }
            { new_config(state, send) }
            if let Some(credentials) = draft.credentials() {
                { new_credentials(credentials, shared, send) }
            }
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
            <button class="link" type="button" onclick={click(send, || Msg::ShowChangesClicked)}>
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
        return html! {
            <section class="rows" aria-label={text::NEW_CONFIG}>
                <div class="file-head"><h2 class="pane-title">{ text::NEW_CONFIG }</h2></div>
                <p class="empty">{ text::NEW_CONFIG_EMPTY }</p>
            </section>
        };
    }
    let is_decided = state.readiness() != Readiness::Undecided;
    html! {
        <>
            <CodeBlock
                name={text::NEW_CONFIG}
                path={text::CONFIG_PATH}
                note={text::lines(draft.config.document().lines().len())}
                text={draft.config.text().clone()}
                class="short"
            >
                if is_decided {
                    { download(AwsFile::Config, text::DOWNLOAD, send) }
                }
            </CodeBlock>
            if is_decided {
                <p class="small quiet">{ text::NEW_CONFIG_HINT }</p>
            }
        </>
    }
}

/// What is shown of it has no keys; what goes out has.
fn new_credentials(credentials: &Credentials, shared: &Shared, send: &Callback<Msg>) -> Html {
    html! {
        <>
            <CodeBlock
                name={text::NEW_CREDENTIALS}
                path={text::CREDENTIALS_PATH}
                note={text::lines(credentials.file.document().lines().len())}
                text={FileText::new(Rc::clone(&credentials.shown))}
                class="short"
            >
                <CopyButton
                    id={Button::NewCredentials.id()}
                    text={credentials.file.text().clone()}
                    name={text::COPY_NEW_CREDENTIALS}
                    copied={shared.copied.clone()}
                    on_copy={send.reform(|_| Msg::CopyClicked(Button::NewCredentials))}
                />
                { download(AwsFile::Credentials, text::DOWNLOAD_CREDENTIALS, send) }
            </CodeBlock>
            <p class="small quiet">{ text::NEW_CREDENTIALS_HINT }</p>
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
        Saving::Idle => html! { <p class="small quiet">{ hint }</p> },
        Saving::ChoosingFolder(_) | Saving::Running(_) => {
            html! { <p class="small quiet">{ text::SAVING }</p> }
        }
        Saving::Saved(backups) => html! { <p>{ text::saved(backups) }</p> },
        Saving::Refused(refusal) => html! {
            <Callout tone={Tone::Bad}><p>{ text::refusal(refusal) }</p></Callout>
        },
    };
    let is_next = state.next_step() == Some(NextStep::Save);
    let class = if is_next { "button primary" } else { "button" };
    html! {
        <section class="stack-s" aria-label={text::SAVE_TITLE}>
            if can_save && !state.saving.is_running() {
                <div class="actions fill-row">
                    <button {class} type="button" onclick={click(send, || Msg::SaveClicked)}>{ text::SAVE }</button>
                </div>
            }
            { told }
        </section>
    }
}

fn copy_config(state: &State, button: Button, shared: &Shared, send: &Callback<Msg>) -> Html {
    let is_next = state.next_step() == Some(NextStep::Copy);
    let look = if is_next { CopyLook::Primary } else { CopyLook::Button };
    html! {
        <CopyButton
            id={button.id()}
            text={state.draft.config.text().clone()}
            name={text::COPY_NEW_CONFIG}
            word={text::COPY_NEW_CONFIG}
            {look}
            copied={shared.copied.clone()}
            on_copy={send.reform(move |_| Msg::CopyClicked(button))}
        />
    }
}

fn download(file: AwsFile, name: &'static str, send: &Callback<Msg>) -> Html {
    html! {
        <button
            class="link small"
            type="button"
            aria-label={name}
            onclick={click(send, move || Msg::DownloadClicked(file))}
        >
            { text::DOWNLOAD }
        </button>
    }
}
