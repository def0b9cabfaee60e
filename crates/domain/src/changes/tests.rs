//! What changed, by lists that are whole and lists that are not.

use super::*;
use crate::aws::Operation;
use crate::aws::model::{AccountInfo, ListAccountRolesResponse, ListAccountsResponse, RoleInfo};
use crate::aws::{Answer, CallError, ErrorKind};
use crate::config::adopt;
use crate::listing::{Command, Input};
use crate::names::{ConfigValue, Scopes, SessionName};
use chrono::{DateTime, Utc};
use expect_test::{Expect, expect};

const PORTAL: &str = "https://acme.awsapps.com/start";

/// The session that the person signed in with.
fn asked() -> SsoSession {
    SsoSession {
        name: SessionName::parse("acme").unwrap(),
        start_url: ConfigValue::parse(PORTAL).unwrap(),
        region: ConfigValue::parse("eu-west-1").unwrap(),
        scopes: Scopes::default(),
    }
}

/// Accounts by id, with their names and roles.
type Given<'a> = &'a [(&'a str, &'a str, &'a [&'a str])];

const TWO: Given<'_> =
    &[("111111111111", "Beta", &["Admin", "Dev"]), ("000000000042", "Data Lake", &["Admin"])];

/// The lists as far as they come, where `roles` of one account may be refused.
fn listing(given: Given<'_>, broken: Option<(&str, ErrorKind)>) -> Listing {
    let mut now: DateTime<Utc> = "2026-11-24T10:00:00Z".parse().unwrap();
    let start = Input::Start { seed: 1, token: Default::default() };
    let (mut listing, mut commands) = Listing::default().step(start, now);
    while let Some(command) = commands.pop() {
        let input = match command {
            Command::ListAccounts { attempt, .. } => {
                Input::AccountsPage(attempt, Ok(accounts_page(given)))
            }
            Command::ListRoles { attempt, account_id: id, .. } => {
                Input::RolesPage(attempt, roles_page(given, id.as_str(), broken.as_ref()))
            }
            Command::WakeAt { attempt, at } => {
                now = now.max(at);
                Input::Woke(attempt)
            }
            Command::TokenRefused { .. } => continue,
        };
        let (next, more) = listing.step(input, now);
        listing = next;
        commands.splice(0..0, more);
    }
    listing
}

fn accounts_page(given: Given<'_>) -> ListAccountsResponse {
    let info = |account: &(&str, &str, &[&str])| AccountInfo {
        account_id: account.0.to_owned(),
        account_name: account.1.to_owned(),
        email_address: String::new(),
    };
    ListAccountsResponse { account_list: given.iter().map(info).collect(), next_token: None }
}

fn roles_page(
    given: Given<'_>,
    id: &str,
    broken: Option<&(&str, ErrorKind)>,
) -> Answer<ListAccountRolesResponse> {
    if let Some((_, kind)) = broken.filter(|(account, _)| *account == id) {
        let error = CallError::unreachable(Operation::ListAccountRoles);
        return Err(CallError { kind: *kind, ..error });
    }
    let account = given.iter().find(|account| account.0 == id).unwrap();
    let info = |role: &&str| RoleInfo { role_name: (*role).to_owned(), ..RoleInfo::default() };
    Ok(ListAccountRolesResponse {
        role_list: account.2.iter().map(info).collect(),
        next_token: None,
    })
}

/// By this template, with a company's rules.
fn changes_by(
    document: &Document,
    listing: &Listing,
    template: &str,
    rules: &Rules,
) -> Option<Changes> {
    let template = &Template::parse(template).unwrap();
    let new = NewProfiles { template, region: None, output: None, rules };
    changes(document, &asked(), listing, &new)
}

#[track_caller]
fn check_with(text: &str, listing: &Listing, template: &str, expect: Expect) {
    let document = Document::parse(text);
    let Some(changes) = changes_by(&document, listing, template, &Rules::default()) else {
        return expect.assert_eq("nothing of it\n");
    };
    let reading = read(&document);
    let found = PortalProfiles::of(&reading, &asked()).expect("something of it");
    let (format, session) = found.home(&asked());
    let mut told = format!("{format:?} {}\n", session.name.as_str());
    for new in &changes.new {
        let Entry { account_id, role_name, profile, .. } = &new.entry;
        told += &format!("new  {role_name} in {account_id} as {profile}\n");
        assert_eq!((new.entry.format, &new.entry.session), (format, &session));
    }
    for gone in &changes.gone {
        let GoneProfile { profile, line, account_id, role_name, what } = gone;
        told += &format!("gone {profile} line {line}: {role_name} in {account_id} ({what:?})\n");
    }
    if changes.unknown > 0 {
        told += &format!("unknown {}\n", changes.unknown);
    }
    expect.assert_eq(&told);
}

#[track_caller]
fn check(text: &str, listing: &Listing, expect: Expect) {
    check_with(text, listing, Template::CLI_DEFAULT, expect);
}

const SESSION: &str = "[sso-session corp]\nsso_start_url = https://acme.awsapps.com/start/#/\nsso_region = eu-west-1\n";

fn profile(name: &str, sign_in: &str, account: &str, role: &str) -> String {
    format!("[profile {name}]\n{sign_in}\nsso_account_id = {account}\nsso_role_name = {role}\n")
}

const OF_CORP: &str = "sso_session = corp";
const LEGACY: &str = "sso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1";

