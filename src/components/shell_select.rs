//! The choice of the shell that commands are shown for.

use crate::commands::CommandShell;
use yew::{AttrValue, Callback, Html, html};

/// The group tells its radio buttons from those of another row on the same screen.
pub fn shell_select(
    group: AttrValue,
    chosen: CommandShell,
    on_choose: &Callback<CommandShell>,
) -> Html {
    let shell = |shell: CommandShell| {
        html! {
            <label>
                <input
                    type="radio"
                    name={&group}
                    checked={shell == chosen}
                    onchange={on_choose.reform(move |_| shell)}
                />
                { name(shell) }
            </label>
        }
    };
    html! {
        <fieldset class="segments">
            <legend class="visually-hidden">{ "Your shell" }</legend>
            { for CommandShell::ALL.map(shell) }
        </fieldset>
    }
}

fn name(shell: CommandShell) -> &'static str {
    match shell {
        CommandShell::Bash => "bash, zsh",
        CommandShell::Fish => "fish",
        CommandShell::PowerShell => "PowerShell",
        CommandShell::Cmd => "cmd",
    }
}
