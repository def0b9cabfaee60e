//! Nothing secret leaves the page's memory, and a reload brings back the form alone.

use crate::steps::{self, SOLO};
use onramp_e2e::{Answer, Page, Role, assert_shows, with_demo};

#[tokio::test]
async fn during_a_sign_in_no_secret_comes_to_light() {
    with_demo(&[], async |page| {
        page.listen_in().await;
        steps::sign_in(page, SOLO).await;
        page.find(Role::Link, "Open AWS to approve").await;
        check(page, &["clientSecret", "deviceCode"]).await;
        page.answer_approval(Answer::Allow).await;
        page.find(Role::Button, "Copy config block").await;
        check(page, &["clientSecret", "deviceCode", "accessToken", "refreshToken"]).await;
        page.press(Role::Button, "Sign out").await;
        page.wait_for_text(Role::Status, "You're signed out, here and at AWS.").await;
        check(page, &["clientSecret", "deviceCode", "accessToken", "refreshToken"]).await;
    })
    .await;
}

#[tokio::test]
async fn a_reload_fills_in_the_form_and_asks_nobody_before_a_press() {
    with_demo(&[], async |page| {
        page.fill(Role::Textbox, "Session name", "acme").await;
        steps::sign_in_at_solo(page).await;
        page.reload().await;
        assert_shows!(page.value_of(Role::Textbox, "Start URL").await, SOLO);
        assert_shows!(page.value_of(Role::Combobox, "SSO region").await, "us-east-1");
        assert_shows!(page.value_of(Role::Textbox, "Session name").await, "acme");
        page.wait_for_text(Role::Form, "This link filled in the form").await;
        let address = page.address_bar().await;
        let (_, form) = address.split_once('#').expect("the form stands in the address");
        assert_eq!(form, format!("/setup?start_url={SOLO}&region=us-east-1&session=acme"));
        assert_eq!(page.kept().await, [""; 0]);

        // The page's own settings come after everything else that it loads by itself.
        page.find(Role::Region, "This is a demo").await;
        let asked_for = page.asked_for().await;
        assert!(!asked_for.iter().any(|address| address.contains("/aws")), "{asked_for:?}");
        page.press(Role::Button, "Sign in").await;
        page.answer_approval(Answer::Allow).await;
        page.find(Role::Button, "Copy config block").await;
    })
    .await;
}

#[tokio::test]
async fn a_link_without_a_region_asks_for_it_only_after_the_press() {
    with_demo(&[], async |page| {
        page.go(&format!("?start_url={SOLO}#/setup")).await;
        page.find(Role::Region, "This is a demo").await;
        assert_shows!(page.value_of(Role::Textbox, "Start URL").await, SOLO);
        let asked_for = page.asked_for().await;
        assert!(!asked_for.iter().any(|address| address.contains("/aws")), "{asked_for:?}");
        page.press(Role::Button, "Sign in").await;
        page.find(Role::Link, "Open AWS to approve").await;
    })
    .await;
}

/// No secret of the answers so far, among which are these, is anywhere but in the page's memory.
async fn check(page: &Page, kinds: &[&str]) {
    let secrets = page.overheard().await;
    for kind in kinds {
        assert!(secrets.iter().any(|secret| secret.key == *kind), "no {kind} was overheard");
    }
    let logged = page.logged().await.join("\n");
    let asked_for = page.asked_for().await.join("\n");
    for (place, text) in [
        ("document", page.document().await),
        ("address bar", page.address_bar().await),
        ("log", logged),
        ("addresses", asked_for),
    ] {
        for secret in &secrets {
            assert!(!text.contains(&secret.text), "the {} is in the {place}", secret.key);
        }
    }
    assert_eq!(page.kept().await, [""; 0]);
}
