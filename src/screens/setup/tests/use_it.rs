//! Step four: the tasks.

use super::check;
use crate::app::Msg as AppMsg;
use crate::commands::CommandShell;
use crate::effect::{Effect, HandOff};
use crate::file_text::FileText;
use crate::screens::setup::msg::{ChooseMsg, Msg, UseItMsg};
use crate::screens::setup::state::Open;
use crate::screens::setup::use_it::Task;
use crate::screens::setup::use_it::state::Tested;
use crate::testing::setup::Given;
use crate::testing::{Outline, Page, brief};
use chrono::TimeDelta;
use expect_test::{Expect, expect};

const ROLES: &[Given<'_>] = &[
    ("111111111111", "Production", &["AdministratorAccess", "Dev"]),
    ("000000000042", "Sandbox", &["AdministratorAccess", "Dev", "ReadOnlyAccess"]),
];

/// One role chosen, and on to "Use it".
pub fn one() -> Page {
    let mut page = Page::listed();
    page.toggle("000000000042", "Admin");
    page.choose(ChooseMsg::ContinueClicked);
    page
}

/// These chosen.
pub fn several(chosen: &[(&str, &str)]) -> Page {
    let mut page = Page::signed_in();
    page.list(ROLES);
    for (account, role) in chosen {
        page.toggle(account, role);
    }
    page.choose(ChooseMsg::ContinueClicked);
    page
}

/// The text that is copied.
fn copied(effects: &[Effect]) -> String {
    match effects {
        [Effect::Copy { text, .. }] => text.expose().to_string(),
        other => brief(other),
    }
}

#[track_caller]
fn check_commands(page: &Page, expect: Expect) {
    let commands = |name| page_region(page, name);
    expect.assert_eq(&["Log in", "Test", "Use as default"].map(commands).concat());
}

pub fn page_region(page: &Page, name: &str) -> String {
    let outline = Outline::of(&crate::testing::draw(page.html()));
    let region = outline.region(name);
    let lines = region.lines().filter(|line| {
        line.trim().starts_with("| ")
            || line.contains("radio")
            || line.contains("combobox")
            || line.contains("first")
    });
    lines.map(|line| line.trim().to_owned() + "\n").collect()
}

