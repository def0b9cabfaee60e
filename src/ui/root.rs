//! The page's one loop: an event comes in, the model moves on, effects are run, the model is drawn.
//!
//! Not here: anything else.

use super::frame;
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::update::{open, update};
use crate::shell::{self, Shell};
use gloo_events::EventListener;
use yew::{Callback, Component, Context, Html};

/// The page.
pub struct Root {
    /// Only away while `update` has it.
    model: Option<Model>,
    shell: Shell,
    send: Callback<Event>,
    _listeners: Vec<EventListener>,
}

impl Component for Root {
    type Message = Event;
    type Properties = ();

    fn create(ctx: &Context<Root>) -> Root {
        let send = ctx.link().callback(|event| event);
        let (model, effects) = open(shell::route(), shell::now());
        let mut shell = Shell::new(send.clone());
        for effect in effects {
            shell.run(effect);
        }
        shell::offer_folders(&send);
        Root { model: Some(model), shell, _listeners: shell::watch(&send), send }
    }

    fn update(&mut self, _: &Context<Root>, event: Event) -> bool {
        let Some(model) = self.model.take() else { return false };
        if matches!(&event, Event::ListScrolled(seen) if *seen == model.seen) {
            self.model = Some(model);
            return false;
        }
        let (model, effects) = update(model, event, shell::now());
        self.model = Some(model);
        for effect in effects {
            self.shell.run(effect);
        }
        true
    }

    fn rendered(&mut self, _: &Context<Root>, _: bool) {
        shell::settle();
        if let Some(seen) = shell::list_seen() {
            self.send.emit(Event::ListScrolled(seen));
        }
    }

    fn view(&self, _: &Context<Root>) -> Html {
        match &self.model {
            Some(model) => frame::view(model, &self.send),
            None => Html::default(),
        }
    }
}
