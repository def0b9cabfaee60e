//! Signing the CLI in with what is saved: whose token it has, and who says so.

use super::save::{BLOCK, HOME, page as one_chosen};
use crate::app::Msg as AppMsg;
use crate::effect::FolderError;
use crate::file_text::{FileText, ReadFile};
use crate::host_config::HostConfig;
use crate::screens::setup::msg::{ChooseMsg, UseItMsg};
use crate::screens::setup::use_it::Task;
use crate::testing::setup::TWO;
use crate::testing::{Disk, Page, draw};
use chrono::TimeDelta;
use onramp_domain::entry::Format;
use onramp_domain::host_config::Allow;

/// One role chosen, in a browser that opens folders, with a session that can be refreshed.
fn page_with_refresh() -> Page {
    let mut page = Page::with_code();
    page.approve_with_refresh();
    page.list(TWO);
    page.toggle("000000000042", "Admin");
    page.choose(ChooseMsg::ContinueClicked);
    page.send(AppMsg::FoldersOffered);
    page.use_it(UseItMsg::SignCliInToggled);
    page.asked.clear();
    page
}

#[test]
fn the_cli_gets_the_token_and_refreshes_it_from_then_on() {
    let (mut page, mut disk) = (page_with_refresh(), Disk::default());
    page.saves_in(&mut disk);
    // SHA-1 of acme.
    let token = &disk.files["sso/cache/293abb6b76d7791c0732cc517d38c4b5c734b87f.json"];
    assert!(token.contains("SECRET-ACCESS") && token.contains("SECRET-REFRESH"), "{token}");
    assert_eq!(page.done(), [Task::Save, Task::LogIn]);
    assert!(!page.model.setup.flow.session().unwrap().refreshes_itself());
    assert!(!format!("{:?}", page.model.setup).contains("SECRET"));
    page.undoes_in(&mut disk);
    assert!(disk.files.is_empty());
}

#[test]
fn after_undo_the_cli_can_be_given_the_same_token_again() {
    let (mut page, mut disk) = (page_with_refresh(), Disk::default());
    page.saves_in(&mut disk);
    let first = disk.files.clone();
    page.undoes_in(&mut disk);
    page.saves_in(&mut disk);
    assert_eq!(disk.files, first);
    assert_eq!(page.done(), [Task::Save, Task::LogIn]);
}

#[test]
fn undo_gives_the_cli_its_earlier_token_back() {
    let path = "sso/cache/293abb6b76d7791c0732cc517d38c4b5c734b87f.json";
    let (mut page, mut disk) = (page_with_refresh(), Disk::of(&[(path, "EARLIER")]));
    page.saves_in(&mut disk);
    assert!(disk.files[path].contains("SECRET-ACCESS"));
    page.undoes_in(&mut disk);
    assert_eq!(disk.files, Disk::of(&[(path, "EARLIER")]).files);
}

#[test]
fn a_legacy_profiles_token_is_under_its_start_url_and_the_page_goes_on_refreshing() {
    let (mut page, mut disk) = (page_with_refresh(), Disk::default());
    page.use_it(UseItMsg::FormatChosen(Format::Legacy));
    page.saves_in(&mut disk);
    let token = disk.files.iter().find(|(path, _)| path.starts_with("sso/cache/")).unwrap();
    assert!(token.1.contains("SECRET-ACCESS") && !token.1.contains("SECRET-REFRESH"));
    assert!(page.model.setup.flow.session().unwrap().refreshes_itself());
}

#[test]
fn a_company_may_tick_it_or_forbid_it() {
    let checkbox = |config: HostConfig| {
        let mut page = Page::with_code();
        page.send(AppMsg::HostConfigFetched(Ok(Some(Box::new(config)))));
        page.approve();
        page.list(TWO);
        page.toggle("000000000042", "Admin");
        page.choose(ChooseMsg::ContinueClicked);
        page.send(AppMsg::FoldersOffered);
        let mut disk = Disk::default();
        let outline = crate::testing::Outline::of(&draw(page.html()));
        let shown =
            outline.all("checkbox").lines().find(|it| it.contains("CLI")).map(str::to_owned);
        page.saves_in(&mut disk);
        (shown, disk.files.len())
    };
    let ticked = r#"checkbox "Sign the CLI in too" (checked)"#.to_owned();
    let config = HostConfig { sign_cli_in: true, ..HostConfig::default() };
    assert_eq!(checkbox(config.clone()), (Some(ticked), 2));
    let allow = Allow { save_token: false, ..Allow::default() };
    assert_eq!(checkbox(HostConfig { allow, ..config }), (None, 1));
}

