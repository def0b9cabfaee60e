//! As many roles as a large company has, signed in to and listed through the page itself: few of them are in the
//! document, and every one can be reached.

use crate::host::{Host, Reply, Seen};
use crate::page::Mounted;
use crate::waiting::{document, until};
use std::fmt::Write as _;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlInputElement};

const ACCOUNTS: usize = 25;
/// In each account; AWS sends pages of a hundred, and whole lists make the test quick.
const ROLES: usize = 1000;
/// What a list may have in the document.
const FEW: u32 = 105;

#[wasm_bindgen_test]
async fn a_long_list_is_drawn_where_it_is_seen() {
    let _host = Host::new(company);
    let _style = Style::of_the_page();
    let page = Mounted::at("#/setup?start_url=https://acme.awsapps.com/start&region=eu-west-1");
    page.press("form button[type=submit]").await;
    until("all roles", || {
        let listed = page.find("[role=status].visually-hidden")?.text_content()?;
        listed.contains("25,000").then_some(())
    })
    .await;

    let rows = page.get(".list");
    assert!(page.count(".list > *") <= FEW, "{} rows are drawn", page.count(".list > *"));
    assert_eq!(height_of(&page.get(".list [data-row]")), 44.0);
    // The list is a component of its own, which may be drawn a turn after the page.
    let whole = i32::try_from((ACCOUNTS + ACCOUNTS * ROLES) * 44).expect("a height");
    until("the whole list", || (rows.scroll_height() == whole).then_some(())).await;

    // The accounts stand by name, so the last one is 24 and its last role 999.
    rows.set_scroll_top(rows.scroll_height());
    let last = page.wait_for("[aria-label='Role999 in Team 24 (000000000024)']").await;
    assert!(page.count(".list > *") <= FEW, "{} rows are drawn", page.count(".list > *"));
    let (seen, row) = (rows.get_bounding_client_rect(), last.get_bounding_client_rect());
    assert!(
        row.top() >= seen.top() && row.bottom() <= seen.bottom(),
        "the last row is out of sight"
    );

    // A filter brings the list back to a few.
    let filter: HtmlInputElement = page.get("input[type=search]").dyn_into().expect("a field");
    filter.set_value("role999 team 07");
    page.fire(&filter, "input");
    page.wait_for("[aria-label='Role999 in Team 07 (000000000007)']").await;
    assert_eq!(page.count(".list input"), 1);

    // A press chooses, and the block follows.
    page.press(".list input").await;
    let block = until("the block", || page.find(".file pre")?.text_content()).await;
    assert!(block.contains("sso_account_id = 000000000007\nsso_role_name = Role999\n"), "{block}");
}

/// AWS, where somebody may do a lot.
fn company(seen: &Seen) -> Reply {
    let path = seen.line.split([' ', '?']).nth(1).unwrap_or_default();
    match path.strip_prefix("/aws/eu-west-1/").unwrap_or(path) {
        "oidc/client/register" => Reply::json(
            200,
            r#"{"clientId":"c","clientSecret":"s","clientSecretExpiresAt":4000000000}"#,
        ),
        "oidc/device_authorization" => Reply::json(
            200,
            r#"{"deviceCode":"d","userCode":"ABCD-EFGH","verificationUri":"https://acme.awsapps.com/start/#/device","expiresIn":600,"interval":1}"#,
        ),
        "oidc/token" => Reply::json(200, r#"{"accessToken":"t","expiresIn":28800}"#),
        "portal/assignment/accounts" => {
            let account = |number| {
                format!(r#"{{"accountId":"{number:012}","accountName":"Team {number:02}"}}"#)
            };
            Reply::json(200, list("accountList", ACCOUNTS, account))
        }
        "portal/assignment/roles" => Reply::json(
            200,
            list("roleList", ROLES, |number| format!(r#"{{"roleName":"Role{number:03}"}}"#)),
        ),
        _ => Reply::html(404, ""),
    }
}

fn list(name: &str, count: usize, item: impl Fn(usize) -> String) -> String {
    let mut json = format!(r#"{{"{name}":["#);
    for number in 0..count {
        let _ = write!(json, "{}{}", if number == 0 { "" } else { "," }, item(number));
    }
    json + "]}"
}

fn height_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().height()
}

/// The page's own style sheet, without which nothing scrolls.
struct Style(Element);

impl Style {
    fn of_the_page() -> Style {
        let style = document().create_element("style").expect("an element");
        style.set_text_content(Some(include_str!("../../www/app.css")));
        document().head().expect("a head").append_child(&style).expect("appended");
        Style(style)
    }
}

impl Drop for Style {
    fn drop(&mut self) {
        self.0.remove();
    }
}
