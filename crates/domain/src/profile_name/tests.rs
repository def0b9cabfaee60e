use super::*;
use expect_test::{Expect, expect};
use proptest::prelude::*;

const ROLES: [(&str, &str, &str); 4] = [
    ("111122223333", "Acme Production", "Dev"),
    ("000000000042", "Acme Production", "Dev"),
    ("000000000042", "Acme Production", "a=b"),
    ("000000000042", "Acme Production", "a,b"),
];

fn names(template: &str, roles: &[(&str, &str, &str)], existing: &[&str]) -> Vec<String> {
    let owned: Vec<_> = roles
        .iter()
        .map(|(id, _, role)| (AccountId::parse(id).unwrap(), RoleName::parse(role).unwrap()))
        .collect();
    let template = Template::parse(template).unwrap();
    let roles = owned.iter().zip(roles).map(|((account_id, role_name), given)| {
        (
            &template,
            Role { account_id, account_name: given.1, email: "dev@acme.example", role_name },
        )
    });
    let existing = existing.iter().map(|name| (*name).into()).collect();
    let names = super::names("acme", &roles.collect::<Vec<_>>(), existing);
    names.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn check(template: &str, existing: &[&str], expect: Expect) {
    expect.assert_eq(&names(template, &ROLES, existing).join(" "));
}

#[track_caller]
fn check_error(template: &str, expect: Expect) {
    expect.assert_eq(&format!("{:?}", Template::parse(template).unwrap_err()));
}

#[test]
fn colliding_names_grow_until_they_differ() {
    check(
        "{account_name|slug}",
        &["acme-production-111122223333"],
        expect![
            "acme-production-111122223333-Dev acme-production-000000000042-Dev acme-production-000000000042-a-b acme-production-000000000042-a-b-2"
        ],
    );
}

#[test]
fn a_number_that_is_taken_is_passed_over() {
    check(
        "{account_name|slug}",
        &["acme-production-000000000042-a-b-2", "acme-production-000000000042-a-b-3"],
        expect![
            "acme-production-111122223333 acme-production-000000000042-Dev acme-production-000000000042-a-b acme-production-000000000042-a-b-4"
        ],
    );
}

#[test]
fn the_default_name_is_portable_too() {
    check(
        "{account_name|without:Acme Production}",
        &[],
        expect![
            "Dev-111122223333 Dev-000000000042 a-b-000000000042-000000000042-a-b a-b-000000000042-000000000042-a-b-2"
        ],
    );
}

#[test]
fn a_fault_names_its_place_and_what_was_meant() {
    check_error(
        "ä{role}",
        expect![[r#"UnknownPlaceholder { at: 2, nearest: Some("role_name") }"#]],
    );
    check_error(
        "{accountId}",
        expect![[r#"UnknownPlaceholder { at: 1, nearest: Some("account_id") }"#]],
    );
    check_error("{name}", expect!["UnknownPlaceholder { at: 1, nearest: None }"]);
    check_error("{}", expect!["UnknownPlaceholder { at: 1, nearest: None }"]);
    check_error("{session|lxxer}", expect!["UnknownFilter { at: 9, nearest: None }"]);
    check_error("{session|upper}", expect!["UnknownFilter { at: 9, nearest: None }"]);
    check_error(
        "{session|lower|without}",
        expect![[r#"UnknownFilter { at: 15, nearest: Some("without") }"#]],
    );
    check_error("{{{session-{role_name}", expect!["Unclosed { at: 2 }"]);
    check_error("{session}}", expect!["StrayBrace { at: 9 }"]);
}

#[test]
fn many_roles_are_named_in_linear_time() {
    let ids: Vec<String> = (0..25_000).map(|n| format!("{:012}", n / 5)).collect();
    let roles: Vec<_> = ids.iter().map(|id| (id.as_str(), "Same", "Dev")).collect();
    let names = names("{account_name}", &roles, &[]);
    assert_eq!(names.iter().collect::<HashSet<_>>().len(), 25_000);
    assert_eq!(names[4], "Same-000000000000-Dev-5");
}

proptest! {
    #[test]
    fn names_are_distinct_and_portable(
        template in r"([a ä\-/\[]|\{account_name\}|\{role_name\|slug\}|\{session\|lower\}|\{\{){1,6}",
        roles in proptest::collection::vec(("0000000000[0-1]{2}", "[a \\-é\\]]{0,4}", "[a=,-]{1,2}"), 0..12),
        existing in proptest::collection::vec("[a-]{0,3}", 0..4),
    ) {
        let roles: Vec<_> = roles.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
        let existing: Vec<&str> = existing.iter().map(String::as_str).collect();
        let names = names(&template, &roles, &existing);
        prop_assert_eq!(names.len(), roles.len());
        prop_assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
        for name in &names {
            prop_assert!(!name.is_empty() && !name.starts_with('-') && !name.ends_with('-'));
            prop_assert!(name.chars().all(crate::names::is_portable), "{}", name);
            prop_assert!(!existing.contains(&name.as_str()));
        }
    }

    #[test]
    fn any_template_is_read_without_panic(template in any::<String>()) {
        let _ = Template::parse(&template);
    }

    #[test]
    fn braces_anywhere_are_read_without_panic(template in r"[{}|:aä]{0,12}") {
        let _ = Template::parse(&template);
    }
}

#[test]
fn without_a_template_names_are_as_the_cli_proposes_them() {
    assert_eq!(Template::parse(Template::CLI_DEFAULT), Ok(Template::default()));
}
