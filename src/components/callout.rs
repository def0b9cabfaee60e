//! A callout: an icon and words, for what went wrong, what to watch, what is good to know.

use super::icon::{Glyph, icon};
use yew::{AttrValue, Html, Properties, component, html};

/// How serious it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    #[default]
    Plain,
    /// Worth a look.
    Warn,
    /// Needs action: an alert.
    Bad,
}

#[derive(PartialEq, Properties)]
pub struct CalloutProps {
    #[prop_or_default]
    pub tone: Tone,
    /// The icon, when it isn't the tone's own.
    #[prop_or_default]
    pub glyph: Option<Glyph>,
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// Whether a screen reader says it at once. What is bad always is.
    #[prop_or_default]
    pub alert: bool,
    pub children: Html,
}

#[component]
pub fn Callout(props: &CalloutProps) -> Html {
    let (class, usual) = match props.tone {
        Tone::Plain => ("callout", Glyph::Help),
        Tone::Warn => ("callout warn", Glyph::Warning),
        Tone::Bad => ("callout bad", Glyph::Warning),
    };
    let role = (props.alert || props.tone == Tone::Bad).then_some("alert");
    html! {
        <div {class} {role}>
            { icon(props.glyph.unwrap_or(usual)) }
            if let Some(title) = &props.title {
                <h2>{ title }</h2>
            }
            { props.children.clone() }
        </div>
    }
}
