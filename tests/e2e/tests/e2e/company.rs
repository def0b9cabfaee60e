//! A company's page: its start, and the screen that makes its file.

use onramp_e2e::{Page, Role, assert_shows, with_demo};

/// A company with a file of its own.
pub(crate) async fn with_company(test: impl AsyncFnOnce(&Page)) {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/company/onramp.json");
    with_demo(&["--config", file], test).await;
}

#[tokio::test]
async fn a_companys_people_press_one_button() {
    with_company(async |page| {
        page.find(Role::Heading, "AWS at Acme").await;
        let accent =
            "return getComputedStyle(document.documentElement).getPropertyValue('--host-accent')";
        assert_shows!(page.script(accent).await, "#7a1f5a");
        let logo = "return document.querySelector('.logo').naturalWidth > 0";
        assert_shows!(page.script(logo).await, true);
        page.choose("Portal", "1").await;
        page.press(Role::Button, "Sign in").await;
        page.find(Role::Link, "Open AWS to approve").await;
        page.wait_for_text(Role::Main, "solo.awsapps.com").await;
    })
    .await;
}

#[tokio::test]
async fn a_companys_file_is_asked_for_once_and_before_the_page_runs() {
    with_company(async |page| {
        page.find(Role::Heading, "AWS at Acme").await;
        let asked = "return performance.getEntriesByType('resource')
            .filter(({ name }) => name.endsWith('/onramp.json')).map(entry => entry.initiatorType)";
        assert_shows!(page.script(asked).await, serde_json::json!(["link"]));
    })
    .await;
}

#[tokio::test]
async fn a_link_to_another_portal_is_said_and_not_followed() {
    with_company(async |page| {
        page.go("#/setup?start_url=https://empty.awsapps.com/start").await;
        page.wait_for_text(Role::Alert, "This link leads to https://empty.awsapps.com/start").await;
        page.press(Role::Button, "Sign in").await;
        page.wait_for_text(Role::Main, "d-0000000001.awsapps.com").await;
    })
    .await;
}

/// A walk over what a company has.
pub(crate) async fn each(page: &Page, visit: impl AsyncFn(&str)) {
    page.find(Role::Heading, "AWS at Acme").await;
    visit("1-company").await;
    page.unfold("d-0000000001.awsapps.com · Europe (Ireland) Edit").await;
    visit("1-company-edit").await;
    page.press(Role::Button, "Sign in").await;
    page.find(Role::Link, "Open AWS to approve").await;
    page.unfold("Approve on your phone").await;
    visit("2-approve-phone").await;
    page.go("#/host").await;
    page.find(Role::Heading, "For platform engineers").await;
    visit("host").await;
    page.press(Role::Button, "Add a rule").await;
    page.fill(Role::Textbox, "Accent colour", "red").await;
    page.wait_for_text(Role::Alert, "has to be a colour").await;
    visit("host-wrong").await;
}
