//! What must hold of the page after each step of a walk.

use super::Walk;
use crate::effect::{CopyId, Effect, Timer};
use crate::route::Screen;
use onramp_domain::{device_flow, listing};

impl Walk {
    /// What holds after every step.
    pub(super) fn check(&self, asked: &[Effect]) {
        let Walk { page, drawn, .. } = self;
        let debug = format!("{:?}{asked:?}", page.model);
        assert!(
            !debug.contains("SECRET"),
            "a secret is printed: {}",
            &debug[debug.find("SECRET").unwrap_or(0).saturating_sub(200)..]
        );
        let session = page.model.setup.flow.session();
        for effect in asked {
            match effect {
                Effect::Focus(id) => assert!(drawn.takes_focus(id.0), "no {} for the focus", id.0),
                Effect::FocusField(id) => assert!(drawn.takes_focus(id), "no {id} for the focus"),
                Effect::Listing(_, access) => {
                    assert_eq!(
                        session.map(device_flow::Session::access).as_ref(),
                        Some(access),
                        "signed out"
                    );
                }
                Effect::DeviceFlow(device_flow::Command::Refresh(..)) => assert!(session.is_some()),
                Effect::Copy { button, text } => self.check_copied(*button, text.expose()),
                _ => {}
            }
        }
    }

    /// What is copied is what is shown.
    fn check_copied(&self, CopyId(button, _): CopyId, text: &str) {
        let shown = self.drawn.raws("pre");
        let is_shown = shown.iter().any(|it| it == text);
        match button {
            // Shown short, without keys, in part, or nowhere.
            "command-for-all" | "command" | "terminal-line" | "put-in-place" | "task" | "new"
            | "patch" | "link" | "block"
                if !is_shown => {}
            "code" | "request" | "copy-company-link" => assert!(self.drawn.whole().contains(text)),
            _ => assert!(is_shown, "{button} copies what isn't shown: {text:?} {shown:?}"),
        }
    }

    pub(super) fn check_waits(&self) {
        let is = |kind: fn(&Effect) -> bool| self.waiting.iter().any(|it| kind(&it.effect));
        let setup = &self.page.model.setup;
        if setup.is_under_way()
            && !matches!(setup.flow.state(), device_flow::FlowState::Failed { .. })
        {
            assert!(is(|it| matches!(it, Effect::DeviceFlow(_))), "the sign-in waits for nothing");
        }
        if *setup.listing.phase() == listing::Phase::Running && setup.is_signed_in() {
            assert!(is(|it| matches!(it, Effect::Listing(..))), "the listing waits for nothing");
        }
        if setup.form.waits_to_sign_in() {
            assert!(is(|it| matches!(it, Effect::LookUpRegion(_))), "the form waits for nothing");
        }
        if setup.use_it.save.is_running() {
            assert!(is(|it| matches!(
                it,
                Effect::Folder(Screen::Setup, ..) | Effect::OpenFolder(Screen::Setup, _)
            )));
        }
        if setup.names_are_due {
            assert!(
                is(|it| matches!(it, Effect::WakeAt(_, Timer::Tick))),
                "the names wait for nothing"
            );
        }
    }
}
