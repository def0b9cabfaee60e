//! Coming back: signed in at the portal of a config, which has lost roles and lacks others.

use super::*;
use crate::app::event::{PortalEvent, ReturningEvent};
use crate::app::route::{Route, Screen};
use crate::app::setup::Step;
use crate::app::setup::choice::NamingField;
use crate::app::tidy::config_text::ConfigFile;
use crate::app::tidy::returning::{State, portal_to_see};
use onramp_domain::config::Since;
use onramp_domain::device_flow;

/// A role that is there, one that is gone, an account that is gone, and another portal's.
const OLD: &str = "\
# mine
[profile dev]
sso_session = corp
sso_account_id = 111111111111
sso_role_name = Dev
region = eu-central-1

[profile old]
# who was this?
sso_session = corp
sso_account_id = 111111111111
sso_role_name = Old
[profile left]
sso_session = corp
sso_account_id = 999999999999
sso_role_name = Admin

[sso-session corp]
sso_start_url = https://acme.awsapps.com/start/#/
sso_region = eu-west-1
[profile other]
sso_start_url = https://other.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 999999999999
sso_role_name = Admin
";

impl Page {
    /// Signed in with everything listed, and this config pasted.
    fn back_with(config: &str) -> Page {
        let mut page = Page::signed_in();
        page.list(TWO);
        page.go("#/config");
        page.tidy(TidyEvent::ConfigPasted(ConfigText::new(config)));
        page
    }

    fn go(&mut self, hash: &str) {
        self.send(Event::AddressChanged(Route::parse("", hash)));
    }

    fn tick(&mut self, event: ReturningEvent) {
        self.tidy(TidyEvent::Returning(event));
    }

    /// What is told to have changed.
    #[track_caller]
    fn since(&self) -> &Since {
        match self.model().tidy.returning().state() {
            State::Told(since) => since,
            other => panic!("{other:?}"),
        }
    }

    fn ticked(&self) -> (usize, usize) {
        self.model().tidy.returning().ticked()
    }
}

