//! Chromium's accessibility tree, by the DevTools protocol.

use crate::devtools::devtools;
use crate::query::{Query, element_of};
use fantoccini::Client;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::{Value, json};

/// As [`crate::query::find_all`].
pub(crate) async fn find_all(client: &Client, query: Query<'_>) -> Result<Vec<Element>, CmdError> {
    let mut elements = Vec::new();
    for node in nodes(client, query).await? {
        elements.push(element(client, &node["backendDOMNodeId"]).await?);
    }
    Ok(elements)
}

/// As [`crate::query::names`].
pub(crate) async fn names(client: &Client, query: Query<'_>) -> Result<Vec<String>, CmdError> {
    Ok(nodes(client, query).await?.iter().map(|node| text(&node["name"])).collect())
}

/// Everything with a role and a name, as lines of `role "name"`.
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
    element_of(client, &reference)
}
