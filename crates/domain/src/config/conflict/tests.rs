use super::*;
use crate::config::testing::entry;
use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, entries: &[Entry], expect: Expect) {
    let conflicts = conflicts(&Document::parse(text), entries);
    let lines: Vec<String> = conflicts.iter().map(told).collect();
    expect.assert_eq(&lines.concat());
}

/// A conflict with its words, which its own `Debug` does not show.
fn told(conflict: &Conflict) -> String {
    let changed = |changed: &[ChangedKey]| -> String {
        let line = |ChangedKey { key, there, new }: &ChangedKey| {
            format!("    {key} {there} -> {}\n", new.as_deref().unwrap_or("goes"))
        };
        changed.iter().map(line).collect()
    };
    match conflict {
        Conflict::Session { name, line, changed: keys, profiles, free } => {
            let profiles: Vec<&str> = profiles.iter().map(|profile| &**profile).collect();
            format!("session {name} {line} used by {profiles:?}, free {free}\n{}", changed(keys))
        }
        Conflict::Profile { name, line, there, changed: keys, free } => {
            format!("profile {name} {line} {there:?}, free {free}\n{}", changed(keys))
        }
    }
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
            session corp 5 used by ["a"], free corp-3
                sso_region us-east-1 -> eu-west-1
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
            profile a 1 SignIn { account_id: …, role_name: … }, free a-111122223333
                sso_account_id 000000000042 -> 111122223333
            profile b 3 AssumedRole { role_arn: … }, free b-111122223333
            profile c 5 Process, free c-111122223333-Dev
            profile d 8 AccessKeys, free d-111122223333
        "#]],
    );
}

#[test]
fn any_changed_key_is_a_conflict() {
    let text = format!("{DEV}region = us-east-1\noutput = json\n{CORP}");
    let region = crate::names::ConfigValue::parse("eu-west-1").ok();
    let entry = || Entry { region: region.clone(), ..entry("dev") };
    check(
        &text,
        &[entry()],
        expect![[r#"
        profile dev 1 SignIn { account_id: …, role_name: … }, free dev-111122223333
            region us-east-1 -> eu-west-1
    "#]],
    );
    check(
        &text.replace("sso_session = corp", "sso_session = old"),
        &[entry()],
        expect![[r#"
        profile dev 1 SignIn { account_id: …, role_name: … }, free dev-111122223333
            sso_session old -> corp
            region us-east-1 -> eu-west-1
    "#]],
    );
    check(&text.replace("region = us-east-1", "region ="), &[entry()], expect![[""]]);
    let legacy = Entry { format: crate::entry::Format::Legacy, ..entry() };
    check(
        &text,
        &[legacy],
        expect![[r#"
        profile dev 1 SignIn { account_id: …, role_name: … }, free dev-111122223333
            region us-east-1 -> eu-west-1
            sso_session corp -> goes
    "#]],
    );
    let scopes = format!("{CORP}sso_registration_scopes = a:b\n");
    check(&scopes, &[entry()], expect![""]);
    let elsewhere = scopes.replace("awsapps.com", "example.com");
    check(
        &elsewhere,
        &[entry()],
        expect![[r#"
        session corp 1 used by [], free corp-2
            sso_start_url https://d-1234567890.example.com/start/#/ -> https://d-1234567890.awsapps.com/start
            sso_registration_scopes a:b -> sso:account:access
    "#]],
    );
}
