//! What a config, given here or in memory from the other screen, adds to the answers; and word of a sign-in's end.

use super::{RENEWED, TOKEN, check_answers, check_beside_token, dropped, on_token, pasted};
use crate::effect::Permission;
use crate::screens::token::msg::Msg;
use crate::testing::check;
use expect_test::expect;
use onramp_domain::cache_file::{ConfigNames, Owner};
use onramp_domain::config::Document;
use std::rc::Rc;

const CONFIG: &str = "\
[profile dev]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Admin
aws_secret_access_key = SECRET
[profile prod]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Admin
[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
[sso-session spare]
sso_start_url = https://acme.awsapps.com/start
[profile old]
sso_start_url = https://acme.awsapps.com/start
sso_account_id = 111122223333
";

fn file(owner: &str) -> String {
    Owner::parse(owner).unwrap().file_name()
}

#[test]
fn a_config_says_whose_a_file_is_and_what_is_missing() {
    check_beside_token(
        &dropped(&[(&file("corp"), TOKEN), ("config", CONFIG)]),
        expect![[r#"
        -  article "Sign-in at acme.awsapps.com, file.json"
        -    heading "Sign-in at acme.awsapps.com"
        +  article "Session corp"
        +    heading "Session corp"
        -        | aws sso login --profile PROFILE
        +        | aws sso login --profile dev
        -      PROFILE stands for your profile's name. To list yours: aws configure list-profiles
        +    This sign-in is for https://acme.awsapps.com/start, but in your config corp has https://corp.awsapps.com/start. Log in again, and the CLI writes a new file.
        +      term: Belongs to
        +      definition: Session corp
        +      term: Used by
        +      definition: dev, prod
        -      definition: file.json
        +      definition: ee0bfd2552fbd840c02cc48b6e823320543c450f.json
        +  article "Your config"
        +    heading "Your config"
        +    config
        +    It tells whose each file is, by these names:
        +    term: Session corp
        +    definition: Used by dev, prod. Its file is here.
        +    term: Session spare
        +    definition: No profile uses it. The CLI looks for 8715c95f52e20552633be9d68ca05aa648c40a9d.json, which isn't among these files.
        +    term: Profiles in the older format with https://acme.awsapps.com/start
        +    definition: Used by old. The CLI looks for 40169cea58ca6cbf23fb27b2542923fb5f524af0.json, which isn't among these files.
        +    button "Open in Tidy my config"
        +    Its text stays in this tab for that, until you go to another screen.
    "#]],
    );
}

#[test]
fn another_spelling_than_the_configs_is_a_trap() {
    let url = "https://acme.awsapps.com/start/";
    let page = dropped(&[(&file(url), TOKEN), ("config", CONFIG)]);
    let warning = |page: &crate::testing::Outline| {
        let article = page.all("article");
        article.lines().filter(|line| line.contains("spelling")).collect()
    };
    check(
        page.html(),
        warning,
        expect![
            "  Your config has https://acme.awsapps.com/start (old). The CLI keeps a separate sign-in for each spelling of an address, with or without a slash at its end. In the config, write it exactly as in this file."
        ],
    );
}

#[test]
fn a_config_alone_names_what_to_drop_and_is_opened_where_it_belongs() {
    check_answers(
        &pasted(CONFIG),
        expect![[r#"
        region "Result"
          article "Your config"
            heading "Your config"
            Pasted text
            It tells whose each file is, by these names:
            term: Session corp
            definition: Used by dev, prod. The CLI looks for ee0bfd2552fbd840c02cc48b6e823320543c450f.json.
            term: Session spare
            definition: No profile uses it. The CLI looks for 8715c95f52e20552633be9d68ca05aa648c40a9d.json.
            term: Profiles in the older format with https://acme.awsapps.com/start
            definition: Used by old. The CLI looks for 40169cea58ca6cbf23fb27b2542923fb5f524af0.json.
            button "Open in Tidy my config"
            Its text stays in this tab for that, until you go to another screen.
    "#]],
    );
    check_answers(
        &dropped(&[("credentials", "[default]\naws_secret_access_key = SECRET")]),
        expect![[r#"
            region "Result"
              article "Your config"
                heading "Your config"
                credentials
                No profile in it signs in through Identity Center, so it doesn't tell whose a file is.
                button "Open in Tidy my config"
                Its text stays in this tab for that, until you go to another screen.
        "#]],
    );
}

#[test]
fn the_config_in_memory_is_named_only_beside_files() {
    let mut page = on_token();
    let names = ConfigNames::of(&Document::parse(CONFIG));
    page.token(Msg::ConfigNames(Some(Rc::new(names))));
    page.paste("Token for corp does not exist");
    check(
        page.html(),
        |page| page.all("article"),
        expect![[r#"
        article "You aren't logged in there"
          heading "You aren't logged in there"
          The program found no token where it looked. You haven't logged in yet, you logged out, or the session or address is spelled differently from when you did. Programs older than sso_session look for a file named after the start URL.
          It comes from a Python program (boto3).
          For corp the CLI looks for ee0bfd2552fbd840c02cc48b6e823320543c450f.json in ~/.aws/sso/cache.
          region "What to run"
            Log in:
            code
              | aws sso login --profile dev
            button "Copy"
    "#]],
    );
    page.drop_files(&[(&file("corp"), TOKEN)]);
    let last = |page: &crate::testing::Outline| {
        let articles = page.all("article");
        articles.lines().skip_while(|line| !line.contains("Your config")).take(4).collect()
    };
    check(
        page.html(),
        last,
        expect![[
            r#"article "Your config"  heading "Your config"  From “Tidy my config”  It tells whose each file is, by these names:"#
        ]],
    );
}

#[test]
fn where_word_of_the_end_stands_is_said() {
    let status = |text: &str, permission: Option<Permission>| {
        let mut page = dropped(&[("a.json", text)]);
        page.token(Msg::NotifyClicked);
        permission.map(|permission| page.token(Msg::NotifyAnswered(permission)));
        page
    };
    for (text, permission, expect) in [
        (
            TOKEN,
            None,
            expect![[r#"
            button "Tell me when it ends"
            status: Your browser is asking whether this page may tell you."#]],
        ),
        (
            TOKEN,
            Some(Permission::Granted),
            expect![[r#"
            button "Don't tell me any more"
            status: Your browser tells you for as long as this page is open in a tab, also while you look at something else. It names the session, nothing more."#]],
        ),
        (
            RENEWED,
            Some(Permission::Granted),
            expect![[r#"
            button "Don't tell me any more"
            status: The CLI renews this one by itself, so there is nothing to tell. Your browser tells you when one ends for good, for as long as this page is open in a tab."#]],
        ),
        (
            TOKEN,
            Some(Permission::Unsupported),
            expect![[r#"
            button "Tell me when it ends"
            status: This browser doesn't let pages tell you anything. Use the calendar reminder."#]],
        ),
        (
            TOKEN,
            Some(Permission::Denied),
            expect![[r#"
            button "Tell me when it ends"
            status: Your browser doesn't let this page tell you. Allow notifications for this site in its settings, or use the calendar reminder."#]],
        ),
        (TOKEN, Some(Permission::Unanswered), expect![[r#"button "Tell me when it ends""#]]),
    ] {
        let said = |page: &crate::testing::Outline| {
            let article = page.all("article");
            let lines = article.lines().skip_while(|line| !line.contains("Remind me")).skip(1);
            lines
                .take_while(|line| !line.contains("group"))
                .map(str::trim)
                .collect::<Vec<_>>()
                .join("\n")
        };
        check(status(text, permission).html(), said, expect);
    }
}

#[test]
fn what_is_watched_is_said_when_one_comes_back() {
    let mut page = dropped(&[(&file("corp"), TOKEN)]);
    page.token(Msg::NotifyClicked);
    page.token(Msg::NotifyAnswered(Permission::Granted));
    page.go("#/help");
    page.go("#/token");
    check_answers(
        &page,
        expect![[r#"
        region "Result"
          We'll still tell you when this ends:
          listitem
            Session corp,
            today, 18:00
          button "Don't tell me any more"
    "#]],
    );
}

#[test]
fn a_profile_that_a_program_does_not_find_is_looked_up() {
    let looked_up = |page: &crate::testing::Outline| {
        page.region("Result").lines().filter(|line| line.starts_with("    Your config")).collect()
    };
    for (profile, expect) in [
        (
            "prod",
            expect![
                "    Your config has it, so the program reads another file: it runs as another user, in a container or in WSL, or AWS_CONFIG_FILE names one."
            ],
        ),
        ("prodd", expect!["    Your config has no profile prodd. It has dev, prod, old."]),
    ] {
        let mut page = pasted(CONFIG);
        page.paste(&format!("The config profile ({profile}) could not be found"));
        check(page.html(), looked_up, expect);
    }
}
