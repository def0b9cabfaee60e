//! Texts that ask for much: one part again and again, or two of which each comes so often. Of a part with `*` in it comes
//! again what stands between the two.

use onramp_domain::entry::{Entry, Format, SsoSession};
use onramp_domain::names::{ConfigValue, ProfileName, Scopes, SessionName};
use onramp_domain::{AccountId, RoleName};
use std::fmt;
use std::rc::Rc;

/// A text of any length.
pub(crate) struct Text {
    first: &'static str,
    then: &'static str,
}

/// The texts for a kind of work.
pub(crate) fn of(kind: &str) -> Vec<Text> {
    let parts = if kind == "cache" { CACHE } else { CONFIG };
    let all = |first: &&'static str| {
        let first = *first;
        parts.iter().map(move |then| Text { first, then })
    };
    parts.iter().flat_map(all).collect()
}

/// What is merged: profiles that the texts have, and one that they have not.
pub(crate) fn entries() -> Vec<Entry> {
    let value = |text| ConfigValue::parse(text).expect("a value");
    let session = Rc::new(SsoSession {
        name: SessionName::parse("a1").expect("a session's name"),
        start_url: value("https://d-1234567890.awsapps.com/start"),
        region: value("eu-west-1"),
        scopes: Scopes::default(),
    });
    let entry = |(format, name)| Entry {
        format,
        profile: ProfileName::parse(name).expect("a profile's name"),
        session: Rc::clone(&session),
        account_id: AccountId::parse("111122223333").expect("an account id"),
        role_name: RoleName::parse("Dev").expect("a role's name"),
        region: None,
        output: None,
        extra: Default::default(),
    };
    let names = [(Format::SsoSession, "a"), (Format::Legacy, "a1"), (Format::Both, "new")];
    names.map(entry).into()
}

/// `N` stands for a number that is another one each time.
const CONFIG: &[&str] = &[
    "",
    "[profile aN]\n",
    "[profile a]\n",
    "[DEFAULT]\n",
    "[DEFAULT]\nkN = v\n",
    "[sso-session aN]\nsso_region = us-east-1\nsso_role_name = x\n",
    "[profile sN]\nsso_session = aN\n",
    "[profile lN]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = us-east-1\nsso_account_id = 111122223333\nsso_role_name = Dev\n",
    "[profile rN]\nsource_profile = rN\nrole_arn = x\n",
    "kN = v\n",
    "k = v\n",
    "  more\n",
    "k =\n",
    "  kN = v\n",
    "# note\n",
    "\n",
    "\r",
    "x",
    " ",
    "[",
    "“",
    "\u{feff}",
];

const CACHE: &[&str] = &[
    "",
    "{",
    "}",
    "[",
    "\"",
    "\\",
    "{\"",
    "{\"a\":",
    "{\"a\n",
    "{}",
    "{ ",
    "{*\"kN\":1,*\"k\":1}",
    "“",
    "\\\"",
    ":",
    "\n",
    " ",
    "\0",
    "2025-05-26T10:42:21Z\n",
    "Token for ",
    "a ",
    ".aws/",
    "line ",
    "Error: ",
    "https://a.amazonaws.com ",
];

impl Text {
    pub(crate) fn times(&self, times: usize) -> String {
        let part = |part: &str| {
            let pieces: Vec<&str> = part.split('*').collect();
            let (open, again, close) = match pieces[..] {
                [open, again, close] => (open, again, close),
                _ => ("", part, ""),
            };
            let again = (0..times).map(|n| again.replace('N', &n.to_string()));
            open.to_owned() + &again.collect::<String>() + close
        };
        part(self.first) + &part(self.then)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} then {:?}", self.first, self.then)
    }
}
