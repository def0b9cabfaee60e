//! What a config, dropped with the files or in memory from the other screen, adds to the answers.

use super::several::dropped;
use super::{TOKEN, check};
use crate::app::event::{Event, TidyEvent, TokenEvent};
use crate::app::route::Route;
use crate::app::testing::Page;
use crate::app::tidy::config_text::ConfigText;
use crate::app::token::Permission;
use crate::ui::text;
use expect_test::expect;
use onramp_domain::cache::Owner;

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
    check(
        dropped(&[(&file("corp"), TOKEN), ("config", CONFIG)]),
        |page| page.all("article"),
        expect![[r#"
            article "ee0bfd2552fbd840c02cc48b6e823320543c450f.json"
              heading "A sign-in's token"
              Valid
              timer: 8 h 0 min left
              ee0bfd2552fbd840c02cc48b6e823320543c450f.json
              This is what “aws sso login” leaves: while it holds, commands work without a new sign-in.
              term: Ends
              definition: 2026-11-24 18:00:00 UTC
              term: Belongs to
              definition: Session corp
              term: Used by
              definition: dev, prod
              term: For
              definition: https://acme.awsapps.com/start
              term: SSO region
              definition: eu-west-1
              term: Refreshed by the CLI
              definition: No: there is no refresh token in it, as with profiles of the older format. When it ends, log in again.
              This sign-in is for https://acme.awsapps.com/start, but your config has https://corp.awsapps.com/start for corp. Log in again, and the CLI writes the file anew.
              region "What to run"
                Nothing to do. To see that it works:
                code
                  | aws sts get-caller-identity --profile dev
                button "Copy"
              button "Remind me before it ends"
              button "Tell me when it ends"
              A session can end before the time in the file: when an administrator ends it, or when your company's sign-in does.
            article "config"
              heading "Your config"
              config
              It tells whose each file is. Only the names below were taken from it; nothing of its text was kept.
              term: Session corp
              definition: Used by dev, prod. Its file is here.
              term: Session spare
              definition: No profile uses it. The CLI looks for 8715c95f52e20552633be9d68ca05aa648c40a9d.json, which is not among these files.
              term: Profiles of the older format with https://acme.awsapps.com/start
              definition: Used by old. The CLI looks for 40169cea58ca6cbf23fb27b2542923fb5f524af0.json, which is not among these files.
        "#]],
    );
}

#[test]
fn another_spelling_than_the_configs_is_a_trap() {
    check(
        dropped(&[(&file("https://acme.awsapps.com/start/"), TOKEN), ("config", CONFIG)]),
        |page| page.all("article"),
        expect![[r#"
            article "520d081ff744622a81286dc87e136c6485c7253f.json"
              heading "A sign-in's token"
              Valid
              timer: 8 h 0 min left
              520d081ff744622a81286dc87e136c6485c7253f.json
              This is what “aws sso login” leaves: while it holds, commands work without a new sign-in.
              term: Ends
              definition: 2026-11-24 18:00:00 UTC
              term: Belongs to
              definition: Profiles of the older format with https://acme.awsapps.com/start/
              term: For
              definition: https://acme.awsapps.com/start
              term: SSO region
              definition: eu-west-1
              term: Refreshed by the CLI
              definition: No: there is no refresh token in it, as with profiles of the older format. When it ends, log in again.
              Your config has https://acme.awsapps.com/start (old). The CLI keeps a sign-in for each spelling of an address, also with and without a slash at its end: write it in the config exactly as this file's.
              region "What to run"
                Nothing to do. To see that it works:
                code
                  | aws sts get-caller-identity --profile PROFILE
                button "Copy"
                PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
              button "Remind me before it ends"
              button "Tell me when it ends"
              A session can end before the time in the file: when an administrator ends it, or when your company's sign-in does.
            article "config"
              heading "Your config"
              config
              It tells whose each file is. Only the names below were taken from it; nothing of its text was kept.
              term: Session corp
              definition: Used by dev, prod. The CLI looks for ee0bfd2552fbd840c02cc48b6e823320543c450f.json, which is not among these files.
              term: Session spare
              definition: No profile uses it. The CLI looks for 8715c95f52e20552633be9d68ca05aa648c40a9d.json, which is not among these files.
              term: Profiles of the older format with https://acme.awsapps.com/start
              definition: Used by old. The CLI looks for 40169cea58ca6cbf23fb27b2542923fb5f524af0.json, which is not among these files.
        "#]],
    );
}

#[test]
fn a_config_alone_names_what_to_drop() {
    check(
        dropped(&[("config", CONFIG)]),
        |page| page.all("region"),
        expect![[r#"
            region "Result"
              article "config"
                heading "Your config"
                config
                It tells whose each file is. Only the names below were taken from it; nothing of its text was kept.
                term: Session corp
                definition: Used by dev, prod. The CLI looks for ee0bfd2552fbd840c02cc48b6e823320543c450f.json.
                term: Session spare
                definition: No profile uses it. The CLI looks for 8715c95f52e20552633be9d68ca05aa648c40a9d.json.
                term: Profiles of the older format with https://acme.awsapps.com/start
                definition: Used by old. The CLI looks for 40169cea58ca6cbf23fb27b2542923fb5f524af0.json.
        "#]],
    );
    check(
        dropped(&[("credentials", "[default]\naws_secret_access_key = SECRET")]),
        |page| page.all("region"),
        expect![[r#"
            region "Result"
              article "credentials"
                heading "Your config"
                credentials
                No profile in it signs in through Identity Center, so it does not tell whose a file is. Nothing of its text was kept.
        "#]],
    );
}

#[test]
fn the_config_in_memory_is_named_only_beside_files() {
    let mut page = Page::open("#/config");
    page.send(Event::Tidy(TidyEvent::ConfigPasted(ConfigText::new(CONFIG))));
    page.send(Event::AddressChanged(Route::parse("", "#/token")));
    page.paste("Token for corp does not exist");
    check(
        page,
        |page| page.all("article"),
        expect![[r#"
        article "Pasted text"
          heading "You are not signed in there"
          The CLI found no token for that name. You have not logged in yet, logged out, or the name or address is spelled otherwise than when you did.
          For corp the CLI looks for ee0bfd2552fbd840c02cc48b6e823320543c450f.json in ~/.aws/sso/cache.
          region "What to run"
            Log in:
            code
              | aws sso login --profile dev
            button "Copy"
    "#]],
    );
}

#[test]
fn where_word_of_the_end_stands_is_said() {
    let mut said = String::new();
    for permission in
        [Permission::Granted, Permission::Unsupported, Permission::Denied, Permission::Unanswered]
    {
        let mut page = dropped(&[("a.json", TOKEN)]);
        page.token(TokenEvent::NotifyClicked(text::NOTICE));
        page.token(TokenEvent::NotifyAnswered(permission));
        let shown = text::notifying(page.model().token.notifying());
        said += &format!("{permission:?}: {}\n", shown.unwrap_or("nothing"));
    }
    expect![[r#"
        Granted: Your browser tells you, as long as this page stays open in a tab. It says no more than the session's name.
        Unsupported: This browser does not let pages tell you anything. Take the calendar's reminder.
        Denied: Your browser does not let this page tell you. Allow notifications for this site in its settings, or take the calendar's reminder.
        Unanswered: nothing
    "#]].assert_eq(&said);
}

#[test]
fn old_keys_are_taken_out_in_the_persons_own_shell() {
    let mut page = Page::open("#/token");
    page.paste("The security token included in the request is expired");
    page.send(Event::ShellChosen(crate::app::commands::CommandShell::Cmd));
    check(
        page,
        |page| page.all("article"),
        expect![[r#"
        article "Pasted text"
          heading "Old keys are in the way"
          These are access keys that have ended or were deleted, not your sign-in. Often they stand in the environment, from an earlier copy and paste, and come before every profile; or in ~/.aws/credentials under the profile's name.
          region "What to run"
            Remove them from this window:
            radiogroup "Your shell"
              radio "bash, zsh"
              radio "fish"
              radio "PowerShell"
              radio "cmd" (checked)
            code
              | set AWS_ACCESS_KEY_ID=&set AWS_SECRET_ACCESS_KEY=&set AWS_SESSION_TOKEN=
            button "Copy"
    "#]],
    );
}
