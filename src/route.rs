//! Which screen the address names, and what it fills in.
//!
//! Routes stand behind `#`, so that any static host will do; nothing in them is ever
//! a secret, and nothing is done with what they fill in until a person presses the button.

use std::fmt::Write as _;

/// A screen of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Screen {
    /// Sign in, choose, copy.
    #[default]
    Setup,
    /// What a cache file is and how long it lasts.
    Token,
    /// What is in a config file, and what is wrong with it.
    Config,
    /// What all this is.
    Help,
    /// A company's file, made by form.
    Platform,
}

impl Screen {
    /// The address that leads there: `#/setup`.
    pub fn href(self) -> &'static str {
        match self {
            Screen::Setup => "#/setup",
            Screen::Token => "#/token",
            Screen::Config => "#/config",
            Screen::Help => "#/help",
            Screen::Platform => "#/host",
        }
    }
}

/// Which step of "Set up" a person has open, of those that need a list. Each is an entry in the browser's history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Open {
    /// The form, to look at it or to change it.
    Connect,
    /// The list.
    #[default]
    Choose,
    /// What comes after it.
    UseIt,
}

/// What a link may fill in on the way to a screen. Texts as they stand in the address; nothing is checked yet.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Prefill {
    /// `start_url`.
    pub start_url: Option<String>,
    /// `region`.
    pub region: Option<String>,
    /// `session`.
    pub session: Option<String>,
    /// `account`, twelve digits, to preselect.
    pub account: Option<String>,
    /// `role`, to preselect.
    pub role: Option<String>,
}

/// An address of the page.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Route {
    /// The screen.
    pub screen: Screen,
    /// What the link fills in.
    pub prefill: Prefill,
}

impl Route {
    /// Reads what stands from `#` on. An unknown screen is the first one: a link from an older page still helps.
    /// The query may stand before the `#` too, where chat programs like to move it.
    pub fn parse(search: &str, hash: &str) -> Route {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let screen = match path.trim_matches('/') {
            "token" => Screen::Token,
            "config" => Screen::Config,
            "help" => Screen::Help,
            "host" => Screen::Platform,
            _ => Screen::Setup,
        };
        let mut prefill = Prefill::default();
        let search = search.strip_prefix('?').unwrap_or(search);
        for pair in search.split('&').chain(query.split('&')) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let field = match key {
                "start_url" => &mut prefill.start_url,
                "region" => &mut prefill.region,
                "session" => &mut prefill.session,
                "account" => &mut prefill.account,
                "role" => &mut prefill.role,
                _ => continue,
            };
            let value = decode(value);
            if !value.trim().is_empty() {
                *field = Some(value);
            }
        }
        Route { screen, prefill }
    }
}

impl Prefill {
    /// The link that fills this in: `#/setup?start_url=…&region=…`.
    pub fn href(&self) -> String {
        let mut link = Screen::Setup.href().to_owned();
        let mut separator = '?';
        for (key, value) in [
            ("start_url", &self.start_url),
            ("region", &self.region),
            ("session", &self.session),
            ("account", &self.account),
            ("role", &self.role),
        ] {
            if let Some(value) = value.as_ref().filter(|value| !value.is_empty()) {
                link.push(separator);
                link.push_str(key);
                link.push('=');
                encode(value, &mut link);
                separator = '&';
            }
        }
        link
    }
}

/// A link to this page with the form filled in, to be sent to a colleague.
pub fn share_link(start_url: &str, region: &str, session: &str) -> String {
    let [start_url, region, session] =
        [start_url, region, session].map(|text| Some(text.to_owned()));
    Prefill { start_url, region, session, ..Prefill::default() }.href()
}