#[test]
fn what_is_ticked_is_added_and_removed_in_one_step() {
    let mut page = Page::back_with(OLD);
    assert_eq!((page.since().new.len(), page.since().gone.len()), (2, 2));
    page.tick(ReturningEvent::NewToggled(1));
    page.tick(ReturningEvent::GoneToggled(0));
    assert_eq!(page.ticked(), (1, 1));
    let effects = page.tidy(TidyEvent::UpdateClicked);
    assert_eq!(effects, [Effect::Focus(FocusTarget::Changes)]);
    check(
        &page,
        expect![[r#"
        --- a
        +++ b
        @@ -5,11 +5,6 @@
         sso_role_name = Dev
         region = eu-central-1

        -[profile old]
        -# who was this?
        -sso_session = corp
        -sso_account_id = 111111111111
        -sso_role_name = Old
         [profile left]
         sso_session = corp
         sso_account_id = 999999999999
        @@ -23,3 +18,8 @@
         sso_region = eu-west-1
         sso_account_id = 999999999999
         sso_role_name = Admin
        +[profile Admin-000000000042]
        +sso_session = corp
        +sso_account_id = 000000000042
        +sso_role_name = Admin
        +region = eu-west-1
    "#]],
    );
    assert_eq!((page.since().new.len(), page.since().gone.len()), (1, 1));
    assert_eq!(page.ticked(), (0, 0));
    page.tidy(TidyEvent::UndoClicked);
    assert_eq!(page.config(), OLD);
    assert!(!page.model().tidy.can_undo());
}

#[test]
fn who_goes_goes_from_the_credentials_file_too_in_the_same_step() {
    let mut page = Page::back_with(OLD);
    let keys = "[dev]\naws_access_key_id = AKIA\n[old]\naws_access_key_id = AKIA\n";
    page.tidy(TidyEvent::FilesRead(vec![ConfigFile::read(
        "credentials".to_owned(),
        Some(keys.as_bytes().to_vec()),
    )]));
    page.tick(ReturningEvent::GoneToggled(0));
    page.tidy(TidyEvent::UpdateClicked);
    let credentials = |page: &Page| {
        let credentials = page.model().tidy.draft().credentials().expect("it is open");
        credentials.text().expose().to_string()
    };
    assert_eq!(credentials(&page), "[dev]\naws_access_key_id = AKIA\n");
    assert!(!page.config().contains("[profile old]"));
    page.tidy(TidyEvent::UndoClicked);
    assert_eq!((page.config().as_str(), credentials(&page).as_str()), (OLD, keys));
}

#[test]
fn all_can_be_ticked_and_none() {
    let mut page = Page::back_with(OLD);
    page.tick(ReturningEvent::NewToggled(0));
    page.tick(ReturningEvent::AllNewToggled);
    page.tick(ReturningEvent::AllGoneToggled);
    assert_eq!(page.ticked(), (2, 2));
    page.tick(ReturningEvent::AllGoneToggled);
    assert_eq!(page.ticked(), (2, 0));
    page.tick(ReturningEvent::AllGoneToggled);
    page.tidy(TidyEvent::UpdateClicked);
    assert!(page.since().new.is_empty() && page.since().gone.is_empty());
    assert!(page.config().contains("[profile other]"));
}

#[test]
fn nothing_ticked_is_no_step() {
    let mut page = Page::back_with(OLD);
    page.tick(ReturningEvent::NewToggled(7));
    assert_eq!(page.tidy(TidyEvent::UpdateClicked), []);
    assert!(!page.model().tidy.can_undo());
}

#[test]
fn ticks_stay_while_the_config_changes_elsewhere() {
    let mut page = Page::back_with(OLD);
    page.tick(ReturningEvent::AllNewToggled);
    page.tick(ReturningEvent::AllGoneToggled);
    page.tidy(TidyEvent::RemoveClicked("old".into()));
    assert_eq!(page.ticked(), (2, 1));
    page.go("#/setup");
    page.go("#/config");
    assert_eq!(page.ticked(), (2, 1));
}

#[test]
fn new_profiles_are_named_and_written_as_set_up_says() {
    let mut page = Page::back_with(OLD);
    let template = "{account_name|lower}-{role_name}".to_owned();
    page.choose(ChoiceEvent::NamingEntered(NamingField::Template, template));
    page.choose(ChoiceEvent::DefaultRegionChosen(None));
    page.tick(ReturningEvent::AllNewToggled);
    page.tidy(TidyEvent::UpdateClicked);
    check(
        &page,
        expect![[r#"
        --- a
        +++ b
        @@ -23,3 +23,11 @@
         sso_region = eu-west-1
         sso_account_id = 999999999999
         sso_role_name = Admin
        +[profile beta-Admin]
        +sso_session = corp
        +sso_account_id = 111111111111
        +sso_role_name = Admin
        +[profile alpha-Admin]
        +sso_session = corp
        +sso_account_id = 000000000042
        +sso_role_name = Admin
    "#]],
    );
}

#[test]
fn a_legacy_config_stays_one() {
    let legacy = "[profile a]\nsso_start_url = https://acme.awsapps.com/start/\nsso_region = eu-west-1\nsso_account_id = 111111111111\nsso_role_name = Dev\n";
    let mut page = Page::back_with(legacy);
    page.tick(ReturningEvent::NewToggled(0));
    page.tidy(TidyEvent::UpdateClicked);
    check(
        &page,
        expect![[r#"
        --- a
        +++ b
        @@ -3,3 +3,9 @@
         sso_region = eu-west-1
         sso_account_id = 111111111111
         sso_role_name = Dev
        +[profile Admin-111111111111]
        +sso_start_url = https://acme.awsapps.com/start/
        +sso_region = eu-west-1
        +sso_account_id = 111111111111
        +sso_role_name = Admin
        +region = eu-west-1
    "#]],
    );
}

#[test]
fn nothing_is_told_while_the_lists_come() {
    let mut page = Page::signed_in();
    page.go("#/config");
    page.tidy(TidyEvent::ConfigPasted(ConfigText::new(OLD)));
    while let Some(input) = page.next_of_listing(TWO) {
        assert!(matches!(page.model().tidy.returning().state(), State::Listing));
        page.send(Event::Listing(input));
    }
    assert_eq!(page.since().gone.len(), 2);
}

#[test]
fn a_failed_account_is_left_in_peace_until_it_is_listed() {
    let mut page = Page::signed_in();
    page.go("#/config");
    page.tidy(TidyEvent::ConfigPasted(ConfigText::new(OLD)));
    page.list_but(TWO, "111111111111");
    assert_eq!((page.since().gone.len(), page.since().unknown), (1, 2));
    assert!(page.model().center.can_retry());
    page.choose(ChoiceEvent::RetryClicked);
    page.list(TWO);
    assert_eq!((page.since().gone.len(), page.since().unknown), (2, 0));
}

#[test]
fn without_a_sign_in_or_that_portal_nothing_is_told() {
    let is_nothing = |page: &Page| matches!(page.model().tidy.returning().state(), State::Nothing);
    let mut page = Page::back_with(OLD);
    page.send(Event::Flow(device_flow::Input::SignOut));
    assert!(is_nothing(&page));
    assert!(is_nothing(&Page::back_with("[profile a]\nregion = x\n")));
    assert!(is_nothing(&Page::back_with("{}")));
    assert!(is_nothing(&Page::pasted(OLD)));
}

#[test]
fn a_session_that_ended_by_itself_has_told_what_it_has() {
    let mut page = Page::back_with(OLD);
    page.now += chrono::TimeDelta::hours(2);
    page.send(Event::CameBack);
    assert_eq!(page.model().center.step(), Step::Choose);
    assert_eq!(page.since().gone.len(), 2);
}

#[test]
fn the_portal_of_most_profiles_is_offered_with_set_up_filled_in() {
    let mut page = Page::pasted(OLD);
    let (host, link) = portal_to_see(page.model().tidy.draft()).expect("a portal");
    assert_eq!(host, "acme.awsapps.com");
    page.go(&link);
    assert_eq!(page.model().screen, Screen::SetUp);
    assert_eq!(page.model().center.form().session_name_text(), "corp");
    let effects = page.portal(PortalEvent::SignInClicked);
    assert!(matches!(effects[0], Effect::Register(..)), "{effects:?}");
    assert_eq!(portal_to_see(Page::pasted("[profile a]\nregion = x\n").model().tidy.draft()), None);
}
