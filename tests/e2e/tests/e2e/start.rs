//! The page starts, under the policy that it is served with.

use onramp_e2e::{Role, until, with_demo};

#[tokio::test]
async fn the_page_starts_without_a_complaint() {
    with_demo(&[], async |page| {
        until("the loading text to make way for the page", async || {
            let text = page.text_of(Role::Main, "").await;
            (!text.contains("Loading…")).then_some(())
        })
        .await;
        page.find(Role::Heading, "Onramp").await;
    })
    .await;
}
