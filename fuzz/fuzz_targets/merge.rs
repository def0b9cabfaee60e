//! A merge into any text changes what it names, once, and is read back.
#![no_main]

mod input;
#[allow(dead_code, reason = "each target checks one of the promises")]
#[path = "../../crates/domain/tests/promises/mod.rs"]
mod promises;

use onramp_domain::entry::{Entry, Format, OutputFormat, Session};
use onramp_domain::names::{ConfigValue, ProfileName, Scopes, SessionName};
use onramp_domain::{AccountId, RoleName};
use std::rc::Rc;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some((choices, text)) = bytes.split_first_chunk::<2>()
        && let Some(entry) = entry(*choices)
    {
        promises::a_merge_is_read_back(&input::text_of(text), &entry);
    }
});

fn entry([choice, name]: [u8; 2]) -> Option<Entry> {
    let names = input::NAMES;
    let session = Session {
        name: SessionName::parse(["corp", "my sso"][usize::from(choice & 1)]).ok()?,
        start_url: ConfigValue::parse("https://d-1234567890.awsapps.com/start").ok()?,
        region: ConfigValue::parse("eu-west-1").ok()?,
        scopes: Scopes::default(),
    };
    Some(Entry {
        format: [Format::SsoSession, Format::Legacy, Format::Both][usize::from(choice >> 1) % 3],
        profile: ProfileName::parse(names[usize::from(name) % names.len()]).ok()?,
        session: Rc::new(session),
        account_id: AccountId::parse("111122223333").ok()?,
        role_name: RoleName::parse("Dev").ok()?,
        region: ConfigValue::parse("eu-west-1").ok().filter(|_| choice & 16 != 0),
        output: (choice & 32 != 0).then_some(OutputFormat::Json),
    })
}