#[test]
fn one_profile_to_save_log_in_with_and_test() {
    check(
        &one(),
        super::main,
        expect![[r#"
            main
              listitem
                Connect , done:
                acme.awsapps.com · Europe (Ireland)
                button "Edit where you connect"
              listitem
                Approve , done:
                Signed in · 1 h left · ends
                today, 11:00
                button "Sign out"
              listitem
                Choose , done:
                Admin in alpha
                button "Edit your choice"
              listitem (current step)
                Use it Step 4 of 4
                region "Finish on your computer"
                  heading "Finish on your computer"
                  Your shell
                  radio "bash, zsh" (checked)
                  radio "fish"
                  radio "PowerShell"
                  radio "cmd"
                  listitem
                    checkbox "Save is done"
                    region "Save"
                      heading "Save"
                      Adds this to your ~/.aws/config. What is already there stays, and we keep a copy of the old file.
                      region "Config block"
                        ~/.aws/config
                        9 lines
                        button "Copy config block"
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
                      Paste it in your terminal. It keeps a copy of the old file, adds the block at its end, and stops if a section is there already: then merge it in “Tidy my config”.
                      code
                        | cp -p ~/.aws/config ~/.aws/config.bak-2026-11-24-1000
                        | cat >> ~/.aws/config <<'END'
                        |   the 9 lines above
                        | END
                      button "Copy save command"
                      button "Download"
                      link "Merge into my config"
                      Chrome and Edge can also save it for you.
                      textbox "Profile name" = "Admin-000000000042"
                      combobox "Default region" = "Europe (Ireland) eu-west-1"
                      combobox "Output format" = "Not set (json)"
                      combobox "Format" = "Session"
                      group
                        button "What do these mean?"
                  listitem
                    group
                      button "Do you have the AWS CLI?"
                      textbox "What aws --version says" = ""
                      status: These commands need version 2. Run aws --version and paste what it says.
                      link "How to install it, at AWS"
                  listitem
                    checkbox "Log in is done"
                    region "Log in"
                      heading "Log in"
                      The CLI needs an approval of its own: your browser opens once more, and botocore-client asks for it.
                      code
                        | aws sso login --profile Admin-000000000042
                      button "Copy"
                  listitem
                    checkbox "Test is done"
                    region "Test"
                      heading "Test"
                      Asks AWS who you are.
                      code
                        | aws sts get-caller-identity --profile Admin-000000000042
                      button "Copy"
                      You should see
                      { "UserId": "AROA…:you", "Account": " 000000000042 ", "Arn": "arn:aws:sts::000000000042:assumed-role/AWSReservedSSO_ Admin _…/you" }
                      group
                        button "It says something else?"
                        textbox "What it says" = ""
                        status: Paste it, answer or error. “Check a token” explains errors.
                  listitem
                    region "Use as default"
                      heading "Use as default"
                      Optional. Lets you leave out --profile in this terminal window. To keep it, put the line in ~/.bashrc (bash) or ~/.zshrc (zsh).
                      code
                        | export AWS_PROFILE=Admin-000000000042
                      button "Copy"
        "#]],
    );
}

#[test]
fn what_is_copied_is_what_is_shown_and_ticks_its_task() {
    let mut page = one();
    assert_eq!(copied(&page.use_it(UseItMsg::CopyBlockClicked)), page.block());
    let copy = |page: &mut Page, task| {
        copied(&page.use_it(UseItMsg::CopyCommandClicked(task, crate::effect::CopyId("task", 1))))
    };
    assert_eq!(copy(&mut page, Task::LogIn), "aws sso login --profile Admin-000000000042");
    check(
        &page,
        |page| page.all("checkbox") + &page.headings(),
        expect![[r#"
            checkbox "Save is done" (checked)
            checkbox "Log in is done" (checked)
            checkbox "Test is done"
            Finish on your computer
              Save
              Log in
              Test
              Use as default
        "#]],
    );
    assert_eq!(
        copy(&mut page, Task::Test),
        "aws sts get-caller-identity --profile Admin-000000000042"
    );
    check(
        &page,
        |page| page.region("You're in"),
        expect![[r#"
            region "You're in"
              heading "You're in"
              When a command says your session has ended, log in again:
              code
                | aws sso login --profile Admin-000000000042
              button "Copy"
              listitem
                heading "Add more roles"
                Your sign-in here is still good for that.
                button "Choose"
              listitem
                heading "See when it ends"
                “Check a token” reads it from the CLI's own file.
                link "Check"
              listitem
                heading "Tidy your config"
                Find and fix old profiles, or remove one from both files.
                link "Open"
              listitem
                heading "Help the next person"
                A link with your company's settings filled in. It holds no secrets.
                group: button "As a QR code"
                button "Copy link"
        "#]],
    );
    assert_eq!(page.title(), "You're in · Onramp");
    page.enter_name("dev");
    check(
        &page,
        |page| page.all("checkbox"),
        expect![[r#"
        checkbox "Save is done"
        checkbox "Log in is done"
        checkbox "Test is done"
    "#]],
    );
}

#[test]
fn the_block_is_downloaded_and_handed_on() {
    let mut page = one();
    assert_eq!(brief(&page.use_it(UseItMsg::DownloadClicked)), "Download");
    // As often as it is pressed: "Tidy my config" may have dropped it.
    for _ in 0..2 {
        let merge = Msg::UseIt(UseItMsg::MergeClicked);
        let effects = crate::screens::setup::update(
            &mut page.model.setup,
            merge,
            &page.model.shared,
            page.now,
        );
        let [Effect::HandOff(HandOff::MergeProfiles(entries))] = &effects[..] else {
            panic!("{}", brief(&effects))
        };
        assert_eq!(entries.len(), 1);
    }
    assert_eq!(brief(&page.use_it(UseItMsg::TaskToggled(Task::Save))), "");
}

#[test]
fn commands_are_quoted_for_the_chosen_shell() {
    let mut page = one();
    page.enter_name("dev sso");
    page.use_it(UseItMsg::CommandShellChosen(CommandShell::PowerShell));
    check_commands(
        &page,
        expect![[r#"
        | aws sso login --profile 'dev sso'
        | aws sts get-caller-identity --profile 'dev sso'
        | $env:AWS_PROFILE = 'dev sso'
    "#]],
    );
}

#[test]
fn of_several_profiles_a_read_only_one_is_proposed_and_an_administrator_never() {
    let admin = ("111111111111", "AdministratorAccess");
    let dev = ("111111111111", "Dev");
    let read_only = ("000000000042", "ReadOnlyAccess");
    for (roles, chosen, expect) in [
        (
            [admin, dev],
            None,
            expect![[r#"
                | aws sso login --sso-session acme
                radiogroup "Profile to test"
                radio "Dev-111111111111"
                radio "AdministratorAccess-111111111111"
                Choose a profile first.
                Choose a profile first.
            "#]],
        ),
        (
            [admin, dev],
            Some("Dev-111111111111"),
            expect![[r#"
                | aws sso login --sso-session acme
                radiogroup "Profile to test"
                radio "Dev-111111111111" (checked)
                radio "AdministratorAccess-111111111111"
                | aws sts get-caller-identity --profile Dev-111111111111
                | export AWS_PROFILE=Dev-111111111111
            "#]],
        ),
        (
            [admin, read_only],
            None,
            expect![[r#"
                | aws sso login --sso-session acme
                radiogroup "Profile to test"
                radio "ReadOnlyAccess-000000000042" (checked)
                radio "AdministratorAccess-111111111111"
                | aws sts get-caller-identity --profile ReadOnlyAccess-000000000042
                | export AWS_PROFILE=ReadOnlyAccess-000000000042
            "#]],
        ),
    ] {
        let mut page = several(&roles);
        if let Some(name) = chosen {
            page.use_it(UseItMsg::ProfileToTestChosen(name.to_owned()));
        }
        check_commands(&page, expect);
    }
}

#[test]
fn more_than_six_profiles_are_one_select() {
    let roles: Vec<String> = (0..7).map(|role| format!("Role{role}")).collect();
    let roles: Vec<&str> = roles.iter().map(String::as_str).collect();
    let mut page = Page::signed_in();
    page.list(&[("111111111111", "One", &roles)]);
    page.choose(ChooseMsg::AllShownToggled);
    page.choose(ChooseMsg::ContinueClicked);
    page.use_it(UseItMsg::ProfileToTestChosen("Role3-111111111111".to_owned()));
    check_commands(
        &page,
        expect![[r#"
        | aws sso login --sso-session acme
        combobox "Profile to test" = "Role3-111111111111"
        | aws sts get-caller-identity --profile Role3-111111111111
        | export AWS_PROFILE=Role3-111111111111
    "#]],
    );
}

#[test]
fn a_session_that_ended_leaves_everything_to_be_used() {
    let mut page = one();
    page.now += TimeDelta::hours(2);
    page.send(AppMsg::CameBack);
    check(
        &page,
        Outline::headings,
        expect![[r#"
              Your session has ended
            Finish on your computer
              Save
              Log in
              Test
              Use as default
        "#]],
    );
    page.setup(Msg::EditClicked(Open::Choose));
    check(
        &page,
        Outline::headings,
        expect![[r#"
            Choose what you work with
              Your session has ended
              alpha
              Beta
              1 profile
        "#]],
    );
}

#[test]
fn what_the_test_says_is_explained() {
    let answer = |account: &str, role: &str| {
        FileText::new(format!(
            "{{ \"Account\": \"{account}\", \"Arn\": \"arn:aws:sts::{account}:assumed-role/AWSReservedSSO_{role}_0f3c/mia\" }}"
        ))
    };
    let mut page = one();
    page.use_it(UseItMsg::TestSaid(answer("111111111111", "Admin")));
    assert_eq!(page.model.setup.use_it.tested, Some(Tested::AnotherAnswers));
    assert_eq!(page.model.setup.use_it.done, []);
    page.use_it(UseItMsg::TestSaid(answer("000000000042", "Admin")));
    assert_eq!(page.model.setup.use_it.tested, Some(Tested::Works));
    assert_eq!(page.model.setup.use_it.done, [Task::Test]);
    let error = "Error when retrieving token from sso: Token has expired and refresh failed";
    let effects = page.use_it(UseItMsg::TestSaid(FileText::new(error)));
    assert!(brief(&effects).contains("Navigate(Token)"), "{}", brief(&effects));
    // What one profile's test said is nothing of another's.
    let mut page = one();
    page.use_it(UseItMsg::TestSaid(answer("000000000042", "Admin")));
    page.use_it(UseItMsg::ProfileToTestChosen("another".to_owned()));
    assert_eq!(page.model.setup.use_it.tested, None);
}
