//! The commands that put downloads in place, for what is not on disk as it is here.

use super::note;
use crate::components::{click, command, fold, shell_select};
use crate::screens::config::msg::{CopyButton, Msg};
use crate::screens::config::state::aws_file::AwsFile;
use crate::screens::config::state::{Readiness, State};
use crate::screens::config::text;
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use yew::{Callback, Html, html};

pub(super) fn view(
    state: &State,
    shared: &Shared,
    now: DateTime<Utc>,
    send: &Callback<Msg>,
) -> Html {
    let unsaved: Vec<AwsFile> = state.unsaved().collect();
    if unsaved.is_empty() || state.readiness() == Readiness::Undecided {
        return Html::default();
    }
    let put_in_place = |file: AwsFile| {
        let (title, when) = text::put_in_place(file);
        let button = CopyButton::PutInPlace(file);
        let line = shared.command_shell.put_in_place(file.name(), now);
        let copied = shared.copied.state(button.id(), &line);
        let on_copy = click(send, Msg::CopyClicked(button));
        html! {
            <section class="stack-s" aria-label={title}>
                <p class="small">{ title }{ " " }<span class="quiet">{ when }</span></p>
                { command(&line, copied, on_copy, Html::default()) }
            </section>
        }
    };
    let on_shell = send.reform(Msg::CommandShellChosen);
    let commands = html! {
        <div class="stack">
            { shell_select("config-shell".into(), shared.command_shell, &on_shell) }
            { for unsaved.into_iter().map(put_in_place) }
            { note(text::IN_PLACE_HINT) }
        </div>
    };
    html! { <section aria-label={text::IN_PLACE}>{ fold(text::IN_PLACE, commands) }</section> }
}
