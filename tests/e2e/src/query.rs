//! Finding elements as assistive technology does: by role and accessible name, as the browser computes them.

use crate::ax_tree;
use crate::browser::Browser;
use crate::devtools::computed;
use crate::role::Role;
use fantoccini::Client;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde_json::{Value, json};

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Query<'a> {
    pub(crate) role: Role,
    /// The whole accessible name; any name where there is none.
    pub(crate) name: Option<&'a str>,
    /// Where to look; the whole document where it is not said.
    pub(crate) inside: Option<&'a Element>,
}

/// Everything that matches now, in the document's order. What is hidden from assistive technology does not.
pub(crate) async fn find_all(client: &Client, query: Query<'_>) -> Result<Vec<Element>, CmdError> {
    match Browser::chosen() {
        Browser::Chromium => ax_tree::find_all(client, query).await,
        Browser::Firefox | Browser::WebKit => {
            let found = ask_each(client, query).await?;
            Ok(found.into_iter().map(|(element, _)| element).collect())
        }
    }
}

/// The accessible names of everything that matches now, in the document's order.
pub(crate) async fn names(client: &Client, query: Query<'_>) -> Result<Vec<String>, CmdError> {
    match Browser::chosen() {
        Browser::Chromium => ax_tree::names(client, query).await,
        Browser::Firefox | Browser::WebKit => {
            let found = ask_each(client, query).await?;
            Ok(found.into_iter().map(|(_, name)| name).collect())
        }
    }
}

/// What there is instead of what was looked for, in lines.
pub(crate) async fn outline(client: &Client) -> Result<String, CmdError> {
    match Browser::chosen() {
        Browser::Chromium => ax_tree::outline(client).await,
        Browser::Firefox | Browser::WebKit => {
            let text = client.execute("return document.body.innerText", vec![]).await?;
            Ok(text.as_str().unwrap_or_default().to_owned())
        }
    }
}

/// WebDriver can't search by role and name, but tells them of an element.
async fn ask_each(client: &Client, query: Query<'_>) -> Result<Vec<(Element, String)>, CmdError> {
    let candidates = "const [css, outer] = arguments;
        return [...(outer ?? document).querySelectorAll(css)].filter(element => element.checkVisibility())";
    let arguments = vec![json!(query.role.candidates()), json!(query.inside)];
    let candidates = client.execute(candidates, arguments).await?;
    // No standard has a role for these.
    let is_unnamed = matches!(query.role, Role::Disclosure | Role::GroupedDisclosure);
    let mut found = Vec::new();
    for reference in candidates.as_array().into_iter().flatten() {
        let element = element_of(client, reference)?;
        let name = computed(client, &element, "computedlabel").await?;
        if query.name.is_none_or(|wanted| wanted == name)
            && (is_unnamed
                || computed(client, &element, "computedrole").await? == query.role.name())
        {
            found.push((element, name));
        }
    }
    Ok(found)
}

/// The element that a script returned.
pub(crate) fn element_of(client: &Client, reference: &Value) -> Result<Element, CmdError> {
    let id = reference
        .as_object()
        .and_then(|object| object.values().next()?.as_str())
        .ok_or_else(|| CmdError::NotW3C(reference.clone()))?;
    Ok(Element::from_element_id(client.clone(), ElementRef::from(id.to_owned())))
}
