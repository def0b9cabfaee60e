//! The commands that put downloads in place, for what is not on disk as it is here.

use crate::components::{Command, Fold, ShellSelect};
use crate::file_text::FileText;
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
    let command = |file: AwsFile| {
        let (title, when) = text::put_in_place(file);
        let button = CopyButton::PutInPlace(file);
        html! {
            <section class="stack-s" aria-label={title}>
                <p class="small">{ title }{ " " }<span class="quiet">{ when }</span></p>
                <Command
                    id={button.id()}
                    text={FileText::new(shared.command_shell.put_in_place(file.name(), now))}
                    copied={shared.copied.clone()}
                    on_copy={send.reform(move |_| Msg::CopyClicked(button))}
                />
            </section>
        }
    };
    html! {
        <section aria-label={text::IN_PLACE}>
            <Fold summary={text::IN_PLACE}>
                <div class="stack">
                    <ShellSelect
                        group="config-shell"
                        chosen={shared.command_shell}
                        on_choose={send.reform(Msg::CommandShellChosen)}
                    />
                    { for unsaved.into_iter().map(command) }
                    <p class="small quiet">{ text::IN_PLACE_HINT }</p>
                </div>
            </Fold>
        </section>
    }
}
