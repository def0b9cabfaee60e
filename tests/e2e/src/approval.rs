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

/// What the other tab showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// The question, with the code in it.
    pub question: String,
    /// What came of the answer.
    pub outcome: String,
}

impl Page {
    /// Follows "Open AWS to approve" into its new tab, answers there, and comes back.
    ///
    /// # Panics
    /// When the link, the tab or the button does not appear.
    pub async fn answer_approval(&self, answer: Answer) -> Approval {
        self.press(Role::Link, "Open AWS to approve").await;
        self.answer_in_new_tab(answer).await
    }

    /// Answers in the tab that was just opened, closes it, and comes back.
    ///
    /// # Panics
    /// When the tab or the button does not appear.
    pub async fn answer_in_new_tab(&self, answer: Answer) -> Approval {
        let ours = self.client.window().await.expect("the page has a window");
        // A tab that is about to close may still be listed.
        until("the tab in which to approve", async || {
            let windows = self.client.windows().await.ok()?;
            let theirs = windows.into_iter().find(|window| *window != ours)?;
            self.client.switch_to_window(theirs).await.ok()
        })
        .await;
        self.find(Role::Button, answer.button()).await;
        let question = self.text_of(Role::Main, "").await;
        self.press(Role::Button, answer.button()).await;
        self.wait_until_gone(Role::Button, answer.button()).await;
        let outcome = self.text_of(Role::Main, "").await;
        self.client.close_window().await.expect("the new tab is still there");
        self.client.switch_to_window(ours).await.expect("the page is still there");
        Approval { question, outcome }
    }
}
