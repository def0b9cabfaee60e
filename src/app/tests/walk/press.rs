//! A press, or what is typed or chosen, on the page as it is drawn; and what must hold of it.

use super::answers::{TEXTS, typed};
use super::{LINKS, Walk};
use crate::app::Msg;
use crate::effect::Effect;
use crate::route::Screen;
use crate::screens::{config, platform, setup, token};
use crate::testing::{Control, Dice};

impl Walk {
    pub(super) fn press(&mut self, rather: &[&str], dice: &mut Dice) {
        let controls = self.drawn.controls();
        // Rather what is on the screen than in the frame.
        let frame = [
            "Skip to content",
            "Onramp",
            "Set up",
            "Check a token",
            "Tidy my config",
            "Help",
            "More",
            "Close help",
            "For platform engineers",
            "Copy link for a colleague",
        ];
        let controls: Vec<&Control> =
            controls.iter().filter(|it| !frame.contains(&&*it.name)).collect();
        let favourites: Vec<&Control> = controls
            .iter()
            .filter(|it| rather.iter().any(|name| it.name.starts_with(name)))
            .copied()
            .collect();
        let controls = if favourites.is_empty() { controls } else { favourites };
        let control = dice.pick(&controls);
        let (text, pasted) = (typed(dice), dice.pick(&TEXTS));
        let model = &self.page.model;
        let frames = ["Sign out", "Copy link for a colleague"];
        let msg = match model.screen {
            _ if frames.contains(&&*control.name) => None,
            Screen::Setup => None,
            Screen::Token => {
                token::tests::press::press(control, &text, pasted, dice).map(Msg::Token)
            }
            Screen::Config => {
                config::tests::press::press(&model.config, control, &text, pasted, dice)
                    .map(Msg::Config)
            }
            Screen::Platform => {
                platform::tests::press::press(control, &text, dice).map(Msg::Platform)
            }
            Screen::Help => None,
        };
        let of_setup = |dice: &mut Dice| {
            setup::tests::press::press((&model.setup, &model.shared), control, &text, pasted, dice)
        };
        let msg = msg.or_else(|| of_setup(dice).map(Msg::Setup));
        let Some(msg) = msg else {
            if let Some(hash) = LINKS.iter().find(|link| **link == control.href) {
                self.go(hash);
            }
            return;
        };
        let (name, href) = (control.name.clone(), control.href.clone());
        let id = Some(control.id.clone()).filter(|_| control.role == "textbox");
        let screen = model.screen;
        let role = control.role.clone();
        let is_fresh = self.page.now == self.drawn_at;
        let asked = self.ask(msg);
        let goes = asked.iter().any(|effect| {
            matches!(effect, Effect::Navigate(_) | Effect::Focus(_) | Effect::FocusField(_))
        });
        let is_there = |it: &Control| it.name == name && it.role == role;
        if is_fresh
            && name != "Sign out"
            && !goes
            && screen == self.page.model.screen
            && !self.drawn.controls().iter().any(is_there)
        {
            panic!("{name:?} is gone, and the focus with it");
        }
        if name != "Copy"
            && let Some(Effect::Copy { button, text }) = asked.last()
        {
            self.send(Msg::Copied(*button, text.clone(), Ok(())));
            let words = self.drawn.button_words();
            assert!(
                words.iter().any(|it| it == "Copied"),
                "{name} does not say that it has copied"
            );
        }
        let controls = self.drawn.controls();
        let field = id.and_then(|id| controls.into_iter().find(|it| it.id == id));
        self.typed.extend(field.map(|field| (field.id, field.value)));
        if let Some(hash) = LINKS.iter().find(|link| **link == href) {
            self.go(hash);
        }
    }
}
