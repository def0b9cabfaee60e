//! Pictures of every screen, for whoever changes how the page looks:
//! `cargo test -p onramp-e2e --test e2e -- --ignored tour`, then look into `tests/e2e/screenshots/`.

use crate::steps;
use onramp_e2e::{Answer, Look, Role, with_demo};

#[tokio::test]
#[ignore = "takes pictures, proves nothing"]
async fn tour() {
    with_demo(&[], async |page| {
        page.find(Role::Button, "Sign in").await;
        page.pictures("1-where", &Look::ALL).await;
        page.press(Role::Button, "Sign in").await;
        page.pictures("1-where-fault", &Look::ALL).await;
        steps::sign_in(page, steps::BIG).await;
        page.find(Role::Link, "Open AWS to approve").await;
        page.pictures("2-approve", &Look::ALL).await;
        page.answer_approval(Answer::Allow).await;
        page.find(Role::Searchbox, "Filter accounts and roles").await;
        page.wait_for_text(Role::Main, "12 accounts").await;
        page.pictures("3-choose", &Look::ALL).await;
        page.fill(Role::Searchbox, "Filter accounts and roles", "prod").await;
        page.press(Role::Checkbox, "Select all shown").await;
        page.pictures("4-chosen", &Look::ALL).await;
        page.press(Role::Button, "Sign out").await;
        page.find(Role::Button, "Sign in").await;
        steps::sign_in(page, steps::SOLO).await;
        page.answer_approval(Answer::Allow).await;
        page.find(Role::Region, "Log in").await;
        page.pictures("5-solo", &Look::ALL).await;
        page.go("#/token").await;
        page.find(Role::Textbox, "Cache file").await;
        page.pictures("6-token", &Look::ALL).await;
        page.fill(Role::Textbox, "Cache file", steps::TOKEN).await;
        page.wait_for_text(Role::Article, "left").await;
        page.pictures("7-token-read", &Look::ALL).await;
        page.fill(Role::Textbox, "Cache file", "{\"startUrl\": ").await;
        page.wait_for_text(Role::Alert, "cache file").await;
        page.pictures("8-token-fault", &Look::ALL).await;
        page.go("#/help").await;
        page.pictures("9-help", &Look::ALL).await;
    })
    .await;
}
