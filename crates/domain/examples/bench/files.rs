//! Files of any number of profiles, each of about 200 bytes, and entries for them.

use onramp_domain::entry::{Entry, Format, OutputFormat, SsoSession};
use onramp_domain::names::{ConfigValue, ProfileName, Scopes, SessionName};
use onramp_domain::{AccountId, RoleName};
use std::rc::Rc;

/// A config as an administrator of many accounts has it, with a comment here and there.
pub(crate) fn config(profiles: usize) -> String {
    let mut text = "[sso-session corp]\nsso_start_url = https://d-1234567890.awsapps.com/start\nsso_region = eu-west-1\nsso_registration_scopes = sso:account:access\n\n".to_owned();
    for index in 0..profiles {
        let (name, account) = (name(index), account(index));
        text += &format!(
            "# {account}: team {}\n[profile {name}]\nsso_session = corp\nsso_account_id = {account}\nsso_role_name = AdministratorAccess\nregion = eu-west-1\noutput = json\ncli_pager =\n\n",
            index % 97
        );
    }
    text
}

/// The name of a profile of [`config`].
pub(crate) fn name(index: usize) -> String {
    format!("team-{}-{}-admin", index % 97, account(index))
}

/// Entries for profiles that [`config`] has not.
pub(crate) fn entries(count: usize) -> Vec<Entry> {
    entries_by(count, "corp", |index| format!("new-{}", name(index)))
}

/// Entries for every other profile that [`config`] has, each with another role.
pub(crate) fn changes(profiles: usize) -> Vec<Entry> {
    entries_by(profiles / 2, "corp", |index| name(2 * index))
}

/// A folder's token files, one after another.
pub(crate) fn cache(files: usize) -> String {
    let token = r#"{"startUrl": "https://d-1234567890.awsapps.com/start", "region": "eu-west-1", "accessToken": "SECRET", "expiresAt": "2025-05-26T18:00:00Z"}"#;
    [token, "\n"].concat().repeat(files)
}

fn entries_by(count: usize, session: &str, name: impl Fn(usize) -> String) -> Vec<Entry> {
    let value = |text| ConfigValue::parse(text).expect("a value");
    let session = Rc::new(SsoSession {
        name: SessionName::parse(session).expect("a session's name"),
        start_url: value("https://d-1234567890.awsapps.com/start"),
        region: value("eu-west-1"),
        scopes: Scopes::default(),
    });
    let entry = |index| Entry {
        format: Format::SsoSession,
        profile: ProfileName::parse(&name(index)).expect("a profile's name"),
        session: Rc::clone(&session),
        account_id: AccountId::parse(&account(index)).expect("an account id"),
        role_name: RoleName::parse("PowerUserAccess").expect("a role's name"),
        region: Some(value("eu-west-1")),
        output: OutputFormat::from_name("json"),
        extra: Default::default(),
    };
    (0..count).map(entry).collect()
}

fn account(index: usize) -> String {
    format!("{:012}", 100_000_000_000 + index)
}
