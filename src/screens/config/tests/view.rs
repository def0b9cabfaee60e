//! The screen before a config is there, with a messy one, changed, and with profiles to be merged.

mod folder;
mod pending_merge;
mod portal_changes;
mod two_files;

use super::super::state::List;
use super::*;
use crate::testing::{Outline, check as check_view, draw};

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

const CHOICES: &str = "\
[profile a]
region = eu-west-1
region = eu-west-2
[profile b]
sso_session = corp
sso_account_id = 12345678901
sso_role_name = Dev
sso_region = us-east-1
[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
[ sso_session old]
";

/// Compares what `part` takes of the screen's outline.
#[track_caller]
fn check(page: Screen, part: impl FnOnce(&Outline) -> String, expect: Expect) {
    check_view(page.html(), part, expect);
}

#[track_caller]
fn region(page: Screen, name: &str, expect: Expect) {
    check(page, |page| page.region(name), expect);
}

/// What stands in the box, in the change and in the new text is the person's own, secrets and all.
fn messy_screen() -> Screen {
    Screen::pasted(&MESSY.replace("SECRET", "key"))
}

#[test]
fn before_there_is_a_config() {
    check(
        Screen::open(),
        Outline::whole,
        expect![[r#"
            heading "Tidy my config"
            See what's in your ~/.aws/config and what's wrong with it. Add profiles, remove old ones, and check every change before you copy it. Your config never leaves this page.
            region "Your file"
              heading "Your file"
              button "Choose a file"
              textbox "Your config" = ""
              Paste your ~/.aws/config, or drop the file anywhere on this page. You can add ~/.aws/credentials too.
              group
                button "Where is this file?"
                term: macOS
                definition: In the file window press Cmd+Shift+G and enter ~/.aws/config. In a terminal: pbcopy < ~/.aws/config
                term: Windows
                definition: Enter %USERPROFILE%\.aws\config as the file's name.
                term: Linux
                definition: In the file window press Ctrl+H to see hidden folders, then open .aws. In a terminal: cat ~/.aws/config
                term: WSL
                definition: Its home folder isn't the one of Windows. In its terminal: clip.exe < ~/.aws/config, or open \\wsl$ in the file window.
                term: Elsewhere
                definition: If AWS_CONFIG_FILE is set, the file is where that says.
            region "Problems"
              heading "Problems"
              What's wrong with your config, and why it matters, appears here.
            region "Changes"
              heading "Changes"
              No changes yet. You see every change here first.
            region "New config"
              heading "New config"
              The text for your ~/.aws/config appears here.
        "#]],
    );
}

#[test]
fn problems_come_with_their_lines_and_fixes() {
    region(
        messy_screen(),
        "Problems",
        expect![[r#"
            region "Problems"
              heading "Problems 4 left"
              button "Fix 3 safe ones"
              listitem
                heading "There's text before the first header breaks every command"
                The CLI doesn't know which profile it belongs to. The fix makes it a comment, so you lose nothing.
                line 1 nonsense
                button "Fix: There's text before the first header"
              listitem
                heading "A comment follows the value of region doesn't work"
                The CLI takes it for part of the value. A comment needs its own line.
                line 6 region = eu-west-1 # home
                button "Fix: A comment follows the value of region"
              listitem
                heading "[ops] isn't a valid profile header doesn't work"
                The CLI doesn't see it. It should be [profile ops].
                line 12 [ops]
                button "Fix: [ops] isn't a valid profile header"
              listitem
                heading "old has no region"
                Commands will ask for one, unless AWS_REGION is set. sso_region is only where you sign in, and nothing comes from [default].
                line 7 [profile old]
        "#]],
    );
}

#[test]
fn profiles_stand_by_what_they_get_their_credentials_from() {
    region(
        messy_screen(),
        "Profiles",
        expect![[r#"
            region "Profiles"
              heading "Profiles 3 in 2 accounts"
              link "Add from AWS"
              listitem
                Session corp · corp.awsapps.com eu-west-1
                group
                  button "Other formats"
                  Start URL and region in every profile, for tools from before mid-2023. Nothing refreshes the sign-in: log in again when it expires.
                  button "Convert to legacy"
                  The session, plus start URL and region in every profile, for tools that read only those. Programs built on AWS's SDK for Rust refuse such a profile.
                  button "Convert to both"
              listitem
                dev 111122223333 · Dev · line 2
                button "Remove dev"
              listitem
                Sign-in without a session · acme.awsapps.com eu-west-1
                group
                  button "Other formats"
                  The session, plus start URL and region in every profile, for tools that read only those. Programs built on AWS's SDK for Rust refuse such a profile.
                  button "Convert to both"
                button "Convert to a session"
              listitem
                old 444455556666 · Admin · line 7
                button "Remove old"
              listitem: Long-lived keys · aws_access_key_id
              listitem
                keys line 15
                button "Remove keys"
              Roles come and go at corp.awsapps.com.
              link "Sign in to see what changed"
        "#]],
    );
}

#[test]
fn a_removed_profile_is_shown_as_lines_that_go() {
    let mut page =
        Screen::pasted("[profile a]\nregion = eu-west-1\n[profile b]\nregion = eu-west-2\n");
    page.send(Msg::RemoveClicked("a".into()));
    check(
        page,
        Outline::whole,
        expect![[r#"
            heading "Tidy my config"
            1 profile, and no problems.
            region "Problems"
              heading "Problems"
              We found no problems.
            region "Profiles"
              heading "Profiles 1"
              link "Add from AWS"
              a is out of this config. If ~/.aws/credentials has a section [a], the profile still exists there. Add that file to remove it there too.
              listitem: Settings only
              listitem
                b line 1
                button "Remove b"
            region "Your file"
              heading "Your file"
              button "Choose a file"
              button "Clear"
              textbox "Your config" = "[profile b]\nregion = eu-west-2\n"
              Paste your ~/.aws/config, or drop the file anywhere on this page. You can add ~/.aws/credentials too.
              group
                button "Where is this file?"
                term: macOS
                definition: In the file window press Cmd+Shift+G and enter ~/.aws/config. In a terminal: pbcopy < ~/.aws/config
                term: Windows
                definition: Enter %USERPROFILE%\.aws\config as the file's name.
                term: Linux
                definition: In the file window press Ctrl+H to see hidden folders, then open .aws. In a terminal: cat ~/.aws/config
                term: WSL
                definition: Its home folder isn't the one of Windows. In its terminal: clip.exe < ~/.aws/config, or open \\wsl$ in the file window.
                term: Elsewhere
                definition: If AWS_CONFIG_FILE is set, the file is where that says.
            region "Changes"
              heading "Changes"
              0 lines added 2 lines removed
              button "Undo"
              button "Copy as patch"
              group "Changed lines"
                1 − [profile a]
                2 − region = eu-west-1
                1 [profile b]
                2 region = eu-west-2
            button "Copy new config"
            region "New config"
              ~/.aws/config
              2 lines
              button "Download"
              code
                | [profile b]
                | region = eu-west-2
            Replace everything in ~/.aws/config with it. Every line you didn't change stays exactly as it is. Download keeps line endings too, which a clipboard may not.
            region "Put it in place"
              group
                button "Put it in place"
                Your shell
                radio "bash, zsh" (checked)
                radio "fish"
                radio "PowerShell"
                radio "cmd"
                region "Put config in place"
                  Put config in place After Download
                  code
                    | (umask 077; s=~/Downloads/config; f=~/.aws/config; b=$f.bak-2026-11-24-1000; ls "$s" && mkdir -p ~/.aws && { [ ! -e "$f" ] || [ -e "$b" ] || cp -p "$f" "$b"; } && cp "$s" "$f" && rm "$s")
                  button "Copy"
                Download first, then run this in a terminal. It keeps the old file beside the new one and removes the download. If your browser saves elsewhere or under another name, change the first path; in WSL it's under /mnt/c, in the Downloads folder of Windows. If AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE is set, put the file where that says.
            complementary "Your changes"
              button "Changes 0 lines added 2 lines removed"
              button "Copy new config"
        "#]],
    );
}

#[test]
fn a_line_that_ends_otherwise_shows_its_ending_where_it_goes() {
    let mut page = Screen::pasted("[profile a]\nregion = eu-west-1\r\noutput = json\n");
    page.send(Msg::FixClicked { problem: 0, choice: 0 });
    region(
        page,
        "Changes",
        expect![[r#"
            region "Changes"
              heading "Changes"
              1 line added 1 line removed
              button "Undo"
              button "Copy as patch"
              group "Changed lines"
                1 [profile a]
                2 − region = eu-west-1 ␍␊
                2 + region = eu-west-1
                3 output = json
        "#]],
    );
}

#[test]
fn a_text_that_is_no_config_is_said_to_be_none() {
    region(
        Screen::pasted("{\"accessToken\": \"x\"}"),
        "Problems",
        expect![[r#"
            region "Problems"
              heading "Problems 1 left"
              listitem
                heading "This isn't a config file breaks every command"
                It looks like JSON, such as a file from the CLI's cache; those go into “Check a token”. Your config is ~/.aws/config.
                line 1
                button "Check it as a token: This isn't a config file"
        "#]],
    );
}

#[test]
fn a_file_that_can_not_be_taken_is_said() {
    let mut page = Screen::open();
    let file = ReadFile::of_bytes("config".to_owned(), b"\xff\xfea".to_vec());
    page.send(Msg::FilesRead(vec![file]));
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
    let mut page = messy_screen();
    page.send(Msg::RemoveClicked("old".into()));
    let said = super::super::announcement(&page.state, page.now);
    assert_eq!(said, "Removed old. 3 problems.");
}

#[test]
fn of_a_long_list_the_beginning_is_drawn_and_the_filter_finds_the_rest() {
    let profile = |number: usize| format!("[profile p{number}]\nregion = eu-west-1\n");
    let text: String = (0..200).map(profile).collect();
    let rows = |page: Screen| draw(page.html()).matches("aria-label=\"Remove p").count();
    assert_eq!(rows(Screen::pasted(&text)), 50);
    let mut page = Screen::pasted(&text);
    page.send(Msg::ShowMoreClicked(List::Profiles));
    assert_eq!(rows(page), 100);
    let mut page = Screen::pasted(&text);
    page.send(Msg::FilterEntered("P199".to_owned()));
    assert_eq!(rows(page), 1);
}

#[test]
fn what_is_a_guess_is_for_the_person_to_choose() {
    region(
        Screen::pasted(CHOICES),
        "Problems",
        expect![[r#"
            region "Problems"
              heading "Problems 7 left"
              button "Fix 1 safe ones"
              listitem
                heading "A setting is there twice in one section breaks every command"
                Keep the one you mean. Capital letters make no difference.
                line 3 region = eu-west-2 line 2 region = eu-west-1
                button "Keep eu-west-1: A setting is there twice in one section"
                button "Keep eu-west-2: A setting is there twice in one section"
              listitem
                heading "12345678901 isn't a valid account ID doesn't work"
                Account IDs have 12 digits. A spreadsheet may have eaten a leading zero, so check before you change it.
                line 6 sso_account_id = 12345678901
                button "Use 012345678901: 12345678901 isn't a valid account ID"
              listitem
                heading "b and its session disagree about sso_region doesn't work"
                The CLI refuses to sign in. The session's value is the one to keep.
                line 8 sso_region = us-east-1 line 11 sso_region = eu-west-1
                button "Keep eu-west-1: b and its session disagree about sso_region"
              listitem
                heading "[ sso_session old] isn't a valid session header doesn't work"
                The CLI doesn't see it. It should be [sso-session old].
                line 12 [ sso_session old]
                button "Fix: [ sso_session old] isn't a valid session header"
              listitem
                heading "The session old is incomplete doesn't work"
                It has no sso_start_url and no sso_region, so no profile can sign in with it.
                line 12 [ sso_session old]
              listitem
                heading "b has no region"
                Commands will ask for one, unless AWS_REGION is set. sso_region is only where you sign in, and nothing comes from [default].
                line 4 [profile b]
              listitem
                heading "No profile uses the session old"
                It does no harm. It may be for “aws sso login --sso-session old”.
                line 12 [ sso_session old]
                button "Remove old: No profile uses the session old"
        "#]],
    );
}
