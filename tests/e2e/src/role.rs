//! Finding elements as assistive technology does: by role and accessible name, as the browser computes them.

use crate::devtools::devtools;
use fantoccini::Client;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde_json::{Value, json};

/// The roles that the page's interface speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Something that needs action.
    Alert,
    /// One file's answer.
    Article,
    /// Something to press.
    Button,
    /// Something to tick.
    Checkbox,
    /// A choice from a list.
    Combobox,
    /// A window above the page.
    Dialog,
    /// What unfolds a part of the page: a `<summary>`.
    Disclosure,
    /// The same of several of which one is open.
    GroupedDisclosure,
    /// A named set of fields that are sent together.
    Form,
    /// A named group of fields.
    Group,
    /// A heading of any level.
    Heading,
    /// Something to follow.
    Link,
    /// The page's main part.
    Main,
    /// The page's ways.
    Navigation,
    /// One of several choices.
    Radio,
    /// A named part of the page.
    Region,
    /// A field to search with.
    Searchbox,
    /// What goes on.
    Status,
    /// A field to write in.
    Textbox,
}

impl Role {
    /// Its name in WAI-ARIA.
    pub fn name(self) -> &'static str {
        match self {
            Role::Alert => "alert",
            Role::Article => "article",
            Role::Button => "button",
            Role::Checkbox => "checkbox",
            Role::Combobox => "combobox",
            Role::Dialog => "dialog",
            Role::Disclosure => "DisclosureTriangle",
            Role::GroupedDisclosure => "DisclosureTriangleGrouped",
            Role::Form => "form",
            Role::Group => "group",
            Role::Heading => "heading",
            Role::Link => "link",
            Role::Main => "main",
            Role::Navigation => "navigation",
            Role::Radio => "radio",
            Role::Region => "region",
            Role::Searchbox => "searchbox",
            Role::Status => "status",
            Role::Textbox => "textbox",
        }
    }
}

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
    let mut elements = Vec::new();
    for node in nodes(client, query).await? {
        elements.push(element(client, &node["backendDOMNodeId"]).await?);
    }
    Ok(elements)
}

/// The accessible names of everything that matches now, in the document's order.
pub(crate) async fn names(client: &Client, query: Query<'_>) -> Result<Vec<String>, CmdError> {
    Ok(nodes(client, query).await?.iter().map(|node| text(&node["name"])).collect())
}

/// Everything with a role and a name, as lines of `role "name"`, for saying what is there instead.
pub(crate) async fn outline(client: &Client) -> Result<String, CmdError> {
    let tree = devtools(client, "Accessibility.getFullAXTree", json!({})).await?;
    let nodes = tree["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let lines: Vec<String> = nodes
        .iter()
        .filter(|node| node["ignored"] == false)
        .map(|node| (text(&node["role"]), text(&node["name"])))
        .filter(|(role, name)| !name.is_empty() && role != "InlineTextBox")
        .map(|(role, name)| format!("  {role} {name:?}"))
        .take(200)
        .collect();
    Ok(lines.join("\n"))
}

async fn nodes(client: &Client, query: Query<'_>) -> Result<Vec<Value>, CmdError> {
    let root = remote_object(client, query.inside).await?;
    let mut parameters = json!({ "objectId": root, "role": query.role.name() });
    if let Some(name) = query.name {
        parameters["accessibleName"] = json!(name);
    }
    let mut found = devtools(client, "Accessibility.queryAXTree", parameters).await?;
    let Value::Array(mut nodes) = found["nodes"].take() else { return Ok(Vec::new()) };
    nodes.retain(|node| node["ignored"] == false);
    Ok(nodes)
}

/// Of `{"type": …, "value": TEXT}`.
fn text(value: &Value) -> String {
    value["value"].as_str().unwrap_or_default().to_owned()
}

/// The DevTools protocol and WebDriver name elements differently; a property of the page's window is where they meet.
const MEETING_POINT: &str = "__onrampEndToEnd";

async fn remote_object(client: &Client, element: Option<&Element>) -> Result<Value, CmdError> {
    let expression = match element {
        None => "document".to_owned(),
        Some(element) => {
            let script = format!("window.{MEETING_POINT} = arguments[0]");
            client.execute(&script, vec![json!(element)]).await?;
            format!("window.{MEETING_POINT}")
        }
    };
    let object = devtools(client, "Runtime.evaluate", json!({ "expression": expression })).await?;
    Ok(object["result"]["objectId"].clone())
}

async fn element(client: &Client, backend_node: &Value) -> Result<Element, CmdError> {
    let node = json!({ "backendNodeId": backend_node });
    let object = devtools(client, "DOM.resolveNode", node).await?;
    let put = json!({
        "objectId": object["object"]["objectId"],
        "functionDeclaration": format!("function () {{ window.{MEETING_POINT} = this }}"),
    });
    devtools(client, "Runtime.callFunctionOn", put).await?;
    let script = format!("return window.{MEETING_POINT}");
    let reference = client.execute(&script, Vec::new()).await?;
    let id = reference
        .as_object()
        .and_then(|object| object.values().next()?.as_str())
        .ok_or_else(|| CmdError::NotW3C(reference.clone()))?;
    Ok(Element::from_element_id(client.clone(), ElementRef::from(id.to_owned())))
}
