//! Step three, right: the block, its options, the commands.

use super::listed;
use crate::app::commands::CommandShell;
use crate::app::event::{ChoiceEvent, Event};
use crate::app::setup::choice::NamingField;
use crate::app::testing::{Page, key};
use crate::ui::tests::check;
use chrono::TimeDelta;
use expect_test::expect;

fn with_choice() -> Page {
    let mut page = listed();
    page.choose(ChoiceEvent::RoleToggled(key("000000000042", "Admin")));
    page
}

#[test]
fn a_role_is_chosen_and_its_block_is_there() {
    check(
        with_choice(),
        |page| page.all("main"),
        expect![[r#"
            main
              heading "Set up the AWS CLI"
              Signed in at acme.awsapps.com; ends in 1 h 0 min
              button "Copy link for a colleague"
              button "Sign out"
              listitem: Where
              listitem: Approve
              listitem (current step): Choose and copy
              region "Choose what you work with"
                heading "Choose what you work with"
                2 accounts, 3 roles
                searchbox "Filter accounts and roles" = ""
                checkbox "Select all shown"
                1 chosen
                button "Clear selection"
                group "Accounts and roles"
                  alpha 000000000042
                  checkbox "Admin in alpha (000000000042)" (checked)
                  Beta 111111111111
                  checkbox "Admin in Beta (111111111111)"
                  checkbox "Dev in Beta (111111111111)"
              region "Config block"
                heading "Config block"
                button "Copy config block"
                link "Merge into my config"
                button "Download"
                1 profile
                button "Copy block"
                code
                  | [profile Admin-000000000042]
                  | sso_session = acme
                  | sso_account_id = 000000000042
                  | sso_role_name = Admin
                  | region = eu-west-1
                  | [sso-session acme]
                  | sso_start_url = https://acme.awsapps.com/start
                  | sso_region = eu-west-1
                  | sso_registration_scopes = sso:account:access
                Put this at the end of ~/.aws/config (on Windows %USERPROFILE%\.aws\config). The file may not exist yet: then create it with just this.
              region "Options"
                textbox "Profile name" = "Admin-000000000042"
                What you type after --profile. Short is good, such as dev.
                combobox "Default region" = "Europe (Ireland) eu-west-1"
                Where your commands work when you name no region.
                combobox "Output format" = "Not set (the CLI uses json)"
                How the CLI prints its answers.
                combobox "Format" = "Session"
                Profiles share one sign-in, and the CLI refreshes it by itself.
                group
                  button "Who needs which?"
                  term: Session
                  definition: AWS CLI 2.9 and newer, AWS's current SDKs, Terraform 1.6 and newer. Right for nearly everybody.
                  term: Legacy
                  definition: Older programs that find no sign-in otherwise: AWS CLI 2 before 2.9, Terraform's S3 backend up to 1.5, whatever is built on AWS's SDK for Go 1 before 1.44.298 (July 2023), such as old Session Manager plugins.
                  term: Both
                  definition: Tools that take the start URL from the profile and sign in themselves, beside new ones. Not for programs with AWS's SDK for Rust, which refuses such a profile; nor for older programs that wait for the CLI's sign-in, which the CLI keeps under the session's name: those need Legacy.
              region "Then, in a terminal"
                heading "Then, in a terminal"
                radiogroup "Your shell"
                  radio "bash, zsh" (checked)
                  radio "fish"
                  radio "PowerShell"
                  radio "cmd"
                region "Log in"
                  heading "Log in"
                  once, and again when the session has ended
                  code
                    | aws sso login --profile Admin-000000000042
                  button "Copy"
                region "Test"
                  heading "Test"
                  shows your account and role
                  code
                    | aws sts get-caller-identity --profile Admin-000000000042
                  button "Copy"
                region "Use as default"
                  heading "Use as default"
                  in this window; put it in your shell's start-up file to keep it
                  code
                    | export AWS_PROFILE=Admin-000000000042
                  button "Copy"
                These need the AWS CLI, version 2: aws --version tells.
        "#]],
    );
}

#[test]
fn several_roles_get_a_template() {
    let mut page = listed();
    page.choose(ChoiceEvent::AllShownToggled);
    check(
        page,
        |page| page.region("Options") + &page.region("Config block"),
        expect![[r#"
            region "Options"
              textbox "Profile name template" = "{role_name}-{account_id}"
              {account_name} {account_id} {account_email} {role_name} {session}, with |lower, |slug or |without:AWS behind a name.
              combobox "Default region" = "Europe (Ireland) eu-west-1"
              Where your commands work when you name no region.
              combobox "Output format" = "Not set (the CLI uses json)"
              How the CLI prints its answers.
              combobox "Format" = "Session"
              Profiles share one sign-in, and the CLI refreshes it by itself.
              group
                button "Who needs which?"
                term: Session
                definition: AWS CLI 2.9 and newer, AWS's current SDKs, Terraform 1.6 and newer. Right for nearly everybody.
                term: Legacy
                definition: Older programs that find no sign-in otherwise: AWS CLI 2 before 2.9, Terraform's S3 backend up to 1.5, whatever is built on AWS's SDK for Go 1 before 1.44.298 (July 2023), such as old Session Manager plugins.
                term: Both
                definition: Tools that take the start URL from the profile and sign in themselves, beside new ones. Not for programs with AWS's SDK for Rust, which refuses such a profile; nor for older programs that wait for the CLI's sign-in, which the CLI keeps under the session's name: those need Legacy.
            region "Config block"
              heading "Config block"
              button "Copy config block"
              link "Merge into my config"
              button "Download"
              3 profiles
              button "Copy block"
              code
                | [profile Admin-000000000042]
                | sso_session = acme
                | sso_account_id = 000000000042
                | sso_role_name = Admin
                | region = eu-west-1
                | [sso-session acme]
                | sso_start_url = https://acme.awsapps.com/start
                | sso_region = eu-west-1
                | sso_registration_scopes = sso:account:access
                | [profile Admin-111111111111]
                | sso_session = acme
                | sso_account_id = 111111111111
                | sso_role_name = Admin
                | region = eu-west-1
                | [profile Dev-111111111111]
                | sso_session = acme
                | sso_account_id = 111111111111
                | sso_role_name = Dev
                | region = eu-west-1
              Put this at the end of ~/.aws/config (on Windows %USERPROFILE%\.aws\config). The file may not exist yet: then create it with just this.
        "#]],
    );
}

#[test]
fn commands_are_quoted_for_the_chosen_shell() {
    let mut page = with_choice();
    page.choose(ChoiceEvent::NamingEntered(NamingField::Name, "dev sso".to_owned()));
    page.send(Event::ShellChosen(CommandShell::PowerShell));
    check(
        page,
        |page| page.region("Then, in a terminal"),
        expect![[r#"
            region "Then, in a terminal"
              heading "Then, in a terminal"
              radiogroup "Your shell"
                radio "bash, zsh"
                radio "fish"
                radio "PowerShell" (checked)
                radio "cmd"
              region "Log in"
                heading "Log in"
                once, and again when the session has ended
                code
                  | aws sso login --profile 'dev sso'
                button "Copy"
              region "Test"
                heading "Test"
                shows your account and role
                code
                  | aws sts get-caller-identity --profile 'dev sso'
                button "Copy"
              region "Use as default"
                heading "Use as default"
                in this window; put it in your shell's start-up file to keep it
                code
                  | $env:AWS_PROFILE = 'dev sso'
                button "Copy"
              These need the AWS CLI, version 2: aws --version tells.
        "#]],
    );
}

#[test]
fn a_name_that_is_wrong_hides_the_block() {
    let mut page = with_choice();
    page.choose(ChoiceEvent::NamingEntered(NamingField::Name, "a]b".to_owned()));
    check(
        page,
        |page| page.region("Config block") + &page.region("Options"),
        expect![[r#"
            region "Config block"
              heading "Config block"
              The block comes back as soon as the name below is right.
            region "Options"
              textbox "Profile name" = "a]b" (invalid)
              alert: A profile's name can't hold ']'. Letters, digits, - and _ work everywhere.
              What you type after --profile. Short is good, such as dev.
              combobox "Default region" = "Europe (Ireland) eu-west-1"
              Where your commands work when you name no region.
              combobox "Output format" = "Not set (the CLI uses json)"
              How the CLI prints its answers.
              combobox "Format" = "Session"
              Profiles share one sign-in, and the CLI refreshes it by itself.
              group
                button "Who needs which?"
                term: Session
                definition: AWS CLI 2.9 and newer, AWS's current SDKs, Terraform 1.6 and newer. Right for nearly everybody.
                term: Legacy
                definition: Older programs that find no sign-in otherwise: AWS CLI 2 before 2.9, Terraform's S3 backend up to 1.5, whatever is built on AWS's SDK for Go 1 before 1.44.298 (July 2023), such as old Session Manager plugins.
                term: Both
                definition: Tools that take the start URL from the profile and sign in themselves, beside new ones. Not for programs with AWS's SDK for Rust, which refuses such a profile; nor for older programs that wait for the CLI's sign-in, which the CLI keeps under the session's name: those need Legacy.
        "#]],
    );
}

#[test]
fn a_template_that_is_wrong_says_where() {
    let mut page = listed();
    page.choose(ChoiceEvent::AllShownToggled);
    page.choose(ChoiceEvent::NamingEntered(NamingField::Template, "{acount_id}".to_owned()));
    check(
        page,
        |page| page.all("alert"),
        expect![[r#"
            alert: There is no such placeholder (character 2). Did you mean account_id?
        "#]],
    );
}

#[test]
fn a_session_that_ended_leaves_the_choice() {
    let mut page = with_choice();
    page.now += TimeDelta::hours(2);
    page.send(Event::CameBack);
    check(
        page,
        |page| page.all("alert") + &page.region("Config block"),
        expect![[r#"
            alert
              heading "Your session has ended"
              AWS ended it, or its time was up. What you chose is still here, and the block can still be copied. Sign in again to go on listing.
              button "Sign in again"
              button "Change where"
            region "Config block"
              heading "Config block"
              button "Copy config block"
              link "Merge into my config"
              button "Download"
              1 profile
              button "Copy block"
              code
                | [profile Admin-000000000042]
                | sso_session = acme
                | sso_account_id = 000000000042
                | sso_role_name = Admin
                | region = eu-west-1
                | [sso-session acme]
                | sso_start_url = https://acme.awsapps.com/start
                | sso_region = eu-west-1
                | sso_registration_scopes = sso:account:access
              Put this at the end of ~/.aws/config (on Windows %USERPROFILE%\.aws\config). The file may not exist yet: then create it with just this.
        "#]],
    );
}
