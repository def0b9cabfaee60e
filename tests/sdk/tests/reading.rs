//! Config files as the AWS SDK for Rust reads them: as we and the AWS CLI do wherever they agree by specification, and
//! otherwise in the ways that stand here, one by one.
//!
//! They agree on a file in which
//! - a header is `[default]`, or a kind, blanks and a name of the SDK's letters (ASCII's, digits, `_-/.%@:+`), alone in
//!   its line, and there once;
//! - a setting begins its line, has `=` after a key of those letters without `:`, and is there once in its section;
//! - no value has a `#` or `;` behind a blank, and there are no blanks but the space and the tab;
//! - a value's further lines are indented, and follow it without an empty line; behind an empty value each is a setting;
//! - a comment begins its line, and lines end with `\n` or `\r\n`.
//!
//! Source: aws-runtime 1.10.2, `env_config/parse.rs` and `env_config/normalize.rs`; botocore as in the domain's `config`.
//!
//! Not here: botocore itself, with which the domain is compared over files of every shape.

use aws_runtime::env_config::file::{EnvConfigFileKind, EnvConfigFiles};
use aws_runtime::env_config::section::EnvConfigSections;
use aws_runtime::env_config::source;
use aws_types::os_shim_internal::{Env, Fs};
use expect_test::{Expect, expect};
use onramp_domain::config::{self, Document, Editor, Settings, Value};
use onramp_domain::entry::{Entry, Format, OutputFormat, SsoSession};
use onramp_domain::names::{AccountId, ConfigValue, ProfileName, RoleName, Scopes, SessionName};
use proptest::prelude::*;
use std::rc::Rc;

/// Every key that a file here can have: the SDK names none of its own accord.
const KEYS: [&str; 12] = [
    "region",
    "output",
    "sso_session",
    "sso_start_url",
    "sso_region",
    "sso_account_id",
    "sso_role_name",
    "sso_registration_scopes",
    "s3",
    "role_arn",
    "a.b/c@d",
    "x",
];

/// Sections with their settings, one a line, as either reads them.
type Rows = Vec<String>;

fn ours(text: &str) -> Rows {
    let document = Document::parse(text);
    let reading = config::read(&document);
    if let Some(error) = reading.parse_errors().first() {
        return vec![format!("refused at line {}", error.line)];
    }
    let profiles = reading.profiles().map(|profile| row("profile", profile));
    sorted(profiles.chain(reading.sso_sessions().map(|session| row("sso-session", session))))
}

fn row(kind: &str, settings: &Settings<'_>) -> String {
    let value = |key: &&str| {
        Some(match settings.get(key)? {
            Value::Text(text) => format!(" {key}={text:?}"),
            Value::Nested(nested) => {
                let lines = nested.into_iter().map(|(key, value)| format!("\n{key} = {value}"));
                format!(" {key}={:?}", lines.collect::<String>())
            }
        })
    };
    format!("{kind} {}:{}", settings.name(), KEYS.iter().filter_map(value).collect::<String>())
}

async fn theirs(text: &str) -> Rows {
    let files = EnvConfigFiles::builder().with_contents(EnvConfigFileKind::Config, text).build();
    let source = source::load(&Env::from_slice(&[]), &Fs::from_slice(&[]), &files).await.unwrap();
    match EnvConfigSections::parse(source) {
        Ok(sections) => their_rows(&sections),
        Err(error) => vec![format!("refused: {error}")],
    }
}

fn their_rows(set: &EnvConfigSections) -> Rows {
    let rows = |kind: &str, name: &str, get: &dyn Fn(&str) -> Option<String>| {
        let values = KEYS.iter().filter_map(|key| Some(format!(" {key}={:?}", spaced(&get(key)?))));
        format!("{kind} {name}:{}", values.collect::<String>())
    };
    let profiles = set.profiles().map(|name| {
        rows("profile", name, &|key| Some(set.get_profile(name)?.get(key)?.to_owned()))
    });
    let sessions = set.sso_sessions().map(|name| {
        rows("sso-session", name, &|key| Some(set.sso_session(name)?.get(key)?.to_owned()))
    });
    sorted(profiles.chain(sessions))
}

/// The SDK keeps a nested block as it is written. What is compared is its keys and values.
fn spaced(value: &str) -> String {
    if !value.starts_with('\n') {
        return value.to_owned();
    }
    let lines = value.split('\n').skip(1).map(|line| match line.split_once('=') {
        Some((key, value)) => format!("\n{} = {}", key.trim(), value.trim()),
        None => format!("\n{line}"),
    });
    lines.collect()
}

