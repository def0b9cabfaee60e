//! What an update writes.

use super::*;
use crate::config::testing::edited;

/// Adds what is new and removes what is gone.
fn updated(text: &str) -> Document {
    let document = Document::parse(text);
    let template = Template::parse(Template::CLI_DEFAULT).unwrap();
    let changes = changes(&document, &asked(), &listing(TWO, None), &template).unwrap();
    let entry = |new: &NewRole| Entry {
        format: changes.format,
        profile: new.profile.clone(),
        session: Rc::clone(&changes.session),
        account_id: new.account.id,
        role_name: new.role.clone(),
        region: None,
        output: None,
        extra: Default::default(),
    };
    let mut added: Vec<Entry> = changes.new.iter().map(entry).collect();
    adopt(&document, &mut added);
    let removed = changes.gone.iter().map(|gone| &*gone.profile);
    edited(&document, |editor| editor.update(&added, removed)).document().clone()
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
    let after = updated(&text.concat());
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
    assert_eq!(updated(after.as_str()), after, "a second time changes nothing");
}

#[test]
fn a_session_stays_where_new_profiles_take_the_place_of_old_ones() {
    let text = [profile("old", OF_CORP, "999999999999", "Admin"), SESSION.to_owned()].concat();
    let after = updated(&text);
    assert!(after.as_str().starts_with(SESSION), "{}", after.as_str());
}

#[test]
fn many_are_removed_as_one_after_the_other() {
    let text: String = (0..9).map(|n| profile(&format!("p{n}"), OF_CORP, "1", "x")).collect();
    let document = Document::parse(text + SESSION);
    let names = ["p0", "p3", "p4", "p8", "nobody"];
    let mut one_by_one = Editor::new(document.clone());
    for name in names {
        one_by_one.remove_profiles([name]);
    }
    let at_once = edited(&document, |editor| editor.remove_profiles(names));
    assert_eq!(at_once.document(), one_by_one.document());
}
