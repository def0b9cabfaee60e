use super::*;
use crate::app::event::ChoiceEvent;
use crate::app::event::Event;
use crate::app::setup::catalog::RoleKey;
use crate::app::testing::{Page, TWO, key};
use expect_test::{Expect, expect};
use std::rc::Rc;

mod format;

mod returning;

mod both;
mod in_place;

impl Page {
    /// Something happens on "Tidy my config".
    fn tidy(&mut self, event: TidyEvent) -> Vec<Effect> {
        self.send(Event::Tidy(event))
    }

    fn pasted(text: &str) -> Page {
        let mut page = Page::open("#/config");
        page.tidy(TidyEvent::ConfigPasted(ConfigText::new(text)));
        page
    }

    fn types(&mut self, text: &str) {
        self.tidy(TidyEvent::ConfigTyped(ConfigText::new(text)));
    }

    fn config(&self) -> String {
        self.model().tidy.draft().text().expose().to_string()
    }

    /// The place of the first remark that has a fix.
    fn fixable(&self) -> usize {
        let findings = self.model().tidy.draft().findings();
        findings.iter().position(|finding| finding.remark.is_fixable()).expect("one is fixable")
    }
}

/// The patch that would be copied, with plain line breaks and nothing before an empty line.
#[track_caller]
fn check(page: &Page, expect: Expect) {
    let patch = match page.model().tidy.draft().since() {
        Some(since) => since.to_patch("a", "b").replace("\r\n", "\n").replace("\n \n", "\n\n"),
        None => "no change\n".to_owned(),
    };
    expect.assert_eq(&patch);
}

/// Two roles are chosen in "Set up".
fn with_choice(roles: &[RoleKey]) -> Page {
    let mut page = Page::signed_in();
    page.list(TWO);
    for role in roles {
        page.choose(ChoiceEvent::RoleToggled(role.clone()));
    }
    page
}

const CORP: &str =
    "[sso-session corp]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n";

fn messy() -> String {
    format!(
        "# mine\r\n[profile dev]\r\nsso_session = corp\r\nsso_account_id = 111122223333\r\nsso_role_name = Dev\r\nnonsense\r\n\r\n[profile old]\r\nregion = eu-west-1\r\n{}",
        CORP.replace('\n', "\r\n")
    )
}

#[test]
fn what_comes_in_goes_out_byte_for_byte() {
    for text in ["", "\u{feff}[profile a]\r\nx = 1\r", "\r\n\r\n", "no config at all", &messy()] {
        assert_eq!(Page::pasted(text).config(), text);
    }
}