fn sorted(rows: impl Iterator<Item = String>) -> Rows {
    let mut rows: Rows = rows.collect();
    rows.sort();
    rows
}

fn their_rows_now(text: &str) -> Rows {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(theirs(text))
}

/// Both readings of a file on which they differ.
#[track_caller]
fn check(text: &str, expect: Expect) {
    let (ours, theirs) = (ours(text), their_rows_now(text));
    assert_ne!(ours, theirs);
    expect.assert_eq(&format!("cli {}\nsdk {}", ours.join(", "), theirs.join(", ")));
}

/// One to three words, none of which begins a comment.
const WORDS: &str = "[!-~&&[^#;]][!-~]{0,5}([ \\t][!-~&&[^#;]][!-~]{0,5}){0,2}";

/// The lines of one setting: `key = value`, with what may follow.
fn setting(key: &'static str) -> impl Strategy<Value = String> {
    let more = prop::collection::vec(WORDS, 0..2)
        .prop_map(|lines| lines.iter().map(|line| format!("\n  {line}")).collect::<String>());
    let nested = prop::collection::btree_map("[a-z_]{1,6}", "[!-~&&[^#;]]{0,5}", 0..3);
    let nested = nested.prop_map(|rows| {
        rows.iter().map(|(key, value)| format!("\n    {key} = {value}")).collect::<String>()
    });
    let equals = prop::sample::select(vec!["=", " = ", "\t=", "= "]);
    let is_loud = any::<bool>();
    let values =
        prop_oneof![3 => (WORDS, more).prop_map(|(value, more)| value + &more), 1 => nested];
    (equals, is_loud, values).prop_map(move |(equals, is_loud, value)| {
        let key = if is_loud { key.to_uppercase() } else { key.to_owned() };
        format!("{key}{equals}{value}\n")
    })
}

/// A file on which both agree: sections in any order, settings in any order, comments and empty lines between them.
fn file() -> impl Strategy<Value = String> {
    let headers = vec![
        "[default]",
        "[profile dev]",
        "[profile  ops]",
        "[profile\ta.b/c%d@e:f+g]",
        "[sso-session corp]",
        "[sso-session lab-2]",
        "[services x]",
        "[dev]",
    ];
    let section = |header: &'static str| {
        let settings = prop::sample::subsequence(KEYS.to_vec(), 0..6).prop_shuffle();
        let settings =
            settings.prop_flat_map(|keys| keys.into_iter().map(setting).collect::<Vec<_>>());
        let around = prop::sample::select(vec!["", "\n", "# a = b\n", "; [profile no]\n", "\n\n"]);
        (settings, around).prop_map(move |(settings, around)| {
            format!("{header}\n{around}{}{around}", settings.join(around))
        })
    };
    let sections = prop::sample::subsequence(headers, 0..8).prop_shuffle();
    let ending = prop::sample::select(vec!["\n", "\r\n"]);
    let text = sections
        .prop_flat_map(move |headers| headers.into_iter().map(section).collect::<Vec<_>>())
        .prop_map(|sections| sections.concat());
    (text, ending).prop_map(|(text, ending)| text.replace('\n', ending))
}

