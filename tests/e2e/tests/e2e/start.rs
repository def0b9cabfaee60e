//! The page starts, under the policy that it is served with.

use onramp_e2e::{Role, with_demo};

#[tokio::test]
async fn the_page_starts_without_a_complaint() {
    with_demo(&[], async |page| {
        page.find(Role::Heading, "Set up the AWS CLI").await;
        page.find(Role::Button, "Sign in").await;
    })
    .await;
}