#[test]
fn a_token_that_can_not_be_written_leaves_log_in_to_do() {
    let (mut page, mut disk) = (page_with_refresh(), Disk::default());
    disk.faults = vec![("create sso", FolderError::Failed)];
    page.saves_in(&mut disk);
    assert_eq!(disk.files["config"], BLOCK);
    assert_eq!(page.done(), [Task::Save]);
    assert!(page.model.setup.flow.session().unwrap().refreshes_itself());
}

#[test]
fn that_the_cli_could_not_be_signed_in_is_said_only_where_that_was_tried() {
    let says_so = |page: &Page| draw(page.html()).contains("its folder sso/cache can");
    let (mut page, mut disk) = (page_with_refresh(), Disk::default());
    disk.faults = vec![("create sso", FolderError::Failed)];
    page.saves_in(&mut disk);
    assert!(says_so(&page));
    // It is ticked, and the session has ended meanwhile.
    let (mut page, mut disk) = (one_chosen(), Disk::default());
    page.use_it(UseItMsg::SignCliInToggled);
    page.now += TimeDelta::hours(2);
    page.send(AppMsg::CameBack);
    assert!(!page.model.setup.is_signed_in());
    page.saves_in(&mut disk);
    assert_eq!(page.done(), [Task::Save]);
    assert!(!says_so(&page));
}

#[test]
fn a_cli_that_is_signed_in_needs_no_log_in_for_other_profiles() {
    let (mut page, mut disk) = (page_with_refresh(), Disk::default());
    page.saves_in(&mut disk);
    page.enter_name("dev");
    page.saves_in(&mut disk);
    assert_eq!(page.done(), [Task::Save, Task::LogIn]);
    // Its token is its own by now: it may be a newer one, and no other can be refreshed.
    let token = disk.files.iter().find(|(path, _)| path.starts_with("sso/cache/")).unwrap();
    assert!(token.1.contains("SECRET-REFRESH"), "{}", token.1);
    page.undoes_in(&mut disk);
    assert!(!disk.files["config"].contains("profile dev"));
    assert!(disk.files.keys().any(|path| path.starts_with("sso/cache/")));
    assert!(page.model.setup.use_it.cli_token.is_some());
}

/// A list may still be coming, with more roles that were chosen.
#[test]
fn the_cli_has_the_token_although_the_profiles_changed_while_it_was_written() {
    let (mut page, mut disk) = (page_with_refresh(), Disk::of(&[("config", "")]));
    let config = ReadFile { name: Some("config".to_owned()), text: Ok(FileText::new("")) };
    page.use_it(UseItMsg::SaveClicked);
    page.use_it(UseItMsg::FolderOpened(Ok((HOME, vec![config]))));
    page.enter_name("dev");
    page.answers_from(&mut disk);
    assert!(page.model.setup.use_it.cli_token.is_some());
    assert!(!page.model.setup.flow.session().unwrap().refreshes_itself());
    assert!(!page.done().contains(&Task::Save));
}

#[test]
fn the_cli_gets_the_next_sessions_token_too() {
    let token = |disk: &Disk| {
        let mut files = disk.files.iter();
        files.find(|(path, _)| path.starts_with("sso/cache/")).unwrap().1.clone()
    };
    let (mut page, mut disk) = (page_with_refresh(), Disk::default());
    page.saves_in(&mut disk);
    let first = token(&disk);
    page.now += TimeDelta::hours(2);
    page.send(AppMsg::CameBack);
    assert!(page.model.setup.use_it.cli_token.is_none());
    page.press_sign_in();
    page.authorize();
    page.approve_with_refresh();
    page.list(TWO);
    page.enter_name("dev");
    page.saves_in(&mut disk);
    assert_ne!(token(&disk), first);
}