fn entry() -> impl Strategy<Value = Entry> {
    let names = prop::sample::select(vec!["dev", "default", "new", "a.b/c%d@e:f+g"]);
    let sessions = prop::sample::select(vec!["corp", "new"]);
    let formats = prop::sample::select(vec![Format::SsoSession, Format::Legacy, Format::Both]);
    (names, sessions, formats).prop_map(|(name, session, format)| Entry {
        format,
        profile: ProfileName::parse(name).unwrap(),
        session: Rc::new(SsoSession {
            name: SessionName::parse(session).unwrap(),
            start_url: ConfigValue::parse("https://acme.awsapps.com/start/#/").unwrap(),
            region: ConfigValue::parse("eu-west-1").unwrap(),
            scopes: Scopes::default(),
        }),
        account_id: AccountId::parse("000000000042").unwrap(),
        role_name: RoleName::parse("Dev").unwrap(),
        region: ConfigValue::parse("us-east-1").ok(),
        output: OutputFormat::from_name("json"),
        extra: Default::default(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_is_read_as_the_sdk_reads_it(text in file()) {
        prop_assert_eq!(ours(&text), their_rows_now(&text));
    }

    #[test]
    fn a_changed_file_is_read_as_the_sdk_reads_it(text in file(), entry in entry(), gone in prop::sample::select(vec!["dev", "ops", "new"])) {
        let mut editor = Editor::new(Document::parse(text));
        editor.merge(std::slice::from_ref(&entry));
        let merged = editor.document().clone();
        prop_assert_eq!(ours(merged.as_str()), their_rows_now(merged.as_str()));
        editor.remove_profiles(&[gone]);
        let removed = editor.document().clone();
        prop_assert_eq!(ours(removed.as_str()), their_rows_now(removed.as_str()));
    }
}

#[test]
fn the_sdk_skips_names_and_keys_with_other_letters() {
    check(
        "[profile 'my dev']\nregion = x\n",
        expect![[r#"
        cli profile my dev: region="x"
        sdk "#]],
    );
    check(
        "[profile prä]\nregion = x\n",
        expect![[r#"
        cli profile prä: region="x"
        sdk "#]],
    );
}

#[test]
fn the_sdk_ends_values_and_headers_at_comments() {
    check(
        "[profile dev]\nregion = x # home\n",
        expect![[r#"
        cli profile dev: region="x # home"
        sdk profile dev: region="x""#]],
    );
    check(
        "[profile dev] ; [x]\nregion = x\n",
        expect![[r#"
        cli 
        sdk profile dev: region="x""#]],
    );
    check(
        "[profile dev] # ]\nregion = x\n",
        expect![[r#"
        cli 
        sdk profile dev: region="x""#]],
    );
}

#[test]
fn the_sdk_wants_nothing_behind_a_header() {
    check(
        "[profile dev] x\nregion = x\n",
        expect![[r#"
            cli profile dev: region="x"
            sdk refused: error parsing  on line 1:
              Profile definition must end with ']'"#]],
    );
}

#[test]
fn the_sdk_knows_no_colon() {
    check(
        "[profile dev]\nregion: x\n",
        expect![[r#"
            cli profile dev: region="x"
            sdk refused: error parsing  on line 2:
              Expected an '=' sign defining a property"#]],
    );
    check(
        "[profile dev]\nx = y\nregion : a = b\n",
        expect![[r#"
        cli profile dev: region="a = b" x="y"
        sdk profile dev: x="y""#]],
    );
}

#[test]
fn the_sdk_puts_doubles_together() {
    check(
        "[profile dev]\nregion = x\n[profile dev]\nx = y\n",
        expect![[r#"
        cli refused at line 3
        sdk profile dev: region="x" x="y""#]],
    );
    check(
        "[profile dev]\nregion = x\nregion = y\n",
        expect![[r#"
        cli refused at line 3
        sdk profile dev: region="y""#]],
    );
    check(
        "[profile default]\nregion = x\n[default]\nregion = y\n",
        expect![[r#"
        cli profile default: region="y"
        sdk profile default: region="x""#]],
    );
    check(
        "[profile dev]\nregion = x\n[profile  dev]\nx = y\n",
        expect![[r#"
        cli profile dev: x="y"
        sdk profile dev: region="x" x="y""#]],
    );
}

#[test]
fn the_sdk_has_no_defaults_for_all() {
    check(
        "[DEFAULT]\nregion = x\n[profile dev]\n",
        expect![[r#"
        cli profile dev: region="x"
        sdk profile dev:"#]],
    );
}

#[test]
fn the_sdk_takes_an_indented_comment_for_a_part_of_the_value() {
    check(
        "[profile dev]\nregion = x\n  # home\n",
        expect![[r#"
        cli profile dev: region="x"
        sdk profile dev: region="x\n# home""#]],
    );
    check(
        "[profile dev]\nregion = x\n\n  y\n",
        expect![[r#"
        cli profile dev: region="x\n\ny"
        sdk profile dev: region="x\ny""#]],
    );
}

#[test]
fn the_sdk_refuses_an_indented_first_setting() {
    check(
        "[profile dev]\n  region = x\n",
        expect![[r#"
            cli profile dev: region="x"
            sdk refused: error parsing  on line 2:
              Expected a property definition, found continuation"#]],
    );
}

#[test]
fn the_sdk_knows_the_space_and_the_tab_alone() {
    check(
        "[profile dev]\nregion = \u{a0}x\n",
        expect![[r#"
        cli profile dev: region="x"
        sdk profile dev: region="\u{a0}x""#]],
    );
    check(
        "[profile dev]\rregion = x\r",
        expect![[r#"
            cli profile dev: region="x"
            sdk refused: error parsing  on line 1:
              Profile definition must end with ']'"#]],
    );
}
