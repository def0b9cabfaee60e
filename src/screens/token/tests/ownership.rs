//! Whose files are, by the config that was dropped with them or is in "Tidy my config", and by what "Set up" is about.

use super::super::msg::Msg;
use super::super::state::Answer;
use super::{CREDENTIALS, TOKEN, dropped, on_token, pasted};
use crate::commands::CommandShell;
use crate::testing::Page;
use expect_test::{Expect, expect};
use onramp_domain::cache_file::{ConfigNames, ConfigSignIn, Owner};
use onramp_domain::config::Document;
use onramp_domain::{AccountId, RoleName};
use std::rc::Rc;

const ACME: &str = "https://acme.awsapps.com/start";
const CONFIG: &str = "\
[profile dev]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Admin
[profile prod]
sso_session = corp
sso_account_id = 444455556666
sso_role_name = Admin
[sso-session corp]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-west-1
[profile old]
sso_start_url = https://old.awsapps.com/start
sso_region = us-east-1
sso_account_id = 111122223333
sso_role_name = View
aws_secret_access_key = SECRET
";

fn session(name: &str) -> String {
    Owner::Session(name.to_owned()).file_name()
}

fn address(url: &str) -> String {
    Owner::StartUrl(url.to_owned()).file_name()
}

fn line(page: &Page, answer: &Answer) -> String {
    let owners = page.checked().owners();
    let ownership = owners.ownership(answer);
    let owner = ownership.owner.as_ref().map_or("nobody's", Owner::as_str);
    let log_in = owners.log_in(&ownership, CommandShell::Bash);
    format!("{owner} {:?}: {log_in}", ownership.profiles)
}

#[track_caller]
fn check(page: &Page, expect: Expect) {
    let lines: Vec<String> =
        page.checked().answers.iter().map(|answer| line(page, answer)).collect();
    expect.assert_eq(&lines.join("\n"));
    let debug = format!("{:?}", page.model);
    assert!(!debug.contains("SECRET"), "{debug}");
}