#[test]
fn what_is_new_and_what_is_gone_is_told() {
    let text = [
        profile("a", OF_CORP, "111111111111", "Admin"),
        profile("b", OF_CORP, "111111111111", "Ops"),
        profile("c", LEGACY, "999999999999", "Admin"),
        SESSION.to_owned(),
    ];
    check(
        &text.concat(),
        &listing(TWO, None),
        expect![[r#"
        SsoSession corp
        new  Dev in 111111111111 as Dev-111111111111
        new  Admin in 000000000042 as Admin-000000000042
        gone b line 5: Ops in 111111111111 (Role)
        gone c line 9: Admin in 999999999999 (Account)
    "#]],
    );
}

#[test]
fn other_portals_regions_and_kinds_of_profiles_are_none_of_it() {
    let text = [
        profile("a", OF_CORP, "999999999999", "Admin"),
        profile("b", "sso_session = elsewhere", "999999999999", "Admin"),
        profile("c", "sso_session = missing", "999999999999", "Admin"),
        profile("d", &LEGACY.replace("eu-west-1", "us-east-1"), "999999999999", "Admin"),
        profile("of-it", LEGACY, "999999999999", "Admin"),
        profile("e", &LEGACY.replace("acme", "other"), "999999999999", "Admin"),
        profile("f", "sso_session = corp\nrole_arn = x", "999999999999", "Admin"),
        profile("g", OF_CORP, "42", "Admin"),
        "[profile h]\nsso_session = corp\nsso_account_id = 999999999999\n".to_owned(),
        SESSION.to_owned(),
        SESSION.replace("corp", "elsewhere").replace("acme", "other"),
    ];
    check(
        &text.concat(),
        &listing(&TWO[1..], None),
        expect![[r#"
            SsoSession corp
            new  Admin in 000000000042 as Admin-000000000042
            gone a line 1: Admin in 999999999999 (Account)
            gone of-it line 18: Admin in 999999999999 (Account)
        "#]],
    );
}

#[test]
fn a_file_without_that_portal_is_told_nothing_of_it() {
    check(
        "[profile a]\nregion = x\n",
        &listing(TWO, None),
        expect![[r#"
        nothing of it
    "#]],
    );
    check(
        &profile("a", OF_CORP, "1", "x"),
        &listing(TWO, None),
        expect![[r#"
        nothing of it
    "#]],
    );
}

#[test]
fn nothing_is_gone_on_a_list_that_is_not_whole() {
    let text = [
        profile("a", OF_CORP, "111111111111", "Ops"),
        profile("b", OF_CORP, "000000000042", "Ops"),
        profile("c", OF_CORP, "999999999999", "Ops"),
        SESSION.to_owned(),
    ]
    .concat();
    let refused = listing(TWO, Some(("111111111111", ErrorKind::Forbidden)));
    check(
        &text,
        &refused,
        expect![[r#"
        SsoSession corp
        new  Admin in 000000000042 as Admin-000000000042
        gone b line 5: Ops in 000000000042 (Role)
        gone c line 9: Ops in 999999999999 (Account)
        unknown 1
    "#]],
    );
    let failed = listing(TWO, Some(("111111111111", ErrorKind::BadRequest)));
    check(
        &text,
        &failed,
        expect![[r#"
        SsoSession corp
        new  Admin in 000000000042 as Admin-000000000042
        gone b line 5: Ops in 000000000042 (Role)
        gone c line 9: Ops in 999999999999 (Account)
        unknown 1
    "#]],
    );
    check(
        &text,
        &Listing::default(),
        expect![[r#"
        SsoSession corp
        unknown 3
    "#]],
    );
}

#[test]
fn a_role_whose_name_could_not_be_read_is_in_doubt() {
    let text = [
        profile("a", OF_CORP, "111111111111", "Od d"),
        profile("b", OF_CORP, "000000000042", "Ops"),
        SESSION.to_owned(),
    ];
    let odd = listing(&[("111111111111", "Beta", &["Od d"]), TWO[1]], None);
    check(
        &text.concat(),
        &odd,
        expect![[r#"
        SsoSession corp
        new  Admin in 000000000042 as Admin-000000000042
        gone b line 5: Ops in 000000000042 (Role)
        unknown 1
    "#]],
    );
}

#[test]
fn letters_case_makes_no_role_new_or_gone() {
    let text = [profile("a", OF_CORP, "000000000042", "ADMIN"), SESSION.to_owned()];
    check(
        &text.concat(),
        &listing(&TWO[1..], None),
        expect![[r#"
        SsoSession corp
    "#]],
    );
}

#[test]
fn new_profiles_sign_in_as_most_do_and_take_no_name() {
    let both = format!("{OF_CORP}\n{LEGACY}");
    let text = [profile("a", &both, "111111111111", "Admin"), SESSION.to_owned()];
    check_with(
        &text.concat(),
        &listing(TWO, None),
        "a",
        expect![[r#"
        Both corp
        new  Dev in 111111111111 as a-111111111111
        new  Admin in 000000000042 as a-000000000042
    "#]],
    );
    let text = [
        profile("Dev-111111111111", LEGACY, "000000000042", "Admin"),
        profile("b", LEGACY, "111111111111", "Admin"),
        SESSION.to_owned(),
        profile("c", OF_CORP, "111111111111", "Admin"),
    ];
    check(
        &text.concat(),
        &listing(TWO, None),
        expect![[r#"
        Legacy acme
        new  Dev in 111111111111 as Dev-111111111111-111111111111
    "#]],
    );
}

mod update;
