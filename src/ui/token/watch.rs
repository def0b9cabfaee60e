//! Two ways to hear of a sign-in's end: a calendar's reminder, and the browser's own word.
//!
//! Not here: when that is due ([`crate::app::token`]).

use super::next::Around;
use crate::app::event::{Event, TokenEvent};
use crate::app::token::{Notifying, Whose};
use crate::ui::parts::element::{Element, Told, el};
use crate::ui::parts::plain::{button, div, p};
use crate::ui::text;
use chrono::{DateTime, Utc};
use std::rc::Rc;

pub(super) fn view(at: DateTime<Utc>, whose: &Whose<'_>, around: &Around<'_>) -> Element {
    let on = around.on;
    let (command, _) = around.names.log_in(whose, around.model.command_shell);
    let (title, sent): (Rc<str>, _) = (text::reminder(&command).into(), on.clone());
    let asked = move |_| {
        sent.emit(Event::Token(TokenEvent::ReminderClicked(at, Rc::clone(&title))));
    };
    let reminder = el("button", "button plain")
        .attr("type", "button")
        .heard(Told::Click, asked)
        .text(text::REMINDER);
    let notifying = around.model.token.notifying();
    let name = match notifying {
        Notifying::On(..) => text::NOTIFY_NO_MORE,
        Notifying::Off | Notifying::Asking(_) | Notifying::Denied | Notifying::Unsupported => {
            text::NOTIFY
        }
    };
    let notify =
        button("button plain", name, on, || Event::Token(TokenEvent::NotifyClicked(text::NOTICE)));
    let said = text::notifying(notifying).map(|said| p("small quiet measure", said));
    div("stack-s")
        .with(div("actions").with(reminder).with(notify))
        .with(div("").attr("role", "status").with(said))
}
