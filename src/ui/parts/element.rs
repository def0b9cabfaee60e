//! Elements put together call by call: `el("p", "quiet").text("…")`.
//!
//! Not here: what is drawn. Yew's `html!` writes out each element's making in place, which for the some two hundred of
//! this page weighs several times as much as calling the few functions here. What comes out is Yew's all the same.

use crate::app::event::Event;
use js_sys::Reflect;
use std::rc::Rc;
pub(in crate::ui) use web_sys::Event as DomEvent;
use yew::virtual_dom::{Key, Listener, ListenerKind, VNode, VTag, VText};
use yew::{AttrValue, Callback, Html};

/// An element being put together. Boxed, so that it is handed on as one word.
pub(in crate::ui) struct Element(Box<VTag>);

/// An element with this tag and, where it is not empty, this class.
#[inline(never)]
pub(in crate::ui) fn el(tag: &'static str, class: &'static str) -> Element {
    let element = Element(Box::new(VTag::new(tag)));
    if class.is_empty() { element } else { element.attr("class", class) }
}

impl Element {
    /// Adds an attribute.
    #[inline(never)]
    pub(in crate::ui) fn attr(self, name: &'static str, value: impl Into<AttrValue>) -> Element {
        self.set(name, value.into())
    }

    /// Adds an attribute where there is a value for it.
    pub(in crate::ui) fn attr_if(self, name: &'static str, value: Option<&'static str>) -> Element {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Names a field's value, which is the browser's own and not an attribute.
    #[inline(never)]
    pub(in crate::ui) fn value(mut self, value: &str) -> Element {
        self.0.set_value(AttrValue::from(value.to_owned()));
        self
    }

    /// Says whether a box is checked.
    pub(in crate::ui) fn checked(mut self, checked: bool) -> Element {
        self.0.set_checked(checked);
        self
    }

    /// Tells it from its neighbours in a list that changes.
    pub(in crate::ui) fn key(mut self, key: impl Into<Key>) -> Element {
        self.0.key = Some(key.into());
        self
    }

    /// Adds a text.
    #[inline(never)]
    pub(in crate::ui) fn text(self, text: impl Into<AttrValue>) -> Element {
        self.push(VNode::VText(VText::new(text)))
    }

    /// Adds what stands in it. Nothing takes a place too, so that its neighbours stay the same elements when it comes.
    #[inline(never)]
    pub(in crate::ui) fn with(self, child: impl Draw) -> Element {
        self.push(child.draw())
    }

    /// Adds several.
    pub(in crate::ui) fn with_all(self, children: impl IntoIterator<Item = Element>) -> Element {
        children.into_iter().fold(self, Element::with)
    }

    /// A press of it is this event.
    #[inline(never)]
    pub(in crate::ui) fn pressed(self, on: &Callback<Event>, event: fn() -> Event) -> Element {
        let on = on.clone();
        self.heard(Told::Click, move |_| on.emit(event()))
    }

    /// A person's entry or choice is this event. Programs that fill in forms may tell of it by `change` alone.
    #[inline(never)]
    pub(in crate::ui) fn entered(
        mut self,
        on: &Callback<Event>,
        event: fn(String) -> Event,
    ) -> Element {
        for told in [Told::Input, Told::Change] {
            let on = on.clone();
            self = self.heard(told, move |heard| on.emit(event(value_of(&heard))));
        }
        self
    }

    /// Does this when the browser tells of it.
    pub(in crate::ui) fn heard(mut self, told: Told, act: impl Fn(DomEvent) + 'static) -> Element {
        self.listen(told, Box::new(act));
        self
    }

    #[inline(never)]
    fn listen(&mut self, told: Told, act: Box<dyn Fn(DomEvent)>) {
        self.0.add_listener(Rc::new(Heard { told, act }));
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> Element {
        self.0.add_attribute(name, value);
        self
    }

    #[inline(never)]
    fn push(mut self, child: VNode) -> Element {
        self.0.add_child(child);
        self
    }
}

/// What can stand in an element.
pub(in crate::ui) trait Draw {
    /// As Yew has it.
    fn draw(self) -> Html;
}

impl Draw for Element {
    #[inline(never)]
    fn draw(self) -> Html {
        VNode::from(*self.0)
    }
}

impl Draw for Option<Element> {
    fn draw(self) -> Html {
        self.map_or_else(Html::default, Element::draw)
    }
}

/// One after the other.
impl<D: Draw, const N: usize> Draw for [D; N] {
    fn draw(self) -> Html {
        self.into_iter().map(D::draw).collect()
    }
}

impl Draw for Html {
    fn draw(self) -> Html {
        self
    }
}

/// What the browser tells of, of all that it could.
#[derive(Clone, Copy)]
pub(in crate::ui) enum Told {
    /// A press.
    Click,
    /// A key in a field.
    Input,
    /// An entry that is done, a choice.
    Change,
    /// The field was left.
    Blur,
    /// The form was sent.
    Submit,
    /// The list was scrolled.
    Scroll,
    /// Something is held above it.
    DragOver,
    /// Something was dropped.
    Drop,
    /// Something is about to be pasted.
    Paste,
}

struct Heard {
    told: Told,
    act: Box<dyn Fn(DomEvent)>,
}

impl Listener for Heard {
    fn kind(&self) -> ListenerKind {
        match self.told {
            Told::Click => ListenerKind::onclick,
            Told::Input => ListenerKind::oninput,
            Told::Change => ListenerKind::onchange,
            Told::Blur => ListenerKind::onblur,
            Told::Submit => ListenerKind::onsubmit,
            Told::Scroll => ListenerKind::onscroll,
            Told::DragOver => ListenerKind::ondragover,
            Told::Drop => ListenerKind::ondrop,
            Told::Paste => ListenerKind::onpaste,
        }
    }

    fn handle(&self, event: DomEvent) {
        (self.act)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// The text of the field that an event comes from; empty where it comes from none.
#[inline(never)]
fn value_of(event: &DomEvent) -> String {
    let Some(field) = event.target() else { return String::new() };
    // Inputs, selects and text areas all have it, and need not be told apart.
    let value = Reflect::get(&field, &"value".into());
    value.ok().and_then(|value| value.as_string()).unwrap_or_default()
}
