use super::*;
use crate::config::testing::entry;
use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, entries: &[Entry], expect: Expect) {
    let conflicts = conflicts(&Document::parse(text), entries);
    let lines: Vec<String> = conflicts.iter().map(|conflict| format!("{conflict:?}\n")).collect();
    expect.assert_eq(&lines.concat());
}

const DEV: &str =
    "[profile dev]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Dev\n";
const CORP: &str = "[sso-session corp]\nsso_start_url = https://d-1234567890.awsapps.com/start/#/\nsso_region = eu-west-1\n";

#[test]
fn what_is_the_same_is_no_conflict() {
    check("", &[entry("dev")], expect![""]);
    check(&format!("{DEV}{CORP}"), &[entry("dev"), entry("dev")], expect![""]);
    check("[profile dev]\nregion = eu-west-1\n", &[entry("dev")], expect![""]);
    check("[sso-session corp]\n", &[entry("dev")], expect![""]);
}

#[test]
fn another_region_names_the_profiles_that_would_move() {
    let text = "[profile a]\nsso_session = corp\n[profile dev]\nsso_session = corp\n[sso-session corp]\nsso_start_url = https://d-1234567890.awsapps.com/start\nsso_region = us-east-1\n[sso-session corp-2]\n";
    check(
        text,
        &[entry("dev")],
        expect![[r#"
        Session { name: SessionName("corp"), line: Some(5), start_url: Some("https://d-1234567890.awsapps.com/start"), region: Some("us-east-1"), profiles: ["a"], free: SessionName("corp-3") }
    "#]],
    );
}

#[test]
fn a_profile_for_something_else_is_not_taken_in_silence() {
    let text = "[profile a]\nsso_account_id = 000000000042\n[profile b]\nrole_arn = arn:x\n[profile c]\ncredential_process = x\n[profile c-111122223333]\n[profile d]\naws_access_key_id = x\n";
    check(
        text,
        &["a", "b", "c", "d"].map(entry),
        expect![[r#"
        Profile { name: ProfileName("a"), line: Some(1), there: SignIn { account_id: "000000000042", role_name: "" }, free: ProfileName("a-111122223333") }
        Profile { name: ProfileName("b"), line: Some(3), there: AssumedRole { role_arn: "arn:x" }, free: ProfileName("b-111122223333") }
        Profile { name: ProfileName("c"), line: Some(5), there: Process, free: ProfileName("c-111122223333-Dev") }
        Profile { name: ProfileName("d"), line: Some(8), there: AccessKeys, free: ProfileName("d-111122223333") }
    "#]],
    );
}

#[test]
fn two_entries_of_one_name_are_told_apart() {
    let mut other = entry("dev");
    other.role_name = crate::RoleName::parse("Ops").unwrap();
    check(
        "",
        &[entry("dev"), other],
        expect![[r#"
        Profile { name: ProfileName("dev"), line: None, there: SignIn { account_id: "111122223333", role_name: "Dev" }, free: ProfileName("dev-111122223333") }
    "#]],
    );
}
