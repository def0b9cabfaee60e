//! `block`: the text for a new file. Entries as the vectors have them.

use onramp_domain::entry::{Entry, Format, OutputFormat, SsoSession};
use onramp_domain::names::{ConfigValue, ProfileName, Scopes, SessionName};
use onramp_domain::{AccountId, RoleName, block};
use serde::Deserialize;
use serde_json::{Value, json};
use std::rc::Rc;

#[derive(Deserialize)]
pub(crate) struct GivenEntry {
    format: GivenFormat,
    profile: String,
    session: GivenSession,
    account_id: String,
    role_name: String,
    region: Option<String>,
    output: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum GivenFormat {
    SsoSession,
    Legacy,
    Both,
}

#[derive(Deserialize)]
struct GivenSession {
    name: String,
    start_url: String,
    region: String,
    scopes: String,
}

pub(crate) fn answer(given: GivenEntry) -> Result<Value, String> {
    Ok(json!({"text": block::write(&[given.entry()?])}))
}

impl GivenEntry {
    /// The entry; an empty region or output is none.
    pub(crate) fn entry(&self) -> Result<Entry, String> {
        let text = |value: &Option<String>| value.clone().filter(|value| !value.is_empty());
        let region = text(&self.region).map(|region| ConfigValue::parse(&region)).transpose();
        let output = text(&self.output)
            .map(|name| OutputFormat::from_name(&name).ok_or(format!("no output format `{name}`")));
        Ok(Entry {
            format: match self.format {
                GivenFormat::SsoSession => Format::SsoSession,
                GivenFormat::Legacy => Format::Legacy,
                GivenFormat::Both => Format::Both,
            },
            profile: ProfileName::parse(&self.profile).map_err(said("profile"))?,
            session: Rc::new(SsoSession {
                name: SessionName::parse(&self.session.name).map_err(said("session"))?,
                start_url: ConfigValue::parse(&self.session.start_url)
                    .map_err(said("start_url"))?,
                region: ConfigValue::parse(&self.session.region).map_err(said("sso region"))?,
                scopes: Scopes::parse(&self.session.scopes).map_err(said("scopes"))?,
            }),
            account_id: AccountId::parse(&self.account_id).map_err(said("account_id"))?,
            role_name: RoleName::parse(&self.role_name).map_err(said("role_name"))?,
            region: region.map_err(said("region"))?,
            output: output.transpose()?,
            extra: Default::default(),
        })
    }
}

fn said<E: std::error::Error>(field: &str) -> impl Fn(E) -> String + '_ {
    move |error| format!("{field}: {error}")
}
