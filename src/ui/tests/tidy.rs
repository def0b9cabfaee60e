//! "Tidy my config": before a config is there, with a messy one, changed, and with profiles that wait.

mod returning;

use super::{check, draw};
use crate::app::event::{ChoiceEvent, Event, TidyEvent};
use crate::app::testing::{Page, TWO, key};
use crate::app::tidy::List;
use crate::app::tidy::config_text::{ConfigFile, ConfigText};
use expect_test::expect;

mod both;
mod in_place;

const MESSY: &str = "\
nonsense
[profile dev]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Dev
region = eu-west-1 # home
[profile old]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 444455556666
sso_role_name = Admin
[ops]
role_arn = arn:aws:iam::111122223333:role/Ops
source_profile = dev
[profile keys]
aws_access_key_id = SECRET
aws_secret_access_key = SECRET
[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
";

fn tidy(page: &mut Page, event: TidyEvent) {
    page.send(Event::Tidy(event));
}

fn pasted(text: &str) -> Page {
    let mut page = Page::open("#/config");
    tidy(&mut page, TidyEvent::ConfigPasted(ConfigText::new(text)));
    page
}

/// What stands in the box, in the change and in the new text is the person's own, secrets and all.
fn messy() -> Page {
    pasted(&MESSY.replace("SECRET", "key"))
}

#[test]
fn before_there_is_a_config() {
    check(
        Page::open("#/config"),
        |page| page.all("main"),
        expect![[r#"
            main
              heading "Tidy my config"
              See what is in your ~/.aws/config and what is wrong with it, add new profiles, remove old ones, and look at every change before you copy it. Your config never leaves this page.
              textbox "Your config" = ""
              Paste your ~/.aws/config, or drop the file anywhere on this page, together with ~/.aws/credentials if you like.
              button "Choose a file"
              button "Clear"
              group
                button "Where is this file?"
                term: macOS
                definition: In the file window press Cmd+Shift+G and enter ~/.aws/config. In a terminal: pbcopy < ~/.aws/config
                term: Windows
                definition: Enter %USERPROFILE%\.aws\config as the file's name.
                term: Linux
                definition: In the file window press Ctrl+H to see hidden folders, then .aws. In a terminal: cat ~/.aws/config
                term: WSL
                definition: Its home is another one than Windows'. In its terminal: clip.exe < ~/.aws/config, or open \\wsl$ in the file window.
                term: Elsewhere
                definition: If AWS_CONFIG_FILE is set, the file is where that says.
              region "Remarks"
                heading "Remarks"
                What is wrong with your config, and why it matters, appears here.
              region "Changes"
                heading "Changes"
                Nothing is changed yet. Every change shows here first.
              region "New config"
                heading "New config"
                The text for your ~/.aws/config appears here.
        "#]],
    );
}

#[test]
fn remarks_come_with_their_lines_and_fixes() {
    check(
        messy(),
        |page| page.region("Remarks"),
        expect![[r#"
            region "Remarks"
              heading "Remarks"
              3 remarks
              button "Fix all"
              alert
                heading "The AWS CLI can't read this file"
                As it is, every command fails, whatever profile it uses. What it stumbles over comes first below.
              listitem
                Stops the CLI
                heading "There is text before the first header"
                The CLI does not know which profile it belongs to. The fix makes a comment of it.
                line 1
                nonsense
                button "Fix it: There is text before the first header"
              listitem
                Doesn't work
                heading "[ops] is no profile"
                In this file only the headers [profile ops] and [default] make profiles, so the CLI does not see it.
                line 12
                [ops]
                button "Fix it: [ops] is no profile"
              listitem
                Worth a look
                heading "A comment stands behind region's value"
                The CLI takes it for a part of the value. Comments need a line of their own.
                line 6
                region = eu-west-1 # home
                button "Fix it: A comment stands behind region's value"
        "#]],
    );
}

#[test]
fn profiles_stand_by_what_they_get_their_credentials_from() {
    check(
        messy(),
        |page| page.region("Profiles"),
        expect![[r#"
            region "Profiles"
              heading "Profiles"
              3 profiles in 2 accounts
              listitem
                heading "Session corp"
                corp.awsapps.com eu-west-1
                group
                  button "Other formats"
                  Start URL and region in every profile. The sign-in is not refreshed: log in again when it ends.
                  Older programs that find no sign-in otherwise: AWS CLI 2 before 2.9, Terraform's S3 backend up to 1.5, whatever is built on AWS's SDK for Go 1 before 1.44.298 (July 2023), such as old Session Manager plugins.
                  button "Convert to legacy"
                  The session, and its start URL and region in every profile besides.
                  Tools that take the start URL from the profile and sign in themselves, beside new ones. Not for programs with AWS's SDK for Rust, which refuses such a profile; nor for older programs that wait for the CLI's sign-in, which the CLI keeps under the session's name: those need Legacy.
                  button "Convert to both"
              listitem
                dev 111122223333 · Dev · line 2
                button "Remove dev"
              listitem
                heading "Sign-in without a session"
                acme.awsapps.com eu-west-1
                group
                  button "Other formats"
                  The session, and its start URL and region in every profile besides.
                  Tools that take the start URL from the profile and sign in themselves, beside new ones. Not for programs with AWS's SDK for Rust, which refuses such a profile; nor for older programs that wait for the CLI's sign-in, which the CLI keeps under the session's name: those need Legacy.
                  button "Convert to both"
                button "Convert to a session"
              listitem
                old 444455556666 · Admin · line 7
                button "Remove old"
              listitem
                heading "Long-lived keys"
                aws_access_key_id
              listitem
                keys line 15
                button "Remove keys"
        "#]],
    );
}

#[test]
fn a_removed_profile_is_shown_as_lines_that_go() {
    let mut page = pasted("[profile a]\nregion = eu-west-1\n[profile b]\nregion = eu-west-2\n");
    tidy(&mut page, TidyEvent::RemoveClicked("a".into()));
    check(
        page,
        |page| page.all("main"),
        expect![[r#"
            main
              heading "Tidy my config"
              See what is in your ~/.aws/config and what is wrong with it, add new profiles, remove old ones, and look at every change before you copy it. Your config never leaves this page.
              textbox "Your config" = "[profile a]\nregion = eu-west-1\n[profile b]\nregion = eu-west-2\n"
              Paste your ~/.aws/config, or drop the file anywhere on this page, together with ~/.aws/credentials if you like.
              button "Choose a file"
              button "Clear"
              group
                button "Where is this file?"
                term: macOS
                definition: In the file window press Cmd+Shift+G and enter ~/.aws/config. In a terminal: pbcopy < ~/.aws/config
                term: Windows
                definition: Enter %USERPROFILE%\.aws\config as the file's name.
                term: Linux
                definition: In the file window press Ctrl+H to see hidden folders, then .aws. In a terminal: cat ~/.aws/config
                term: WSL
                definition: Its home is another one than Windows'. In its terminal: clip.exe < ~/.aws/config, or open \\wsl$ in the file window.
                term: Elsewhere
                definition: If AWS_CONFIG_FILE is set, the file is where that says.
              region "Remarks"
                heading "Remarks"
                Nothing is wrong with it, as far as this page can see.
              region "Profiles"
                heading "Profiles"
                1 profile
                a is out of this config. If ~/.aws/credentials has a section [a], the profile goes on existing there: add that file too, and remove it there.
                listitem: heading "Settings only"
                listitem
                  b line 1
                  button "Remove b"
              region "Changes"
                heading "Changes"
                button "Undo"
                group "Lines that go and come"
                  1 − [profile a]
                  2 − region = eu-west-1
                  3 1 [profile b]
                  4 2 region = eu-west-2
                0 lines added, 2 removed
                button "Copy as patch"
              region "New config"
                heading "New config"
                button "Copy new config"
                button "Download"
                code
                  | [profile b]
                  | region = eu-west-2
                Put it in place of all that is in ~/.aws/config. Every line you did not change is as it was, to the byte; “Download” keeps line endings too, where a clipboard may not.
                0 lines added, 2 removed
                button "Copy config"
              region "Put it in place"
                heading "Put it in place"
                radiogroup "Your shell"
                  radio "bash, zsh" (checked)
                  radio "fish"
                  radio "PowerShell"
                  radio "cmd"
                region "Put config in place"
                  heading "Put config in place"
                  after “Download”
                  code
                    | (umask 077; s=~/Downloads/config; f=~/.aws/config; b=$f.bak-2026-11-24-1000; ls "$s" && mkdir -p ~/.aws && { [ ! -e "$f" ] || [ -e "$b" ] || cp -p "$f" "$b"; } && cp "$s" "$f" && rm "$s")
                  button "Copy"
                Run the line in a terminal after downloading. It keeps the old file beside the new one and removes the download. If your browser saves elsewhere or under another name, change the first path; in WSL it lies under /mnt/c, in the Downloads folder of Windows. If AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE is set, put the file where that says instead.
        "#]],
    );
}

#[test]
fn a_line_that_ends_otherwise_shows_its_ending_where_it_goes() {
    let mut page = pasted("[profile a]\nregion = eu-west-1\r\noutput = json\n");
    tidy(&mut page, TidyEvent::FixClicked(0));
    check(
        page,
        |page| page.region("Changes"),
        expect![[r#"
        region "Changes"
          heading "Changes"
          button "Undo"
          group "Lines that go and come"
            1 1 [profile a]
            2 − region = eu-west-1 ␍␊
            2 + region = eu-west-1
            3 3 output = json
          1 line added, 1 removed
          button "Copy as patch"
    "#]],
    );
}

#[test]
fn what_waits_says_what_is_in_its_way() {
    let mut page = Page::signed_in();
    page.list(TWO);
    page.choose(ChoiceEvent::RoleToggled(key("000000000042", "Admin")));
    page.send(Event::MergeIntoConfigClicked);
    page.send(Event::AddressChanged(crate::app::route::Route::parse("", "#/config")));
    let taken = "[profile Admin-000000000042]\nsso_session = acme\nsso_account_id = 111122223333\nsso_role_name = Dev\n[sso-session acme]\nsso_start_url = https://other.awsapps.com/start\nsso_region = eu-west-1\n";
    tidy(&mut page, TidyEvent::ConfigPasted(ConfigText::new(taken)));
    check(
        page,
        |page| page.region("Waiting to be merged"),
        expect![[r#"
            region "Waiting to be merged"
              heading "1 profile waits to be merged"
              alert: Nothing is changed yet: some names are taken. Merge with names that are free, or let the new profiles replace what is there.
              listitem
                There is a profile Admin-000000000042 already, on line 1: Dev in 111122223333.
                button "Use Admin-000000000042-000000000042"
              listitem
                There is a session acme already, on line 5, for https://other.awsapps.com/start or another region.
                button "Use acme-2"
              button "Merge with free names"
              button "Merge and replace"
              button "Don't merge"
        "#]],
    );
}

#[test]
fn what_waits_before_there_is_a_config_says_where_to_paste_it() {
    let mut page = Page::signed_in();
    page.list(TWO);
    page.choose(ChoiceEvent::RoleToggled(key("000000000042", "Admin")));
    page.send(Event::MergeIntoConfigClicked);
    page.send(Event::AddressChanged(crate::app::route::Route::parse("", "#/config")));
    check(
        page,
        |page| page.region("Waiting to be merged"),
        expect![[r#"
        region "Waiting to be merged"
          heading "1 profile waits to be merged"
          Paste your config below: they go in as soon as it is there, and you see every line before you copy anything. If you have no config yet, the block from “Set up” is all you need.
          button "Don't merge"
    "#]],
    );
}

#[test]
fn a_text_that_is_no_config_is_said_to_be_none() {
    check(
        pasted("{\"accessToken\": \"x\"}"),
        |page| page.region("Remarks"),
        expect![[r#"
            region "Remarks"
              heading "Remarks"
              1 remark
              alert
                heading "The AWS CLI can't read this file"
                As it is, every command fails, whatever profile it uses. What it stumbles over comes first below.
              listitem
                Stops the CLI
                heading "That is no config file"
                It looks like JSON, such as a file of the CLI's cache; those belong to “Check a token”. The config is ~/.aws/config.
                line 1
        "#]],
    );
}

#[test]
fn a_file_that_can_not_be_taken_is_said() {
    let mut page = Page::open("#/config");
    let file = ConfigFile::read("config".to_owned(), Some(b"\xff\xfea".to_vec()));
    tidy(&mut page, TidyEvent::FilesRead(vec![file]));
    check(
        page,
        |page| page.all("alert"),
        expect![[r#"
        alert: That file is UTF-16, which the AWS CLI can't read either. Save it as UTF-8 in your editor, then choose it again.
    "#]],
    );
}

#[test]
fn what_was_done_is_announced() {
    let mut page = messy();
    tidy(&mut page, TidyEvent::RemoveClicked("old".into()));
    check(
        page,
        |page| page.all("status"),
        expect![[r#"
        status: Removed old. 3 remarks.
    "#]],
    );
}

#[test]
fn of_a_long_list_the_beginning_is_drawn_and_the_filter_finds_the_rest() {
    let profile = |number: usize| format!("[profile p{number}]\nregion = eu-west-1\n");
    let text: String = (0..200).map(profile).collect();
    let rows = |page: Page| draw(page).matches("aria-label=\"Remove p").count();
    assert_eq!(rows(pasted(&text)), 50);
    let mut page = pasted(&text);
    tidy(&mut page, TidyEvent::MoreClicked(List::Profiles));
    assert_eq!(rows(page), 100);
    let mut page = pasted(&text);
    tidy(&mut page, TidyEvent::FilterEntered("P199".to_owned()));
    assert_eq!(rows(page), 1);
}

mod pieces;
