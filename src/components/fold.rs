//! What is shown only when a person asks for it: a `details` element.

use yew::{AttrValue, Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub struct FoldProps {
    pub summary: AttrValue,
    /// Open to begin with.
    #[prop_or_default]
    pub open: bool,
    /// Of the folds with the same group only one is open.
    #[prop_or_default]
    pub group: Option<AttrValue>,
    pub children: Html,
}

#[component]
pub fn Fold(props: &FoldProps) -> Html {
    html! {
        <details class="fold" name={props.group.clone()} open={props.open}>
            <summary>{ &props.summary }</summary>
            <div class="inside">{ props.children.clone() }</div>
        </details>
    }
}
