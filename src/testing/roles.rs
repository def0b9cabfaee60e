//! An element's role and state as assistive technology is told them (the ARIA in HTML table, as far as the page goes).
//!

use super::html::Element;
use std::fmt::Write as _;

/// What is named by the text in it.
pub const NAMED_BY_CONTENT: [&str; 3] = ["link", "button", "heading"];
/// What a person operates, named by a label.
pub const CONTROLS: [&str; 7] =
    ["checkbox", "radio", "searchbox", "textbox", "combobox", "progressbar", "slider"];

/// The role of an element with this name; some have one only where they are named.
pub fn role<'e>(element: &'e Element, name: Option<&str>) -> Option<&'e str> {
    if let Some(role) = element.attribute("role") {
        return Some(role);
    }
    Some(match (element.tag.as_str(), element.attribute("type")) {
        ("a", _) => "link",
        ("button" | "summary", _) => "button",
        ("h1" | "h2" | "h3", _) => "heading",
        ("input", Some("checkbox")) => "checkbox",
        ("input", Some("radio")) => "radio",
        ("input", Some("search")) => "searchbox",
        ("input" | "textarea", _) => "textbox",
        ("select", _) => "combobox",
        ("progress", _) => "progressbar",
        ("pre", _) => "code",
        ("nav", _) => "navigation",
        ("header", _) => "banner",
        ("footer", _) => "contentinfo",
        ("main", _) => "main",
        ("article", _) => "article",
        ("aside", _) => "complementary",
        ("details", _) => "group",
        ("output", _) => "status",
        ("li", _) => "listitem",
        ("dt", _) => "term",
        ("dd", _) => "definition",
        ("section", _) if name.is_some() => "region",
        ("form", _) if name.is_some() => "form",
        _ => return None,
    })
}

/// What is said behind a control's name.
pub fn state(element: &Element) -> String {
    let mut said = String::new();
    let value = match element.tag.as_str() {
        "textarea" => Some(element.raw_text()),
        "select" => element
            .elements()
            .find(|option| option.attribute("selected").is_some())
            .map(Element::text),
        "input" if matches!(element.attribute("type"), Some("text" | "search")) => {
            Some(element.attribute("value").unwrap_or_default().to_owned())
        }
        "progress" => element
            .attribute("value")
            .map(|value| format!("{value}/{}", element.attribute("max").unwrap_or_default())),
        _ => None,
    };
    if let Some(value) = value {
        let _ = write!(said, " = {value:?}");
    }
    for (attribute, word) in
        [("checked", "checked"), ("disabled", "disabled"), ("aria-invalid", "invalid")]
    {
        if element.attribute(attribute).is_some() {
            let _ = write!(said, " ({word})");
        }
    }
    if let Some(current) = element.attribute("aria-current") {
        let _ = write!(said, " (current {current})");
    }
    said
}
