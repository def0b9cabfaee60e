//! The choice of the shell that commands are shown for.

use crate::commands::CommandShell;
use yew::{AttrValue, Callback, Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub struct ShellSelectProps {
    /// Tells its radio buttons from those of another row on the same screen.
    pub group: AttrValue,
    pub chosen: CommandShell,
    pub on_choose: Callback<CommandShell>,
}

#[component]
pub fn ShellSelect(props: &ShellSelectProps) -> Html {
    let shell = |shell: CommandShell| {
        html! {
            <label>
                <input
                    type="radio"
                    name={&props.group}
                    checked={shell == props.chosen}
                    onchange={props.on_choose.reform(move |_| shell)}
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
