//! What a person gives this screen: the box's text, files, a config.

use super::answer::{Answer, Outcome};
use crate::file_text::{FileError, FileText, ReadFile, boxed};
use onramp_domain::cache_file::{self, Checked, ConfigNames, Finding};
use onramp_domain::cli_message::Cause;
use onramp_domain::config::Document;
use onramp_domain::redact;
use std::rc::Rc;

/// What stands in the box. It never holds a secret.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct TextBox {
    pub text: String,
    /// Whether it is only what is left: something was read, and so removed.
    pub is_rest: bool,
}

#[derive(Debug)]
pub struct GivenConfig {
    pub names: ConfigNames,
    /// To be opened in "Tidy my config".
    pub file: ReadFile,
}

/// What one file or text came to.
#[derive(Default)]
pub(super) struct CheckedText {
    pub(super) answers: Vec<Answer>,
    pub(super) config: Option<GivenConfig>,
    /// Of a text without a file.
    pub(super) text_box: Option<TextBox>,
}

impl CheckedText {
    pub(super) fn of(file: ReadFile) -> CheckedText {
        let name: Option<Rc<str>> = file.name.map(Rc::from);
        let text = match file.text {
            // Windows PowerShell writes UTF-16, and what it says is no worse for that.
            Ok(text) | Err(FileError::Utf16(text)) => text,
            Err(error) => {
                let answer = Answer { name, part: None, outcome: Outcome::Unreadable(error) };
                return CheckedText { answers: vec![answer], ..CheckedText::default() };
            }
        };
        let plain = cache_file::plain_text(text.expose());
        let check = match name {
            Some(_) => cache_file::check,
            None => cache_file::check_pasted,
        };
        let parts = check(&plain);
        let is_config = |part: &Checked| matches!(part.outcome, Ok(Finding::Config(_)));
        let is_several = parts.iter().filter(|part| !is_config(part)).nth(1).is_some();
        let number = parts.len();
        let (mut answers, mut config, mut unread) = (Vec::new(), None, Vec::new());
        for (at, Checked { outcome, cut, unread: rest }) in parts.into_iter().enumerate() {
            unread.extend(rest);
            let outcome = match outcome {
                Ok(Finding::File(report)) => Outcome::File(report),
                Ok(Finding::Time(time)) => Outcome::Time(time),
                Ok(Finding::Message(message)) => {
                    // It may be the beginning of a known one, which is still being typed.
                    let is_unknown = message.cause == Cause::Unrecognised;
                    unread.extend(is_unknown.then(|| redact(&plain)));
                    Outcome::Message(message)
                }
                Ok(Finding::Config(text)) => {
                    let names = ConfigNames::of(&Document::parse(text.expose()));
                    let text = Ok(FileText::new(text.expose()));
                    let file = ReadFile { name: name.as_deref().map(str::to_owned), text };
                    config = Some(GivenConfig { names, file });
                    continue;
                }
                Err(error) => Outcome::NotCache(error, cut),
            };
            let part = is_several.then_some(at + 1);
            answers.push(Answer { name: name.clone(), part, outcome });
        }
        let text_box = name.is_none().then(|| {
            let is_rest = unread.len() < number;
            let text = if is_rest { unread.join("\n") } else { redact(&plain) };
            TextBox { text: boxed(&text), is_rest }
        });
        CheckedText { answers, config, text_box }
    }

    /// A config alone is about the sign-ins that are there already.
    pub(super) fn is_config(&self) -> bool {
        self.answers.is_empty()
    }
}
