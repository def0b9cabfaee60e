//! The page starts, under the policy that it is served with.

use onramp_e2e::{Role, with_demo};

#[tokio::test]
async fn the_page_starts_without_a_complaint() {
    with_demo(&[], async |page| {
        for way in ["Set up", "Check a token"] {
            let navigation = page.find(Role::Navigation, "Main").await;
            page.find_in(&navigation, Role::Link, way).await;
        }
        page.find(Role::Button, "Sign in").await;
        assert!(!page.text_of_page().await.contains("Loading…"));
    })
    .await;
}
