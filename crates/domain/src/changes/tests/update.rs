//! What an update writes.

use super::*;
use crate::HostConfig;
use crate::config::testing::edited;

/// Adds what is new and removes what is gone.
fn updated(text: &str, rules: &Rules) -> Document {
    let document = Document::parse(text);
    let listing = listing(TWO, None);
    let changes = changes_by(&document, &listing, Template::CLI_DEFAULT, rules).unwrap();
    let mut added: Vec<Entry> = changes.new.into_iter().map(|new| new.entry).collect();
    adopt(&document, &mut added);
    let removed: Vec<&str> = changes.gone.iter().map(|gone| &*gone.profile).collect();
    edited(&document, |editor| editor.update(&added, &removed)).document().clone()
}

#[test]
fn an_update_adds_and_removes_and_leaves_every_other_line() {
    let text = [
        "# top\n".to_owned(),
        profile("old", OF_CORP, "999999999999", "Admin"),
        "\n".to_owned(),
        profile("mine", "# by hand\n  Sso_Session=corp", "111111111111", "Dev"),
        SESSION.to_owned(),
        "# end\n".to_owned(),
    ];
    let after = updated(&text.concat(), &Rules::default());
    expect![[r#"
        # top
        [profile mine]
        # by hand
          Sso_Session=corp
        sso_account_id = 111111111111
        sso_role_name = Dev
        [sso-session corp]
        sso_start_url = https://acme.awsapps.com/start/#/
        sso_region = eu-west-1
        # end
        [profile Admin-111111111111]
        sso_session = corp
        sso_account_id = 111111111111
        sso_role_name = Admin
        [profile Admin-000000000042]
        sso_session = corp
        sso_account_id = 000000000042
        sso_role_name = Admin
    "#]]
    .assert_eq(after.as_str());
    assert_eq!(updated(after.as_str(), &Rules::default()), after, "a second time changes nothing");
}

#[test]
fn a_session_stays_where_new_profiles_take_the_place_of_old_ones() {
    let text = [profile("old", OF_CORP, "999999999999", "Admin"), SESSION.to_owned()].concat();
    let after = updated(&text, &Rules::default());
    assert!(after.as_str().starts_with(SESSION), "{}", after.as_str());
}

#[test]
fn many_are_removed_as_one_after_the_other() {
    let text: String = (0..9).map(|n| profile(&format!("p{n}"), OF_CORP, "1", "x")).collect();
    let document = Document::parse(text + SESSION);
    let names = ["p0", "p3", "p4", "p8", "nobody"];
    let mut one_by_one = Editor::new(document.clone());
    for name in names {
        one_by_one.remove_profiles(&[name]);
    }
    let at_once = edited(&document, |editor| editor.remove_profiles(&names));
    assert_eq!(at_once.document(), one_by_one.document());
}

#[test]
fn new_profiles_follow_the_rules_of_the_company() {
    let rules = r#"{"rules": [
        {"role": "Dev", "hidden": true},
        {"account": "Beta", "name": "look", "region": "eu-north-1", "output": "text"},
        {"role": "Admin", "properties": {"cli_pager": ""}}
    ]}"#;
    let config: HostConfig<serde::de::IgnoredAny> = serde_json::from_str(rules).unwrap();
    let text = [profile("look", OF_CORP, "111111111111", "Ops"), SESSION.to_owned()].concat();
    let after = updated(&text, &config.rules());
    expect![[r#"
        [sso-session corp]
        sso_start_url = https://acme.awsapps.com/start/#/
        sso_region = eu-west-1
        [profile look-111111111111]
        sso_session = corp
        sso_account_id = 111111111111
        sso_role_name = Admin
        region = eu-north-1
        output = text
        cli_pager = 
        [profile Admin-000000000042]
        sso_session = corp
        sso_account_id = 000000000042
        sso_role_name = Admin
        cli_pager = 
    "#]]
    .assert_eq(after.as_str());
}
