//! Whose files are, by the config that is in memory or was dropped with them.

use super::TOKEN;
use crate::app::commands::CommandShell;
use crate::app::event::{Event, TidyEvent, TokenEvent};
use crate::app::route::Route;
use crate::app::testing::Page;
use crate::app::tidy::config_text::ConfigText;
use crate::app::token::Checked;
use expect_test::{Expect, expect};
use onramp_domain::cache::{Owner, SignIn, role_credentials_file_name};
use onramp_domain::{AccountId, RoleName};

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

fn line(page: &Page, checked: &Checked) -> String {
    let names = page.model().token.names(&page.model().center);
    let whose = names.whose(checked);
    let owner = whose.owner.as_ref().map_or("nobody's", Owner::as_str);
    let (log_in, _) = names.log_in(&whose, CommandShell::Bash);
    format!("{owner} {:?}: {log_in}", whose.profiles)
}

#[track_caller]
fn check(page: &Page, expect: Expect) {
    let lines: Vec<String> =
        page.model().token.checked().iter().map(|checked| line(page, checked)).collect();
    expect.assert_eq(&lines.join("\n"));
    let debug = format!("{:?}", page.model());
    assert!(!debug.contains("SECRET"), "{debug}");
}

fn with(files: &[(&str, &str)]) -> Page {
    let mut page = Page::open("#/token");
    page.drop_files(files);
    page
}

#[test]
fn a_config_dropped_with_the_files_tells_whose_they_are() {
    let old = TOKEN.replace("acme", "old");
    check(
        &with(&[
            (&session("corp"), TOKEN),
            ("config", CONFIG),
            (&address("https://old.awsapps.com/start"), &old),
            (&session("other"), TOKEN),
        ]),
        expect![[r#"
            corp ["dev", "prod"]: aws sso login --profile dev
            https://old.awsapps.com/start ["old"]: aws sso login --profile old
            nobody's []: aws sso login --profile PROFILE"#]],
    );
}

#[test]
fn a_config_pasted_later_is_used_for_the_files_that_are_there() {
    let mut page = with(&[(&session("corp"), TOKEN)]);
    check(&page, expect!["corp []: aws sso login --sso-session corp"]);
    page.paste(CONFIG);
    check(&page, expect![[r#"corp ["dev", "prod"]: aws sso login --profile dev"#]]);
    assert_eq!(page.model().token.boxed(), "");
    page.token(TokenEvent::ClearClicked);
    page.drop_files(&[(&session("corp"), TOKEN)]);
    check(&page, expect!["corp []: aws sso login --sso-session corp"]);
}

#[test]
fn the_config_of_the_other_screen_is_used() {
    let mut page = Page::open("#/config");
    page.send(Event::Tidy(TidyEvent::ConfigPasted(ConfigText::new(CONFIG))));
    page.send(Event::AddressChanged(Route::parse("", "#/token")));
    page.drop_files(&[(&session("corp"), TOKEN)]);
    check(&page, expect![[r#"corp ["dev", "prod"]: aws sso login --profile dev"#]]);
}

#[test]
fn credentials_belong_to_the_profile_of_their_role() {
    let (account, role) = (AccountId::parse("444455556666"), RoleName::parse("Admin"));
    let sign_in = SignIn::Session("corp");
    let name = role_credentials_file_name(account.unwrap(), &role.unwrap(), sign_in);
    let credentials = r#"{"ProviderType":"sso","Credentials":{"SecretAccessKey":"SECRET","Expiration":"2026-11-24T11:00:00Z"}}"#;
    check(
        &with(&[("config", CONFIG), (&name, credentials), ("x.json", credentials)]),
        expect![[r#"
            nobody's ["prod"]: aws sso login --profile prod
            nobody's []: aws sso login --profile PROFILE"#]],
    );
}

#[test]
fn another_spelling_than_the_configs_is_known_as_such() {
    let config = format!("[profile a]\nsso_start_url = {ACME}\nsso_account_id = 1\n");
    let page = with(&[("config", &config), (&address(&format!("{ACME}/")), TOKEN)]);
    let names = page.model().token.names(&page.model().center);
    let whose = names.whose(&page.model().token.checked()[0]);
    let owner = whose.owner.unwrap();
    assert_eq!(owner.as_str(), format!("{ACME}/"));
    assert_eq!(names.other_spelling(&owner).map(Owner::as_str), Some(ACME));
    let both = format!("{config}[profile b]\nsso_start_url = {ACME}/\nsso_account_id = 1\n");
    let page = with(&[("config", &both), (&address(&format!("{ACME}/")), TOKEN)]);
    let names = page.model().token.names(&page.model().center);
    assert_eq!(names.other_spelling(&owner), None, "both are in the config");
    check(&page, expect![[r#"https://acme.awsapps.com/start/ ["b"]: aws sso login --profile b"#]]);
}

#[test]
fn a_pasted_token_belongs_to_the_only_sign_in_at_its_address() {
    let mut page = Page::open("#/token");
    page.paste(&format!("{TOKEN}\n{CONFIG}"));
    check(&page, expect![[r#"corp ["dev", "prod"]: aws sso login --profile dev"#]]);
}

#[test]
fn a_message_names_the_profile_of_its_command() {
    let mut page = Page::open("#/token");
    page.paste("$ aws s3 ls --profile prod\nToken has expired and refresh failed");
    check(&page, expect![[r#"nobody's ["prod"]: aws sso login --profile prod"#]]);
    let file = address("https://old.awsapps.com/start");
    page.paste(&format!("{CONFIG}{{}}\n"));
    page.paste(&format!("the SSO session has expired or is invalid: open /x/sso/cache/{file}: no"));
    check(
        &page,
        expect![[r#"https://old.awsapps.com/start ["old"]: aws sso login --profile old"#]],
    );
}

#[test]
fn of_a_config_with_one_sign_in_commands_name_its_profile() {
    let config = "[profile dev]\nsso_session = a\nsso_account_id = 1\n[sso-session a]\n";
    check(
        &with(&[("config", config), ("x.json", TOKEN)]),
        expect!["nobody's []: aws sso login --profile dev"],
    );
}

#[test]
fn a_config_alone_keeps_the_answers_and_other_files_do_not() {
    let mut page = with(&[("a.json", TOKEN)]);
    page.drop_files(&[("config", CONFIG)]);
    assert_eq!(page.model().token.checked().len(), 1);
    page.drop_files(&[("b.json", TOKEN), ("c.json", TOKEN)]);
    assert_eq!(page.model().token.checked().len(), 2);
    assert!(page.model().token.names(&page.model().center).config().is_some());
}
