//! The root component: one loop of message, update, effects, view.

mod early;

mod msg;

mod model;

mod update;

mod view;

mod text;

#[cfg(test)]
mod tests;

use crate::shell::{self, Shell};
pub use early::{Early, Focus};
pub use model::Model;
pub use msg::Msg;
pub use update::{open, update};
pub use view::{Senders, title, view};
use yew::{Component, Context, Html, Properties};

/// How the page begins.
#[derive(Default, PartialEq, Properties)]
pub struct AppProps {
    /// What was done before.
    pub early: Early,
}

pub struct App {
    model: Model,
    shell: Shell,
    senders: Senders,
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &Context<App>) -> App {
        let send = ctx.link().callback(|msg| msg);
        let (mut model, effects) = open(shell::route(), &ctx.props().early, shell::now());
        model.shared.address = shell::address();
        let mut shell = Shell::new(send.clone());
        effects.into_iter().for_each(|effect| shell.run(effect));
        App { model, shell, senders: Senders::new(send) }
    }

    fn update(&mut self, _: &Context<App>, msg: Msg) -> bool {
        let effects = update(&mut self.model, msg, shell::now());
        effects.into_iter().for_each(|effect| self.shell.run(effect));
        true
    }

    fn rendered(&mut self, ctx: &Context<App>, is_first: bool) {
        if let (true, Some(focus)) = (is_first, &ctx.props().early.focus) {
            shell::restore(focus);
        }
        shell::set_title(&title(&self.model, shell::now()));
    }

    fn view(&self, _: &Context<App>) -> Html {
        view(&self.model, shell::now(), &self.senders)
    }
}
