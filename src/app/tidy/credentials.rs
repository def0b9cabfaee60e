//! The credentials file beside the config: its text, byte for byte, its change, and what of it may be seen.
//!
//! Not here: what a line may show ([`onramp_domain::config::credentials::shown`]). Nothing that is drawn has a key in
//! it; copying and saving carry the text itself.

use super::config_text::ConfigText;
use super::diff::Diff;
use onramp_domain::config::{Document, Line, LineNumber, Plan, credentials};
use std::rc::Rc;

/// One state of the credentials file.
#[derive(Debug)]
pub struct Credentials {
    origin: ConfigText,
    text: ConfigText,
    document: Document,
    since: Option<Plan>,
    diff: Diff,
    shown: Rc<str>,
    profiles: Vec<KeyRow>,
}

/// A profile in it.
#[derive(Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// Its name.
    pub name: Rc<str>,
    /// Its header's line.
    pub line: LineNumber,
    /// What it has there.
    pub holds: Holds,
}

/// What a profile has in the credentials file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A long-lived key pair.
    LongLivedKeys,
    /// Keys with a session token, which end by themselves.
    ShortLivedKeys,
    /// No keys.
    NoKeys,
}

impl Credentials {
    /// A text that came in.
    pub fn of(origin: ConfigText) -> Credentials {
        let document = Document::parse(&**origin.expose());
        Credentials::make(origin, document, None)
    }

    /// The same after a change.
    #[must_use]
    pub fn changed(&self, plan: &Plan) -> Credentials {
        let since = match &self.since {
            Some(since) => since.then(plan),
            None => plan.clone(),
        };
        let document = since.apply();
        Credentials::make(self.origin.clone(), document, Some(since).filter(|it| !it.is_empty()))
    }

    fn make(origin: ConfigText, document: Document, since: Option<Plan>) -> Credentials {
        let mut shown = String::with_capacity(document.as_str().len());
        for line in document.lines() {
            shown.push_str(&credentials::shown(line.text()));
            shown.push('\n');
        }
        let text = match since {
            Some(_) => ConfigText::new(document.as_str()),
            None => origin.clone(),
        };
        let mut diff = since.as_ref().map(Diff::of).unwrap_or_default();
        diff.hide(credentials::shown);
        Credentials {
            origin,
            text,
            profiles: profiles(&document),
            document,
            since,
            diff,
            shown: shown.into(),
        }
    }

    /// The text that came in, byte for byte.
    pub fn origin(&self) -> &ConfigText {
        &self.origin
    }

    /// The text that goes out, byte for byte.
    pub fn text(&self) -> &ConfigText {
        &self.text
    }

    /// What it is now.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What has changed since it came in; `None` where nothing has.
    pub fn since(&self) -> Option<&Plan> {
        self.since.as_ref()
    }

    /// The same as it is drawn, without keys.
    pub fn diff(&self) -> &Diff {
        &self.diff
    }

    /// The text as it is drawn, without keys.
    pub fn shown(&self) -> &Rc<str> {
        &self.shown
    }

    /// The profiles in it, in order; one that is there twice, twice.
    pub fn profiles(&self) -> &[KeyRow] {
        &self.profiles
    }

    /// Whether there is a profile of this name.
    pub fn has(&self, name: &str) -> bool {
        self.profiles.iter().any(|row| &*row.name == name)
    }
}

fn profiles(document: &Document) -> Vec<KeyRow> {
    let rows = document.sections().map(|section| KeyRow {
        name: section.header_text().into(),
        line: Line::number(section.line()),
        holds: match (section.property("aws_access_key_id"), section.property("aws_session_token"))
        {
            (None, None) => Holds::NoKeys,
            (Some(_), None) => Holds::LongLivedKeys,
            (_, Some(_)) => Holds::ShortLivedKeys,
        },
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use onramp_domain::config::credentials::plan_remove;

    const TEXT: &str = "[ops]\r\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\r\naws_secret_access_key = SECRET\r\n[a]\r\naws_access_key_id = x\r\naws_session_token = SECRET\r\n";

    #[test]
    fn nothing_that_is_drawn_has_a_key_and_what_goes_out_has_every_byte() {
        let whole = Credentials::of(ConfigText::new(TEXT));
        assert_eq!(&**whole.text().expose(), TEXT);
        assert_eq!(
            &**whole.shown(),
            "[ops]\naws_access_key_id = …MPLE\naws_secret_access_key = …\n[a]\naws_access_key_id = …\naws_session_token = …\n"
        );
        let after = whole.changed(&plan_remove(whole.document(), "ops"));
        assert_eq!(&**after.text().expose(), &TEXT[TEXT.find("[a]").unwrap()..]);
        let drawn: String = after.diff().rows.iter().map(|row| row.text().to_owned()).collect();
        assert!(drawn.contains("aws_secret_access_key = …") && !drawn.contains("SECRET"));
        assert!(!format!("{after:?}").contains("SECRET"));
    }

    #[test]
    fn profiles_say_what_they_hold() {
        let whole = Credentials::of(ConfigText::new(TEXT));
        let rows: Vec<(&str, Holds)> =
            whole.profiles().iter().map(|row| (&*row.name, row.holds)).collect();
        assert_eq!(rows, [("ops", Holds::LongLivedKeys), ("a", Holds::ShortLivedKeys)]);
        assert!(whole.has("ops") && !whole.has("o"));
    }
}
