//! The other tab: the simulated Identity Center asks the person to approve the sign-in.

use crate::page::Page;
use crate::role::Role;
use crate::wait::until;

/// What the person answers there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Lets the page in.
    Allow,
    /// Does not.
    Deny,
}

impl Answer {
    fn button(self) -> &'static str {
        match self {
            Answer::Allow => "Allow access",
            Answer::Deny => "Deny access",
        }
    }
}

impl Page {
    /// Follows "Open AWS to approve" into its new tab, answers there, and comes back.
    ///
    /// # Panics
    /// When the link, the tab or the button does not appear.
    pub async fn answer_approval(&self, answer: Answer) {
        let ours = self.client.window().await.expect("the page has a window");
        self.press(Role::Link, "Open AWS to approve").await;
        let theirs = until("the tab in which to approve", async || {
            let windows = self.client.windows().await.ok()?;
            windows.into_iter().find(|window| *window != ours)
        })
        .await;
        self.client.switch_to_window(theirs).await.expect("the new tab is there");
        self.press(Role::Button, answer.button()).await;
        self.wait_until_gone(Role::Button, answer.button()).await;
        self.client.close_window().await.expect("the new tab is still there");
        self.client.switch_to_window(ours).await.expect("the page is still there");
    }
}
