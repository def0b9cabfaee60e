//! Coming back: signed in at the portal of a config, which has lost roles and lacks others.

use super::*;
use crate::effect::PortalListing;
use crate::host_config::HostSettings;
use crate::screens::config::state::{Known, gone_id, new_id, portal_to_see};
use onramp_domain::aws::model::{
    AccountInfo, ListAccountRolesResponse, ListAccountsResponse, RoleInfo,
};
use onramp_domain::aws::{CallError, Operation};
use onramp_domain::changes::Changes;
use onramp_domain::listing::{Command, Input, Listing};
use onramp_domain::profile_name::Template;
use std::ops::Range;

/// Accounts with their roles.
type Accounts = &'static [(&'static str, &'static str, &'static [&'static str])];

pub(super) const TWO: Accounts =
    &[("111111111111", "Beta", &["Admin", "Dev"]), ("000000000042", "alpha", &["Admin"])];

/// With a role that the company hides.
const THREE: Accounts = &[
    ("111111111111", "Beta", &["Admin", "Dev", "Ops"]),
    ("000000000042", "alpha", &["Admin"]),
    ("000000000043", "gamma", &["Dev"]),
];

/// A role that is there, one that is gone, an account that is gone, and another portal's.
pub(super) const OLD: &str = "\
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

/// A listing that came to its end; the roles of one account could not be had.
fn listing(accounts: Accounts, broken: &str) -> Listing {
    let mut now = at("2026-11-24T10:00:00Z");
    let token = Default::default();
    let (mut listing, mut commands) = Listing::default().step(Input::Start { seed: 1, token }, now);
    while let Some(command) = commands.pop() {
        let input = match command {
            Command::ListAccounts { attempt, .. } => {
                Input::AccountsPage(attempt, Ok(accounts_page(accounts)))
            }
            Command::ListRoles { attempt, account_id, .. } if account_id.as_str() == broken => {
                let error = CallError::unreachable(Operation::ListAccountRoles);
                Input::RolesPage(attempt, Err(error))
            }
            Command::ListRoles { attempt, account_id, .. } => {
                let id = account_id.as_str();
                let roles = accounts.iter().find(|account| account.0 == id);
                Input::RolesPage(attempt, Ok(roles_page(roles.map_or(&[], |account| account.2))))
            }
            Command::WakeAt { attempt, at } => {
                now = now.max(at);
                Input::Woke(attempt)
            }
            Command::TokenRefused { .. } => continue,
        };
        let more;
        (listing, more) = listing.step(input, now);
        commands.splice(0..0, more);
    }
    listing
}

fn accounts_page(accounts: Accounts) -> ListAccountsResponse {
    let info = |account: &(&str, &str, &[&str])| AccountInfo {
        account_id: account.0.to_owned(),
        account_name: account.1.to_owned(),
        email_address: String::new(),
    };
    ListAccountsResponse { account_list: accounts.iter().map(info).collect(), next_token: None }
}

fn roles_page(roles: &[&str]) -> ListAccountRolesResponse {
    let info = |role: &&str| RoleInfo { role_name: (*role).to_owned(), account_id: String::new() };
    ListAccountRolesResponse { role_list: roles.iter().map(info).collect(), next_token: None }
}

/// What "Set up" tells of the portal.
fn portal(listing: Option<Listing>) -> PortalListing {
    PortalListing {
        session: session(),
        listing: listing.map(Rc::new),
        template: Template::default(),
        region: Some(ConfigValue::parse("eu-west-1").expect("a value")),
        output: None,
    }
}

impl Screen {
    /// Everything is listed, and this config is pasted.
    pub(super) fn back_with(config: &str) -> Screen {
        let mut page = Screen::pasted(config);
        page.lists(listing(TWO, ""));
        page
    }

    pub(super) fn lists_but(&mut self, broken: &str) {
        self.lists(listing(TWO, broken));
    }

    fn lists(&mut self, listing: Listing) {
        self.send(Msg::PortalListed(Some(Rc::new(portal(Some(listing))))));
    }

    pub(super) fn is_listing(&mut self) {
        self.send(Msg::PortalListed(Some(Rc::new(portal(None)))));
    }

    /// What is said to have changed.
    #[track_caller]
    pub(super) fn changes(&self) -> &Changes {
        match &self.state.portal_changes.known {
            Known::Changes(changes) => changes,
            other => panic!("{other:?}"),
        }
    }

    /// The new roles, or the profiles without one, with these places are ticked, or no more.
    pub(super) fn ticks_new(&mut self, places: Range<usize>) {
        let ids = self.changes().new[places].iter().map(new_id).collect();
        self.send(Msg::Ticked(ids));
    }

    pub(super) fn ticks_gone(&mut self, places: Range<usize>) {
        let ids = self.changes().gone[places].iter().map(gone_id).collect();
        self.send(Msg::Ticked(ids));
    }

    pub(super) fn ticked(&self) -> (usize, usize) {
        let changes = &self.state.portal_changes;
        (changes.wanted().len(), changes.unwanted().len())
    }
}

#[test]
fn what_is_ticked_is_added_and_removed_in_one_step() {
    let mut page = Screen::back_with(OLD);
    assert_eq!((page.changes().new.len(), page.changes().gone.len()), (2, 2));
    page.ticks_new(1..2);
    page.ticks_gone(0..1);
    assert_eq!(page.ticked(), (1, 1));
    assert_eq!(page.send(Msg::UpdateClicked), "Focus(changes)");
    check(
        &page,
        expect![[r#"
        --- a/config
        +++ b/config
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
    assert_eq!((page.changes().new.len(), page.changes().gone.len()), (1, 1));
    assert_eq!(page.ticked(), (0, 0));
    page.send(Msg::UndoClicked);
    assert_eq!(page.config(), OLD);
    assert!(!page.state.history.can_undo());
}

#[test]
fn who_goes_goes_from_the_credentials_file_too_in_the_same_step() {
    let mut page = Screen::back_with(OLD);
    let keys = "[dev]\naws_access_key_id = AKIA\n[old]\naws_access_key_id = AKIA\n";
    page.send(Msg::FilesRead(vec![ReadFile::of_bytes("credentials".to_owned(), keys.into())]));
    page.ticks_gone(0..1);
    page.send(Msg::UpdateClicked);
    assert_eq!(page.credentials().as_deref(), Some("[dev]\naws_access_key_id = AKIA\n"));
    assert!(!page.config().contains("[profile old]"));
    page.send(Msg::UndoClicked);
    assert_eq!((page.config().as_str(), page.credentials().as_deref()), (OLD, Some(keys)));
}

#[test]
fn all_can_be_ticked_and_none() {
    let mut page = Screen::back_with(OLD);
    page.ticks_new(0..1);
    page.ticks_new(0..page.changes().new.len());
    page.ticks_gone(0..2);
    assert_eq!(page.ticked(), (2, 2));
    page.ticks_gone(0..2);
    assert_eq!(page.ticked(), (2, 0));
    page.ticks_gone(0..2);
    page.send(Msg::UpdateClicked);
    assert!(page.changes().new.is_empty() && page.changes().gone.is_empty());
    assert!(page.config().contains("[profile other]"));
}

#[test]
fn nothing_ticked_is_no_step() {
    let mut page = Screen::back_with(OLD);
    page.ticks_new(2..2);
    assert_eq!(page.send(Msg::UpdateClicked), "");
    assert!(!page.state.history.can_undo());
}

#[test]
fn ticks_stay_while_the_config_changes_elsewhere() {
    let mut page = Screen::back_with(OLD);
    page.ticks_new(0..page.changes().new.len());
    page.ticks_gone(0..2);
    page.send(Msg::RemoveClicked("old".into()));
    assert_eq!(page.ticked(), (2, 1));
    // The lists come anew.
    page.is_listing();
    page.lists_but("");
    assert_eq!(page.ticked(), (2, 1));
}

#[test]
fn new_profiles_are_named_and_written_as_set_up_says() {
    let mut page = Screen::back_with(OLD);
    let template = Template::parse("{account_name|lower}-{role_name}").expect("a template");
    let listed = PortalListing { template, region: None, ..portal(Some(listing(TWO, ""))) };
    page.send(Msg::PortalListed(Some(Rc::new(listed))));
    page.ticks_new(0..page.changes().new.len());
    page.send(Msg::UpdateClicked);
    check(
        &page,
        expect![[r#"
        --- a/config
        +++ b/config
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

/// Rules that hide a role, and that say how others are written.
pub(super) fn company() -> HostSettings {
    let rules = r#"{"rules": [
        {"role": "Dev", "hidden": true},
        {"role": "Admin", "recommended": true, "output": "table", "properties": {"cli_pager": ""}},
        {"account": "alpha", "name": "{account_name}-look", "region": "eu-north-1", "warning": "This is production."}
    ]}"#;
    HostSettings::Ready(Box::new(serde_json::from_str(rules).expect("settings")))
}

#[test]
fn new_profiles_follow_the_rules_of_the_company() {
    let mut page = Screen::open();
    page.shared.host = company();
    page.send(pasted(OLD.replace("[profile dev]", "[profile alpha-look]")));
    page.lists(listing(THREE, ""));
    page.ticks_new(0..page.changes().new.len());
    page.send(Msg::UpdateClicked);
    check(
        &page,
        expect![[r#"
        --- a/config
        +++ b/config
        @@ -23,3 +23,22 @@
         sso_region = eu-west-1
         sso_account_id = 999999999999
         sso_role_name = Admin
        +[profile Admin-111111111111]
        +sso_session = corp
        +sso_account_id = 111111111111
        +sso_role_name = Admin
        +region = eu-west-1
        +output = table
        +cli_pager = 
        +[profile Ops-111111111111]
        +sso_session = corp
        +sso_account_id = 111111111111
        +sso_role_name = Ops
        +region = eu-west-1
        +[profile alpha-look-000000000042]
        +sso_session = corp
        +sso_account_id = 000000000042
        +sso_role_name = Admin
        +region = eu-north-1
        +output = table
        +cli_pager = 
    "#]],
    );
}

#[test]
fn a_legacy_config_stays_one() {
    let legacy = "[profile a]\nsso_start_url = https://acme.awsapps.com/start/\nsso_region = eu-west-1\nsso_account_id = 111111111111\nsso_role_name = Dev\n";
    let mut page = Screen::back_with(legacy);
    page.ticks_new(0..1);
    page.send(Msg::UpdateClicked);
    check(
        &page,
        expect![[r#"
        --- a/config
        +++ b/config
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
    let mut page = Screen::pasted(OLD);
    page.is_listing();
    assert!(matches!(page.state.portal_changes.known, Known::Listing));
    page.lists_but("");
    assert_eq!(page.changes().gone.len(), 2);
}

#[test]
fn a_failed_account_is_left_in_peace_until_it_is_listed() {
    let mut page = Screen::pasted(OLD);
    page.lists_but("111111111111");
    assert_eq!((page.changes().gone.len(), page.changes().unknown), (1, 2));
    assert!(page.state.portal_changes.can_list_again());
    page.send(Msg::ListAgainClicked);
    assert!(matches!(page.asked.last(), Some(Effect::HandOff(HandOff::ListAgain))));
    page.lists_but("");
    assert_eq!((page.changes().gone.len(), page.changes().unknown), (2, 0));
    assert!(!page.state.portal_changes.can_list_again());
}

#[test]
fn without_a_sign_in_or_that_portal_nothing_is_told() {
    let known = |page: &Screen| format!("{:?}", page.state.portal_changes.known);
    let mut page = Screen::back_with(OLD);
    page.send(Msg::PortalListed(None));
    assert_eq!(known(&page), "SignedOut");
    assert_eq!(known(&Screen::pasted(OLD)), "SignedOut");
    assert_eq!(known(&Screen::back_with("[profile a]\nregion = x\n")), "Elsewhere");
    assert_eq!(known(&Screen::back_with("{}")), "Elsewhere");
}

#[test]
fn the_portal_of_most_profiles_is_offered_with_set_up_filled_in() {
    let to_see = |config: &str| portal_to_see(&Screen::pasted(config).state.draft);
    let (host, link) = to_see(OLD).expect("a portal");
    assert_eq!(host, "acme.awsapps.com");
    assert_eq!(
        link,
        "#/setup?start_url=https://acme.awsapps.com/start&region=eu-west-1&session=corp"
    );
    assert_eq!(to_see("[profile a]\nregion = x\n"), None);
}
