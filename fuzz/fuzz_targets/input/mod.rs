//! What a target makes of a fuzzer's bytes: four choices, and a text.
//!
//! All targets take the same form, so that what one finds is a beginning for the others. The seeds are written in it
//! by the example `seeds` of `onramp-domain`.
#![allow(dead_code, reason = "each target needs a part of it, and checks some of the promises")]

#[path = "../../../crates/domain/tests/promises/mod.rs"]
pub(crate) mod promises;
#[path = "../../../crates/domain/tests/botocore/shapes.rs"]
mod shapes;

use onramp_domain::entry::{Entry, Format, OutputFormat, SsoSession};
use onramp_domain::names::{ConfigValue, ProfileName, Scopes, SessionName};
use onramp_domain::{AccountId, RoleName};
use std::rc::Rc;

/// Bytes, taken apart.
pub(crate) struct Input {
    /// Which entry, which profile, how many steps.
    pub(crate) choices: [u8; 4],
    /// As it is where its first byte is even, else choices among a config file's parts.
    pub(crate) text: String,
}

impl Input {
    /// Of any bytes; what is missing is zero.
    pub(crate) fn of(bytes: &[u8]) -> Input {
        let (choices, text) = bytes.split_first_chunk().unwrap_or((&[0; 4], &[]));
        let text = match text.split_first() {
            Some((kind, text)) if kind % 2 == 0 => String::from_utf8_lossy(text).into_owned(),
            Some((_, choices)) => shapes::text_of(choices),
            None => String::new(),
        };
        Input { choices: *choices, text }
    }
}

/// A profile's name, often one that the text has.
pub(crate) fn name(choice: u8) -> &'static str {
    shapes::NAMES[usize::from(choice) % shapes::NAMES.len()]
}

/// A session's name.
pub(crate) fn session_name(choice: u8) -> SessionName {
    SessionName::parse(["corp", "my sso", "lab"][usize::from(choice) % 3])
        .expect("a session's name")
}

/// An entry for the profile of the second choice, in the form of the first.
pub(crate) fn entry([form, profile]: [u8; 2]) -> Entry {
    let value = |text| ConfigValue::parse(text).expect("a value");
    let session = SsoSession {
        name: session_name(form & 1),
        start_url: value("https://d-1234567890.awsapps.com/start"),
        region: value("eu-west-1"),
        scopes: Scopes::default(),
    };
    Entry {
        format: [Format::SsoSession, Format::Legacy, Format::Both][usize::from(form >> 1) % 3],
        profile: ProfileName::parse(name(profile)).expect("a profile's name"),
        session: Rc::new(session),
        account_id: AccountId::parse("111122223333").expect("an account id"),
        role_name: RoleName::parse("Dev").expect("a role's name"),
        region: (form & 16 != 0).then(|| value("eu-west-1")),
        output: (form & 32 != 0).then_some(OutputFormat::Json),
        extra: Default::default(),
    }
}
