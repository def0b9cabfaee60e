//! A line to run in a terminal, with its copy button.

use super::copy_button::{CopyButton, CopyLook};
use super::highlight;
use crate::effect::CopyId;
use crate::file_text::FileText;
use crate::shared::Copied;
use yew::{AttrValue, Callback, Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub struct CommandProps {
    pub id: CopyId,
    /// What is copied.
    pub text: FileText,
    /// What is shown, when that is shorter.
    #[prop_or_default]
    pub shown: Option<AttrValue>,
    /// The copy button's accessible name.
    #[prop_or(AttrValue::Static("Copy"))]
    pub copy_name: AttrValue,
    pub copied: Copied,
    pub on_copy: Callback<CopyId>,
    /// What the command answers, in a `div.answer`.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn Command(props: &CommandProps) -> Html {
    let shown = props.shown.as_deref().unwrap_or(props.text.expose());
    html! {
        <div class="term">
            <pre>{ highlight::command(shown) }</pre>
            <CopyButton
                id={props.id}
                text={props.text.clone()}
                name={&props.copy_name}
                look={CopyLook::Terminal}
                copied={props.copied.clone()}
                on_copy={&props.on_copy}
            />
            { props.children.clone() }
        </div>
    }
}