#[test]
fn a_config_dropped_with_the_files_tells_whose_they_are() {
    let old = TOKEN.replace("acme", "old");
    let (account, role) = (AccountId::parse("444455556666"), RoleName::parse("Admin"));
    let owner = Owner::Session("corp".to_owned());
    let credentials = owner.role_credentials_file_name(account.unwrap(), &role.unwrap());
    let small = "[profile dev]\nsso_session = a\nsso_account_id = 1\n[sso-session a]\n";
    let [corp, other] = ["corp", "other"].map(session);
    for (config, files, expect) in [
        (
            CONFIG,
            vec![
                (corp, TOKEN),
                (address("https://old.awsapps.com/start"), old.as_str()),
                (other, TOKEN),
            ],
            expect![[r#"
                corp ["dev", "prod"]: aws sso login --profile dev
                https://old.awsapps.com/start ["old"]: aws sso login --profile old
                nobody's []: aws sso login --profile PROFILE"#]],
        ),
        // Credentials belong to the profile of their role.
        (
            CONFIG,
            vec![(credentials, CREDENTIALS), ("x.json".to_owned(), CREDENTIALS)],
            expect![[r#"
                nobody's ["prod"]: aws sso login --profile prod
                nobody's []: aws sso login --profile PROFILE"#]],
        ),
        // Of a config with one sign-in commands name its profile.
        (
            small,
            vec![("x.json".to_owned(), TOKEN)],
            expect!["nobody's []: aws sso login --profile dev"],
        ),
    ] {
        let mut all: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
        all.insert(1, ("config", config));
        check(&dropped(&all), expect);
    }
    let page = pasted(&format!("{TOKEN}\n{CONFIG}"));
    check(&page, expect![[r#"corp ["dev", "prod"]: aws sso login --profile dev"#]]);
}

#[test]
fn a_config_pasted_later_is_used_for_the_files_that_are_there() {
    let mut page = dropped(&[(&session("corp"), TOKEN)]);
    check(&page, expect!["corp []: aws sso login --sso-session corp"]);
    page.paste(CONFIG);
    check(&page, expect![[r#"corp ["dev", "prod"]: aws sso login --profile dev"#]]);
    assert_eq!(page.checked().text_box.text, "");
    page.token(Msg::ClearClicked);
    page.drop_files(&[(&session("corp"), TOKEN)]);
    check(&page, expect!["corp []: aws sso login --sso-session corp"]);
}

#[test]
fn the_config_of_tidy_is_used_unless_one_is_given_here() {
    let names = Rc::new(ConfigNames::of(&Document::parse(CONFIG)));
    let mut page = on_token();
    page.token(Msg::ConfigNames(Some(Rc::clone(&names))));
    page.drop_files(&[(&session("corp"), TOKEN)]);
    check(&page, expect![[r#"corp ["dev", "prod"]: aws sso login --profile dev"#]]);
    page.paste("[profile mine]\nsso_session = corp\nsso_account_id = 1\n");
    check(&page, expect![[r#"corp ["mine"]: aws sso login --profile mine"#]]);
    page.token(Msg::ClearClicked);
    page.drop_files(&[(&session("corp"), TOKEN)]);
    check(&page, expect![[r#"corp ["dev", "prod"]: aws sso login --profile dev"#]]);
    page.token(Msg::ConfigNames(None));
    check(&page, expect!["corp []: aws sso login --sso-session corp"]);
}

#[test]
fn what_set_up_is_about_is_known_and_looked_for() {
    let set_up = |start_url: &str| {
        let owner = Owner::Session("team-a".to_owned());
        let profiles = vec!["dev".into()];
        let names =
            ConfigNames::of_sign_in(ConfigSignIn { owner, start_url: start_url.into(), profiles });
        Msg::SetupNames(Some(Rc::new(names)))
    };
    let mut page = dropped(&[(&session("team-a"), TOKEN), ("x.json", TOKEN)]);
    page.token(set_up(ACME));
    assert_eq!(page.checked().search(), "team-a");
    check(
        &page,
        expect![[r#"
            team-a ["dev"]: aws sso login --profile dev
            nobody's []: aws sso login --profile dev"#]],
    );
    page.token(set_up(""));
    assert_eq!(page.checked().search(), "");
    page.token(Msg::SearchEntered(String::new()));
    page.token(set_up(ACME));
    assert_eq!(page.checked().search(), "", "a person has emptied it");
}

#[test]
fn another_spelling_than_the_configs_is_known_as_such() {
    let config = format!("[profile a]\nsso_start_url = {ACME}\nsso_account_id = 1\n");
    let page = dropped(&[("config", &config), (&address(&format!("{ACME}/")), TOKEN)]);
    let owners = page.checked().owners();
    let owner = owners.ownership(&page.checked().answers[0]).owner.unwrap();
    assert_eq!(owner.as_str(), format!("{ACME}/"));
    assert_eq!(owners.other_spelling(&owner).map(Owner::as_str), Some(ACME));
    let both = format!("{config}[profile b]\nsso_start_url = {ACME}/\nsso_account_id = 1\n");
    let page = dropped(&[("config", &both), (&address(&format!("{ACME}/")), TOKEN)]);
    let owners = page.checked().owners();
    assert_eq!(owners.other_spelling(&owner), None, "both are in the config");
    check(&page, expect![[r#"https://acme.awsapps.com/start/ ["b"]: aws sso login --profile b"#]]);
}

#[test]
fn a_message_names_the_profile_of_its_command() {
    let mut page = pasted("$ aws s3 ls --profile prod\nToken has expired and refresh failed");
    check(&page, expect![[r#"nobody's ["prod"]: aws sso login --profile prod"#]]);
    let file = address("https://old.awsapps.com/start");
    page.paste(&format!("{CONFIG}{{}}\n"));
    page.paste(&format!("the SSO session has expired or is invalid: open /x/sso/cache/{file}: no"));
    check(&page, expect!["nobody's []: aws sso login --profile PROFILE"]);
}

#[test]
fn of_two_configs_the_one_with_sign_ins_is_used() {
    let keys = "[default]\naws_secret_access_key = SECRET\n";
    for files in
        [[("config", CONFIG), ("credentials", keys)], [("credentials", keys), ("config", CONFIG)]]
    {
        let page = dropped(&files);
        assert_eq!(page.checked().config().map(|config| config.sign_ins().len()), Some(2));
    }
}

#[test]
fn a_config_alone_keeps_the_answers_and_other_files_do_not() {
    let mut page = dropped(&[("a.json", TOKEN)]);
    page.drop_files(&[("config", CONFIG)]);
    assert_eq!(page.checked().answers.len(), 1);
    page.drop_files(&[("b.json", TOKEN), ("c.json", TOKEN)]);
    assert_eq!(page.checked().answers.len(), 2);
    assert!(page.checked().config().is_some());
}

#[test]
fn a_file_is_known_by_the_name_that_is_looked_for() {
    let corp = Owner::Session("team-a".to_owned());
    let other = Owner::StartUrl(format!("{ACME}/"));
    let mut page = dropped(&[(&corp.file_name(), TOKEN), (&other.file_name(), TOKEN)]);
    let owned = |page: &Page| {
        let owners = page.checked().owners();
        let answers = page.checked().answers.iter();
        let owned: Vec<_> = answers.map(|answer| owners.ownership(answer).owner).collect();
        (owned, page.checked().missing(&owners))
    };
    assert_eq!(owned(&page), (vec![None, Some(other.clone())], None));
    page.token(Msg::SearchEntered("team-a".to_owned()));
    assert_eq!(owned(&page), (vec![Some(corp), Some(other.clone())], None));
    page.token(Msg::SearchEntered(ACME.to_owned()));
    let missing = Some(Owner::StartUrl(ACME.to_owned()));
    assert_eq!(owned(&page), (vec![None, Some(other)], missing));
}