/// Percent-decoding of a query's value; what is not well formed stays as it is.
fn decode(value: &str) -> String {
    let value = value.replace('+', " ");
    let mut parts = value.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let byte = part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(b'%'));
        bytes.extend(part.bytes().skip(if byte.is_some() { 2 } else { 0 }));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn encode(value: &str, to: &mut String) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/".contains(&byte) {
            to.push(char::from(byte));
        } else {
            let _ = write!(to, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(search: &str, hash: &str, expect: Expect) {
        expect.assert_eq(&format!("{:?}", Route::parse(search, hash)));
    }

    #[test]
    fn an_address_names_a_screen_and_fills_in_the_form() {
        check(
            "",
            "",
            expect![[
                r#"Route { screen: Setup, prefill: Prefill { start_url: None, region: None, session: None, account: None, role: None } }"#
            ]],
        );
        check(
            "",
            "#/token",
            expect![[
                r#"Route { screen: Token, prefill: Prefill { start_url: None, region: None, session: None, account: None, role: None } }"#
            ]],
        );
        check(
            "?region=eu-west-1",
            "#/setup?start_url=https%3A%2F%2Facme.awsapps.com%2Fstart&session=a+b%zz%+1&x=y",
            expect![[
                r#"Route { screen: Setup, prefill: Prefill { start_url: Some("https://acme.awsapps.com/start"), region: Some("eu-west-1"), session: Some("a b%zz% 1"), account: None, role: None } }"#
            ]],
        );
    }

    #[test]
    fn a_shared_link_reads_back() {
        let link = share_link("https://acme.awsapps.com/start/#/", "eu-west-1", "prä & co");
        let prefill = Route::parse("", &link).prefill;
        assert_eq!(prefill.start_url.as_deref(), Some("https://acme.awsapps.com/start/#/"));
        assert_eq!(prefill.session.as_deref(), Some("prä & co"));
    }

    #[test]
    fn an_unknown_screen_is_the_first_one() {
        for (hash, screen) in [
            ("#/help/", Screen::Help),
            ("#token", Screen::Token),
            ("#/config", Screen::Config),
            ("#/tokens", Screen::Setup),
            ("#/Token", Screen::Setup),
            ("#", Screen::Setup),
            ("#/token?start_url=x", Screen::Token),
        ] {
            assert_eq!(Route::parse("", hash).screen, screen, "{hash}");
        }
        for screen in [Screen::Setup, Screen::Token, Screen::Config, Screen::Help] {
            assert_eq!(Route::parse("", screen.href()).screen, screen);
        }
    }

    #[test]
    fn what_stands_behind_the_hash_comes_before_what_stands_in_front() {
        let region = |search, hash| Route::parse(search, hash).prefill.region;
        assert_eq!(
            region("?region=us-east-1", "#/setup?region=eu-west-1").as_deref(),
            Some("eu-west-1")
        );
        assert_eq!(region("?region=us-east-1", "#/setup?region=").as_deref(), Some("us-east-1"));
        assert_eq!(region("", "#/setup?region=a&region=b").as_deref(), Some("b"));
    }

    #[test]
    fn nothing_is_filled_in_from_blanks_and_bare_words() {
        for query in
            ["", "?", "?&&", "?start_url", "?start_url=", "?start_url=%20+", "?=x", "?role"]
        {
            assert_eq!(Route::parse(query, "").prefill, Prefill::default(), "{query}");
        }
    }

    #[test]
    fn what_is_not_well_encoded_stays_as_it_is() {
        let role = |value: &str| Route::parse(&format!("?role={value}"), "").prefill.role;
        for (value, expected) in [
            ("a%2", "a%2"),
            ("%", "%"),
            ("%C3%A4", "ä"),
            ("%ff", "\u{fffd}"),
            ("a%00b", "a\0b"),
            ("a=b", "a=b"),
        ] {
            assert_eq!(role(value).as_deref(), Some(expected), "{value}");
        }
    }

    #[test]
    fn a_link_to_share_leaves_out_what_is_not_there() {
        assert_eq!(share_link("", "", ""), "#/setup");
        assert_eq!(share_link("", "eu-west-1", ""), "#/setup?region=eu-west-1");
        assert_eq!(share_link("a?b#c", "", "&"), "#/setup?start_url=a%3Fb%23c&session=%26");
    }
}
