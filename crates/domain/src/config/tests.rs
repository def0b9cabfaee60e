use super::testing::{edited, entry};
use super::*;
use crate::Entry;
use crate::entry::Format;
use expect_test::{Expect, expect};

fn given(text: &str) -> Given {
    Given(Document::parse(text))
}

struct Given(Document);

impl Given {
    fn merging(self, entries: &[Entry]) -> Edited {
        Edited(edited(&self.0, |editor| editor.merge(entries)))
    }

    fn removing(self, profile: &str) -> Edited {
        Edited(edited(&self.0, |editor| editor.remove_profiles(&[profile])))
    }
}

struct Edited(Editor);

impl Edited {
    /// The new text, with `␍` for a carriage return.
    #[track_caller]
    fn produces(self, expect: Expect) {
        expect.assert_eq(&self.0.document().as_str().replace('\r', "␍"));
    }

    #[track_caller]
    fn shows_patch(self, expect: Expect) {
        expect.assert_eq(&self.0.to_patch("config", "config").replace('\r', "␍"));
    }

    /// The lines that go and come, with their numbers in the old and in the new text.
    #[track_caller]
    fn shows(self, expect: Expect) {
        let hunks = self.0.hunks(0);
        let lines = hunks.iter().flatten().map(|line| match line.kind {
            DiffKind::Kept => format!(" {:?} {:?} {}\n", line.old, line.new, line.text),
            DiffKind::Removed => format!("-{:?} {}\n", line.old.unwrap(), line.text),
            DiffKind::Added => format!("+{:?} {}\n", line.new.unwrap(), line.text),
        });
        expect.assert_eq(&lines.collect::<String>());
    }
}

fn legacy(profile: &str) -> Entry {
    Entry { format: Format::Legacy, ..entry(profile) }
}

const OTHERS: &str = "sso_start_url = https://d-1234567890.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 111122223333\n";

