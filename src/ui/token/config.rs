//! What was taken from a config: whose files there can be, and which of them are here.
//!
//! Not here: the config's text, which the page no longer has.

use super::fact;
use crate::app::model::Model;
use crate::app::token::Names;
use crate::app::token::config::{ConfigSignIn, ConfigSource, KnownConfig};
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::plain::{h2, p};
use crate::ui::text::{self, FilePlace};
use std::rc::Rc;
use yew::AttrValue;

/// So many sign-ins are listed.
const MOST: usize = 12;

/// It is drawn for a config that was given here, and beside files for one that "Tidy my config" has.
pub(super) fn view(model: &Model, names: &Names<'_>) -> Option<Element> {
    let config = names.config()?;
    let is_shown = match config.source() {
        ConfigSource::Tidy => model.token.has_named_files(),
        ConfigSource::Pasted | ConfigSource::File(_) => true,
    };
    is_shown.then(|| article(config, model, names))
}

fn article(config: &KnownConfig, model: &Model, names: &Names<'_>) -> Element {
    let name: AttrValue = match config.source() {
        ConfigSource::Tidy => text::CONFIG_TIDY.into(),
        ConfigSource::Pasted => text::PASTED.into(),
        ConfigSource::File(name) => AttrValue::from(Rc::clone(name)),
    };
    let sign_ins = config.sign_ins();
    let listed = sign_ins.iter().take(MOST);
    let rows = listed.fold(el("dl", "facts small"), |rows, sign_in| {
        fact(rows, text::owner(&sign_in.owner), row(sign_in, model, names))
    });
    let more = (sign_ins.len() > MOST)
        .then(|| p("small quiet", text::more_sign_ins(sign_ins.len() - MOST)));
    el("article", "card stack-s")
        .attr("aria-label", name.clone())
        .with(h2(text::CONFIG_USED))
        .with(p("small quiet", name))
        .with(p("measure", text::config_used(sign_ins.len())))
        .with((!sign_ins.is_empty()).then_some(rows))
        .with(more)
}

fn row(sign_in: &ConfigSignIn, model: &Model, names: &Names<'_>) -> String {
    let place = if !model.token.has_named_files() {
        FilePlace::NoFiles
    } else if model.token.has_file_of(names, &sign_in.owner) {
        FilePlace::Here
    } else {
        FilePlace::NotHere
    };
    text::config_sign_in(&sign_in.profiles, &sign_in.owner.file_name(), place)
}
