//! Entries and edits for tests.

use super::{Document, Editor};
use crate::entry::{Entry, Format, SsoSession};
use crate::names::{AccountId, ConfigValue, ProfileName, RoleName, Scopes, SessionName};
use std::rc::Rc;

/// A profile of this name for the role `Dev` in 111122223333, through the session `corp` in eu-west-1.
pub(crate) fn entry(profile: &str) -> Entry {
    let session = SsoSession {
        name: SessionName::parse("corp").unwrap(),
        start_url: ConfigValue::parse("https://d-1234567890.awsapps.com/start").unwrap(),
        region: ConfigValue::parse("eu-west-1").unwrap(),
        scopes: Scopes::default(),
    };
    Entry {
        format: Format::SsoSession,
        profile: ProfileName::parse(profile).unwrap(),
        session: Rc::new(session),
        account_id: AccountId::parse("111122223333").unwrap(),
        role_name: RoleName::parse("Dev").unwrap(),
        region: None,
        output: None,
        extra: Default::default(),
    }
}

/// A session on this document with one edit.
pub(crate) fn edited(document: &Document, edit: impl FnOnce(&mut Editor)) -> Editor {
    let mut editor = Editor::new(document.clone());
    edit(&mut editor);
    editor
}