#[test]
fn indented_settings_stay_settings() {
    given("[profile dev]\n  sso_role_name = Old\n  output = json\n")
        .merging(&[legacy("dev")])
        .produces(expect![[r#"
            [profile dev]
              sso_role_name = Dev
              output = json
              sso_start_url = https://d-1234567890.awsapps.com/start
              sso_region = eu-west-1
              sso_account_id = 111122223333
        "#]]);
    given("[profile dev]\n  [profile b]\n").merging(&[legacy("dev")]).produces(expect![[r#"
        [profile dev]
          sso_start_url = https://d-1234567890.awsapps.com/start
          sso_region = eu-west-1
          sso_account_id = 111122223333
          sso_role_name = Dev
          [profile b]
    "#]]);
    given("  [profile dev]\n[profile b]\n").merging(&[legacy("dev")]).produces(expect![[r#"
          [profile dev]
          sso_start_url = https://d-1234567890.awsapps.com/start
          sso_region = eu-west-1
          sso_account_id = 111122223333
          sso_role_name = Dev
        [profile b]
    "#]]);
}

#[test]
fn a_value_of_several_lines_is_replaced_as_a_whole() {
    given(&format!(
        "[profile dev]\n{OTHERS}sso_role_name = O\n  ld\n# note\n  er\noutput = json\n"
    ))
    .merging(&[legacy("dev")])
    .produces(expect![[r#"
        [profile dev]
        sso_start_url = https://d-1234567890.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 111122223333
        sso_role_name = Dev
        # note
        output = json
    "#]]);
}

#[test]
fn of_a_key_that_is_there_twice_one_stays() {
    given(&format!("[profile dev]\n{OTHERS}sso_role_name = Old\nSSO_ROLE_NAME = Dev\n"))
        .merging(&[legacy("dev")])
        .produces(expect![[r#"
            [profile dev]
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = eu-west-1
            sso_account_id = 111122223333
            sso_role_name = Dev
        "#]]);
}

#[test]
fn the_section_that_the_cli_reads_is_the_one_changed() {
    given(&format!("[profile 'dev']\n[profile dev]\n{OTHERS}[profile \"dev\"] # last\n"))
        .merging(&[legacy("dev")])
        .produces(expect![[r#"
            [profile 'dev']
            [profile dev]
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = eu-west-1
            sso_account_id = 111122223333
            [profile "dev"] # last
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = eu-west-1
            sso_account_id = 111122223333
            sso_role_name = Dev
        "#]]);
}

#[test]
fn new_lines_end_as_the_file_does() {
    given("[a]\r\n[profile dev]\r\nx = y\n").merging(&[legacy("dev")]).produces(expect![[r#"
        [a]␍
        [profile dev]␍
        x = y
        sso_start_url = https://d-1234567890.awsapps.com/start␍
        sso_region = eu-west-1␍
        sso_account_id = 111122223333␍
        sso_role_name = Dev␍
    "#]]);
    given("[a]\r[b]").merging(&[legacy("dev")]).produces(expect!["[a]␍[b]␍[profile dev]␍sso_start_url = https://d-1234567890.awsapps.com/start␍sso_region = eu-west-1␍sso_account_id = 111122223333␍sso_role_name = Dev␍"]);
}

#[test]
fn a_diff_shows_what_an_edit_does() {
    let text = "\u{feff}[profile dev]\nsso_session = x\nsso_role_name = Old\n# end";
    given(text).merging(&[legacy("dev"), legacy("new")]).shows(expect![[r#"
        -1 ﻿[profile dev]
        -2 sso_session = x
        -3 sso_role_name = Old
        -4 # end
        +1 [profile dev]
        +2 sso_role_name = Dev
        +3 sso_start_url = https://d-1234567890.awsapps.com/start
        +4 sso_region = eu-west-1
        +5 sso_account_id = 111122223333
        +6 # end
        +7 [profile new]
        +8 sso_start_url = https://d-1234567890.awsapps.com/start
        +9 sso_region = eu-west-1
        +10 sso_account_id = 111122223333
        +11 sso_role_name = Dev
    "#]]);
    given(text).merging(&[legacy("dev")]).shows_patch(expect![[r#"
        --- config
        +++ config
        @@ -1,4 +1,6 @@
        -﻿[profile dev]
        -sso_session = x
        -sso_role_name = Old
        +[profile dev]
        +sso_role_name = Dev
        +sso_start_url = https://d-1234567890.awsapps.com/start
        +sso_region = eu-west-1
        +sso_account_id = 111122223333
         # end
        \ No newline at end of file
    "#]]);
    given("[a]\r[profile dev]\rx").removing("dev").shows_patch(expect![[r#"
        --- config
        +++ config
        @@ -1,1 +1,1 @@
        -[a]␍[profile dev]␍x
        \ No newline at end of file
        +[a]␍
        \ No newline at end of file
    "#]]);
    given("[a]\n").removing("dev").shows_patch(expect![""]);
}

#[test]
fn both_kinds_of_keys_name_one_sign_in() {
    given("").merging(&[Entry { format: Format::Both, ..entry("dev") }]).produces(expect![[r#"
        [profile dev]
        sso_session = corp
        sso_start_url = https://d-1234567890.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 111122223333
        sso_role_name = Dev
        [sso-session corp]
        sso_start_url = https://d-1234567890.awsapps.com/start
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access
    "#]]);
}

#[test]
fn a_removal_takes_the_sections_own_lines_only() {
    given("# mine\n\n# dev\n[profile dev]\n# inside\nx = y\n# after\n\n\n# apart\n\n[profile b]\n")
        .removing("dev")
        .produces(expect![[r#"
            # mine

            # dev
            # apart

            [profile b]
        "#]]);
    given("[profile dev]\nx = y\n# b's\n[profile b]\n").removing("dev").produces(expect![[r#"
        # b's
        [profile b]
    "#]]);
    given("[profile b]\nx = y\n\n[profile dev]\n# nothing\n\n# vim: ft=dosini\n")
        .removing("dev")
        .produces(expect![[r#"
            [profile b]
            x = y

            # vim: ft=dosini
        "#]]);
}

#[test]
fn a_comment_between_two_that_go_stays() {
    let text = "[profile a]\nx = y\n# b's\n[profile b]\n";
    for names in [["a", "b"], ["b", "a"]] {
        let at_once = edited(&Document::parse(text), |editor| editor.remove_profiles(&names));
        Edited(at_once).produces(expect![[r#"
            # b's
        "#]]);
    }
    let mut one_by_one = Editor::new(Document::parse(text));
    one_by_one.remove_profiles(&["b"]);
    one_by_one.remove_profiles(&["a"]);
    Edited(one_by_one).produces(expect![[""]]);
}

#[test]
fn a_removal_lets_no_header_be_swallowed() {
    given("[profile a]\nx = y\n[profile dev]\n  [profile b]\n  z = 1\n").removing("dev").produces(
        expect![[r#"
            [profile a]
            x = y
            [profile b]
              z = 1
        "#]],
    );
}

#[test]
fn a_session_stays_while_anything_names_it() {
    let corp = "[sso-session corp]\nsso_region = x\n";
    given(&format!("[profile dev]\nsso_session = corp\n{corp}[sso-session lab]\n"))
        .removing("dev")
        .produces(expect![[r#"
            [sso-session lab]
        "#]]);
    given(&format!("[profile dev]\nsso_session = corp\n{corp}[dev-old]\nsso_session = corp\n"))
        .removing("dev")
        .produces(expect![[r#"
            [sso-session corp]
            sso_region = x
            [dev-old]
            sso_session = corp
        "#]]);
}

#[test]
fn the_credentials_file_has_names_without_a_prefix() {
    let document = Document::parse("[profile dev]\na = b\n[dev]\nc = d\n['dev']\n");
    Edited(edited(&document, |editor| editor.remove_credentials(&["dev"]))).produces(expect![[
        r#"
        [profile dev]
        a = b
        ['dev']
    "#
    ]]);
}
/// Something of a file, in every place where its text could be.
const HUSH: &str = "[hush]\naws_access_key_id = hush\n[profile hush]\nsso_session = hush\nsso_account_id = hush\nsso_role_name = hush1\nsso_role_name = hush2\nhush = hush # hush\n  region = hush\noutput = \"hush\"\nrole_arn = hush\nsource_profile = hus\n[profile 'hush']\n[ profile hush2 ]\nregion = hush\nhush\n# hush\n[sso-session hus]\n[sso-session hush hush]\n[services hush]\ns3 =\n  hush = hush\n  hush\n[profile dev]\nsso_region = hush\ncredential_process = hush\n";

#[test]
fn debug_shows_nothing_of_a_file() {
    let document = Document::parse(HUSH);
    let reading = read(&document);
    let problems = crate::lint::lint(&document, Some(&document));
    let of_credentials = crate::lint::lint_credentials(&document, &document);
    assert!(problems.len() + of_credentials.len() > 15);
    let mut editor = Editor::new(document.clone());
    editor.remove_profiles(&["hush"]);
    let no_profile = Editor::new(Document::parse("")).convert(["hush"], SignInForm::Legacy);
    let mut shown = format!("{document:?} {editor:?} {:?} {no_profile:?}", editor.hunks(3));
    for settings in reading.profiles().chain(reading.sso_sessions()) {
        shown += &format!("{:?}", ProfileUse::of(settings));
        shown += &format!("{:?}", settings.iter().map(|(_, value)| value).collect::<Vec<_>>());
    }
    for problem in problems.iter().chain(&of_credentials) {
        shown += &format!("{problem:?} {:?}", problem.fix());
    }
    shown += &format!("{:?} {:?}", reading.parse_errors(), conflicts(&document, &[entry("hush")]));
    assert!(!shown.contains("hus"), "{shown}");
    expect!["Editor(Document(26 lines, 8 sections), now Document(15 lines, 6 sections)) and [1] NotAProfile { header: …, name: … }"]
        .assert_eq(&format!("{editor:?} and {:?}", problems[0]));
}
