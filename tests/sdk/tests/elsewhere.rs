//! A profile as the page writes it, in each format, with a token beside it, works in botocore (so in the AWS CLI) and in
//! the AWS SDK for JavaScript: each finds the token by the name that the format means, and gets the role's credentials.
//!
//! `ONRAMP_PYTHON` names a Python that has botocore, `ONRAMP_NODE_PATH` the folder in which Node.js finds the SDK; what
//! is not named is not tested, and that is said. `cargo xtask test` sets both up where it can.

mod home;

use chrono::TimeDelta;
use home::{ACCOUNT, Home, SESSION, check};
use onramp_domain::entry::Format;
use onramp_sdk_tests::SOLO;
use std::env;
use std::path::Path;
use tokio::process::Command;

/// Somebody else's reader of config files, by a program that finds credentials as any would.
#[derive(Clone, Copy, Debug)]
enum Reader {
    Botocore,
    JavaScript,
}

impl Reader {
    /// `None` where it is not here.
    fn program(self) -> Option<Command> {
        let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs");
        match self {
            Reader::Botocore => {
                let mut python = Command::new(env::var_os("ONRAMP_PYTHON")?);
                python.arg(programs.join("role_credentials.py"));
                Some(python)
            }
            Reader::JavaScript => {
                let modules = env::var_os("ONRAMP_NODE_PATH")?;
                let mut node = Command::new("node");
                node.arg(programs.join("role-credentials.cjs")).arg(modules);
                Some(node)
            }
        }
    }

    /// What it says of the credentials' account. The SDK for JavaScript keeps none, but the portal has no other.
    fn account(self) -> &'static str {
        match self {
            Reader::Botocore => ACCOUNT,
            Reader::JavaScript => "undefined",
        }
    }

    /// What it finds in a home folder with a profile in this format, and the token under the cache name of `key`.
    async fn asked(self, format: Format, key: &str) -> Option<Result<String, String>> {
        let Some(program) = self.program() else {
            eprintln!("{self:?} is not here, and was not tested");
            return None;
        };
        let home = Home::signed_in(format, key, TimeDelta::hours(1)).await;
        Some(home.asked(program).await)
    }
}

/// The token's file is the one that the format means, and no other will do.
async fn works(reader: Reader, format: Format) {
    let (right, wrong) = match format {
        Format::SsoSession | Format::Both => (SESSION, SOLO),
        Format::Legacy => (SOLO, SESSION),
    };
    if let Some(printed) = reader.asked(format, right).await {
        check(printed, reader.account());
    }
    if let Some(printed) = reader.asked(format, wrong).await {
        let said = printed.unwrap_err();
        assert!(said.contains("aws sso login") || said.contains("Token for"), "{said}");
    }
}

/// The token that the page wrote has run out, and is refreshed with what the page wrote beside it.
async fn refreshes(reader: Reader) {
    let Some(program) = reader.program() else {
        eprintln!("{reader:?} is not here, and was not tested");
        return;
    };
    let home = Home::signed_in(Format::SsoSession, SESSION, TimeDelta::seconds(-1)).await;
    let before = home.cached();
    check(home.asked(program).await, reader.account());
    let after = home.cached();
    // Neither keeps a refresh token that the answer doesn't repeat.
    assert_ne!(before["accessToken"], after["accessToken"]);
}

#[tokio::test]
async fn botocore_refreshes_a_token_that_ran_out() {
    refreshes(Reader::Botocore).await;
}

#[tokio::test]
async fn the_sdk_for_javascript_refreshes_a_token_that_ran_out() {
    refreshes(Reader::JavaScript).await;
}

#[tokio::test]
async fn botocore_knows_a_session_profile() {
    works(Reader::Botocore, Format::SsoSession).await;
}

#[tokio::test]
async fn botocore_knows_a_legacy_profile() {
    works(Reader::Botocore, Format::Legacy).await;
}

#[tokio::test]
async fn botocore_takes_the_session_of_a_profile_with_both_kinds_of_keys() {
    works(Reader::Botocore, Format::Both).await;
}

#[tokio::test]
async fn the_sdk_for_javascript_knows_a_session_profile() {
    works(Reader::JavaScript, Format::SsoSession).await;
}

#[tokio::test]
async fn the_sdk_for_javascript_knows_a_legacy_profile() {
    works(Reader::JavaScript, Format::Legacy).await;
}

#[tokio::test]
async fn the_sdk_for_javascript_takes_the_session_of_a_profile_with_both_kinds_of_keys() {
    works(Reader::JavaScript, Format::Both).await;
}
