use super::testing::entry;
use super::*;
use crate::Entry;
use crate::entry::Format;
use expect_test::{Expect, expect};

fn given(text: &str) -> Given {
    Given(Document::parse(text))
}

struct Given(Document);

impl Given {
    #[track_caller]
    fn merging(self, entries: &[Entry]) -> Planned {
        Planned(plan_merge(&self.0, entries))
    }

    #[track_caller]
    fn removing(self, profile: &str) -> Planned {
        Planned(plan_remove(&self.0, profile))
    }
}

struct Planned(Plan);

impl Planned {
    /// The new text, with `␍` for a carriage return.
    #[track_caller]
    fn produces(self, expect: Expect) {
        expect.assert_eq(&self.0.new_text().replace('\r', "␍"));
    }

    #[track_caller]
    fn shows_patch(self, expect: Expect) {
        expect.assert_eq(&self.0.to_patch("config", "config").replace('\r', "␍"));
    }

    #[track_caller]
    fn says(self, expect: Expect) {
        let said: Vec<String> = self.0.changes().map(said).collect();
        expect.assert_eq(&said.concat());
    }
}

/// A change with its texts, which its own `Debug` does not show.
fn said(change: Change<'_>) -> String {
    match change {
        Change::MarkRemoved => "MarkRemoved\n".to_owned(),
        Change::Added { line, new } => format!("Added {{ line: {line:?}, new: {new:?} }}\n"),
        Change::Changed { line, old, new } => {
            format!("Changed {{ line: {line:?}, old: {old:?}, new: {new:?} }}\n")
        }
        Change::Removed { line, old } => format!("Removed {{ line: {line:?}, old: {old:?} }}\n"),
        Change::Ended { line } => format!("Ended {{ line: {line:?} }}\n"),
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
fn changes_say_what_the_plan_does() {
    let text = "\u{feff}[profile dev]\nsso_session = x\nsso_role_name = Old\n# end";
    given(text).merging(&[legacy("dev"), legacy("new")]).says(expect![[r#"
        MarkRemoved
        Removed { line: 2, old: "sso_session = x" }
        Changed { line: 3, old: "sso_role_name = Old", new: "sso_role_name = Dev" }
        Added { line: 3, new: "sso_start_url = https://d-1234567890.awsapps.com/start" }
        Added { line: 4, new: "sso_region = eu-west-1" }
        Added { line: 5, new: "sso_account_id = 111122223333" }
        Ended { line: 4 }
        Added { line: 7, new: "[profile new]" }
        Added { line: 8, new: "sso_start_url = https://d-1234567890.awsapps.com/start" }
        Added { line: 9, new: "sso_region = eu-west-1" }
        Added { line: 10, new: "sso_account_id = 111122223333" }
        Added { line: 11, new: "sso_role_name = Dev" }
    "#]]);
    given(text).merging(&[legacy("dev")]).shows_patch(expect![[r#"
        --- config
        +++ config
        @@ -1,4 +1,6 @@
        -﻿[profile dev]
        +[profile dev]
        -sso_session = x
        -sso_role_name = Old
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
        let plan = plan_remove_all(&Document::parse(text), names);
        Planned(plan).produces(expect![[r#"
            # b's
        "#]]);
    }
    let without_b = plan_remove(&Document::parse(text), "b").apply();
    Planned(plan_remove(&without_b, "a")).produces(expect![[""]]);
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
fn who_depends_on_a_profile_is_known_before_it_goes() {
    let document =
        Document::parse("[profile a]\nsource_profile = dev\n[profile dev]\n[profile b]\n");
    let reading = read(&document);
    let names: Vec<&str> = reading.dependents("dev").map(Settings::name).collect();
    assert_eq!(names, ["a"]);
}

#[test]
fn the_credentials_file_has_names_without_a_prefix() {
    let document = Document::parse("[profile dev]\na = b\n[dev]\nc = d\n['dev']\n");
    Planned(credentials::plan_remove(&document, "dev")).produces(expect![[r#"
        [profile dev]
        a = b
        ['dev']
    "#]]);
}

#[test]
fn keys_are_not_shown_by_debug() {
    let document = Document::parse("[dev]\naws_secret_access_key = hush\n");
    let plan = credentials::plan_remove(&document, "dev");
    let shown =
        format!("{document:?} {plan:?} {:?} {:?}", read(&document), remarks(&document, None));
    let changes: Vec<_> = plan.changes().collect();
    let values: Vec<_> =
        document.sections().flat_map(Section::properties).map(Property::value).collect();
    let shown = format!("{shown} {changes:?} {:?} {values:?}", plan.hunks(3));
    assert!(!shown.contains("hush"), "{shown}");
}