#[test]
fn a_fix_and_a_removal_change_their_lines_and_are_undone_one_by_one() {
    let mut page = Page::pasted(&messy());
    let effects = page.tidy(TidyEvent::FixClicked(page.fixable()));
    assert_eq!(effects, [Effect::Focus(FocusTarget::Remarks)]);
    page.tidy(TidyEvent::RemoveClicked("old".into()));
    check(
        &page,
        expect![[r#"
            --- a
            +++ b
            @@ -3,10 +3,8 @@
             sso_session = corp
             sso_account_id = 111122223333
             sso_role_name = Dev
            -nonsense
            +# nonsense
 
            -[profile old]
            -region = eu-west-1
             [sso-session corp]
             sso_start_url = https://acme.awsapps.com/start
             sso_region = eu-west-1
        "#]],
    );
    page.tidy(TidyEvent::UndoClicked);
    check(
        &page,
        expect![[r#"
            --- a
            +++ b
            @@ -3,7 +3,7 @@
             sso_session = corp
             sso_account_id = 111122223333
             sso_role_name = Dev
            -nonsense
            +# nonsense
 
             [profile old]
             region = eu-west-1
        "#]],
    );
    page.tidy(TidyEvent::UndoClicked);
    assert_eq!(page.config(), messy());
    assert!(!page.model().tidy.can_undo());
    page.tidy(TidyEvent::UndoClicked);
    page.tidy(TidyEvent::RedoClicked);
    page.tidy(TidyEvent::RedoClicked);
    assert!(!page.config().contains("[profile old]"));
    assert!(!page.model().tidy.can_redo());
}

#[test]
fn a_change_after_undo_takes_the_place_of_what_was_undone() {
    let mut page = Page::pasted(&messy());
    page.tidy(TidyEvent::RemoveClicked("old".into()));
    page.tidy(TidyEvent::UndoClicked);
    page.tidy(TidyEvent::RemoveClicked("dev".into()));
    assert!(!page.model().tidy.can_redo());
    assert!(page.config().contains("[profile old]"));
}

#[test]
fn what_is_typed_is_one_step_and_keeps_the_line_breaks() {
    let mut page = Page::pasted("[profile a]\r\nregion = x\r\n");
    page.types("[profile a]\nregion = xy\n");
    page.types("[profile a]\nregion = xyz\n");
    assert_eq!(page.config(), "[profile a]\r\nregion = xyz\r\n");
    check(
        &page,
        expect![[r#"
        no change
    "#]],
    );
    page.tidy(TidyEvent::UndoClicked);
    assert_eq!(page.config(), "[profile a]\r\nregion = x\r\n");
}

#[test]
fn the_boxs_own_text_is_no_news() {
    let mut page = Page::pasted("[profile a]\r\nregion = x\r\n");
    page.tidy(TidyEvent::RemoveClicked("a".into()));
    page.types("[profile a]\nregion = x\n");
    assert_eq!(page.config(), "");
}

#[test]
fn chosen_profiles_wait_for_a_config_and_are_merged_into_it() {
    let mut page = with_choice(&[key("000000000042", "Admin")]);
    page.send(Event::MergeIntoConfigClicked);
    assert_eq!(page.model().tidy.waiting().entries().len(), 1);
    page.tidy(TidyEvent::ConfigPasted(ConfigText::new("[profile a]\nregion = x\n")));
    check(
        &page,
        expect![[r#"
        --- a
        +++ b
        @@ -1,2 +1,11 @@
         [profile a]
         region = x
        +[profile Admin-000000000042]
        +sso_session = acme
        +sso_account_id = 000000000042
        +sso_role_name = Admin
        +region = eu-west-1
        +[sso-session acme]
        +sso_start_url = https://acme.awsapps.com/start
        +sso_region = eu-west-1
        +sso_registration_scopes = sso:account:access
    "#]],
    );
    assert!(page.model().tidy.waiting().entries().is_empty());
    page.tidy(TidyEvent::UndoClicked);
    check(
        &page,
        expect![[r#"
        no change
    "#]],
    );
}

#[test]
fn a_config_that_is_there_takes_them_at_once() {
    let mut page = with_choice(&[key("000000000042", "Admin")]);
    page.tidy(TidyEvent::ConfigPasted(ConfigText::new("[profile a]\nregion = x\n")));
    page.send(Event::MergeIntoConfigClicked);
    assert!(page.config().contains("[profile Admin-000000000042]"));
}

#[test]
fn a_name_that_is_taken_is_asked_about_before_anything_changes() {
    let taken = "[profile Admin-000000000042]\nrole_arn = x\n[sso-session acme]\nsso_start_url = https://other.awsapps.com/start\nsso_region = eu-west-1\n";
    let mut page = with_choice(&[key("000000000042", "Admin")]);
    page.send(Event::MergeIntoConfigClicked);
    page.tidy(TidyEvent::ConfigPasted(ConfigText::new(taken)));
    check(
        &page,
        expect![[r#"
        no change
    "#]],
    );
    assert_eq!(page.model().tidy.waiting().conflicts().len(), 2);
    page.tidy(TidyEvent::RenameClicked(0));
    assert_eq!(page.model().tidy.waiting().conflicts().len(), 1);
    page.tidy(TidyEvent::RenameAllClicked);
    assert!(page.model().tidy.waiting().entries().is_empty());
    page.tidy(TidyEvent::MergeClicked);
    check(
        &page,
        expect![[r#"
        --- a
        +++ b
        @@ -3,3 +3,12 @@
         [sso-session acme]
         sso_start_url = https://other.awsapps.com/start
         sso_region = eu-west-1
        +[profile Admin-000000000042-000000000042]
        +sso_session = acme-2
        +sso_account_id = 000000000042
        +sso_role_name = Admin
        +region = eu-west-1
        +[sso-session acme-2]
        +sso_start_url = https://acme.awsapps.com/start
        +sso_region = eu-west-1
        +sso_registration_scopes = sso:account:access
    "#]],
    );
}

#[test]
fn nothing_is_merged_into_what_is_no_config() {
    let mut page = with_choice(&[key("000000000042", "Admin")]);
    page.send(Event::MergeIntoConfigClicked);
    page.tidy(TidyEvent::ConfigPasted(ConfigText::new("{\"accessToken\": 1}")));
    check(
        &page,
        expect![[r#"
        no change
    "#]],
    );
    page.tidy(TidyEvent::DontMergeClicked);
    assert!(page.model().tidy.waiting().entries().is_empty());
}

#[test]
fn legacy_profiles_come_to_share_a_session() {
    let legacy = "sso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 111122223333\nsso_role_name = Dev\n";
    let mut page = Page::pasted(&format!("[profile a]\n{legacy}[profile b]\n{legacy}"));
    page.tidy(TidyEvent::ConvertClicked(0, Format::SsoSession));
    expect![[r#"
        [profile a]
        sso_session = acme
        sso_account_id = 111122223333
        sso_role_name = Dev
        [profile b]
        sso_session = acme
        sso_account_id = 111122223333
        sso_role_name = Dev
        [sso-session acme]
        sso_start_url = https://acme.awsapps.com/start
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access
    "#]]
    .assert_eq(&page.config());
}

#[test]
fn leaving_keeps_the_text_and_clear_drops_it() {
    let mut page = Page::pasted(&messy());
    page.tidy(TidyEvent::RemoveClicked("old".into()));
    page.send(Event::AddressChanged(crate::app::route::Route::parse("", "#/setup")));
    assert!(page.model().tidy.can_undo());
    page.tidy(TidyEvent::ClearClicked);
    assert!(page.model().tidy.draft().is_empty() && !page.model().tidy.can_undo());
}

#[test]
fn the_text_is_copied_and_saved_exactly_and_printed_nowhere() {
    let mut page = Page::pasted("[profile a]\r\naws_secret_access_key = SECRET\r\n[profile b]\r\n");
    page.tidy(TidyEvent::RemoveClicked("b".into()));
    let exact = ConfigText::new("[profile a]\r\naws_secret_access_key = SECRET\r\n");
    let copied = page.send(Event::CopyClicked(CopyTarget::NewConfig, Rc::default()));
    assert!(copied.contains(&Effect::CopyConfig(CopyTarget::NewConfig, exact.clone())));
    let saved = page.tidy(TidyEvent::DownloadClicked(AwsFile::Config));
    assert_eq!(saved, [Effect::SaveConfig(AwsFile::Config, exact)]);
    page.send(Event::CopyClicked(CopyTarget::Patch, Rc::default()));
    assert!(!format!("{:?} {:?}", page.asked, page.model()).contains("SECRET"));
}

#[test]
fn remarks_quote_their_lines_without_keys() {
    let quoted = |text: &str| {
        let page = Page::pasted(text);
        let findings = page.model().tidy.draft().findings();
        let quotes = findings.iter().flat_map(|finding| &finding.quotes);
        quotes.map(|quote| quote.text.expose().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(quoted("[profile a]\nregion = eu-west-1 # x\n"), ["region = eu-west-1 # x"]);
    assert_eq!(
        quoted("[profile a]\nAWS_secret_access_key = SECRET\naws_secret_access_key = SECRET\n"),
        ["aws_secret_access_key", "AWS_secret_access_key"]
    );
    assert_eq!(quoted("{\"accessToken\": \"SECRET==\"}"), [""]);
}

mod long;
