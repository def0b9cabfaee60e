//! Saving in the folder itself, signing the CLI in, and the way back.

use super::use_it::one;
use crate::app::Msg as AppMsg;
use crate::effect::{Effect, FolderError, FolderId, FolderMode, FolderRequest};
use crate::file_text::{FileText, ReadFile};
use crate::host_config::HostConfig;
use crate::route::Screen;
use crate::screens::setup::msg::{ChooseMsg, Msg, UseItMsg};
use crate::screens::setup::state::Open;
use crate::screens::setup::use_it::Task;
use crate::screens::setup::use_it::options::NamingField;
use crate::testing::{Disk, Page, brief};
use expect_test::{Expect, expect};
use onramp_domain::Secret;
use onramp_domain::aws::model::CreateTokenResponse;
use onramp_domain::device_flow::Input;
use onramp_domain::entry::Format;
use onramp_domain::host_config::Allow;

const HOME: FolderId = FolderId(3);

const BLOCK: &str = "[profile Admin-000000000042]\nsso_session = acme\nsso_account_id = 000000000042\nsso_role_name = Admin\nregion = eu-west-1\n[sso-session acme]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\nsso_registration_scopes = sso:account:access\n";

/// One role chosen, in a browser that opens folders.
fn page() -> Page {
    let mut page = one();
    page.send(AppMsg::FoldersOffered);
    page.asked.clear();
    page
}

/// The same with a session that can be refreshed.
fn page_with_refresh() -> Page {
    let mut page = Page::with_code();
    page.wake();
    let attempt = page.poll();
    let token = CreateTokenResponse {
        access_token: Secret::new("SECRET-ACCESS"),
        expires_in: Some(3600),
        refresh_token: Some(Secret::new("SECRET-REFRESH")),
        token_type: None,
    };
    page.flow(Input::Polled(attempt, Ok(token)));
    page.list(crate::testing::setup::TWO);
    page.toggle("000000000042", "Admin");
    page.choose(ChooseMsg::ContinueClicked);
    page.send(AppMsg::FoldersOffered);
    page.use_it(UseItMsg::SignCliInToggled);
    page.asked.clear();
    page
}

impl Page {
    /// The button is pressed, and the folder does what it is asked for.
    fn saves_in(&mut self, disk: &mut Disk) {
        self.use_it(UseItMsg::SaveClicked);
        if let Some(Effect::OpenFolder(Screen::Setup, FolderMode::Write)) = self.asked.last() {
            let text = disk.files.get("config").cloned();
            let file = text.map(|text| ReadFile {
                name: Some("config".to_owned()),
                text: Ok(FileText::new(text)),
            });
            self.use_it(UseItMsg::FolderOpened(Ok((HOME, file.into_iter().collect()))));
        }
        self.answers_from(disk);
    }

    fn undoes_in(&mut self, disk: &mut Disk) {
        self.use_it(UseItMsg::UndoSaveClicked);
        self.answers_from(disk);
    }

    fn answers_from(&mut self, disk: &mut Disk) {
        while let Some(place) = self.asked.iter().position(|it| matches!(it, Effect::Folder(..))) {
            let Effect::Folder(screen, folder, request) = self.asked.remove(place) else { return };
            self.send(AppMsg::FolderAnswered(screen, folder, disk.does(request)));
        }
    }

    fn done(&self) -> &[Task] {
        &self.model.setup.use_it.done
    }

    fn said_of_saving(&self) -> String {
        crate::testing::Outline::of(&crate::testing::draw(self.html()))
            .region("Save")
            .lines()
            .map(str::trim)
            .filter(|line| {
                line.contains("aved") || line.contains("onfig ") || line.starts_with("button")
            })
            .map(|line| line.to_owned() + "\n")
            .collect()
    }
}

#[track_caller]
fn check_saving(page: &Page, expect: Expect) {
    expect.assert_eq(&page.said_of_saving());
}

#[test]
fn profiles_are_added_to_the_config_and_the_old_file_is_kept() {
    let mut page = page();
    let mut disk = Disk::of(&[("config", "# mine\r\n[default]\r\nregion = x")]);
    page.saves_in(&mut disk);
    let crlf = BLOCK.replace('\n', "\r\n");
    assert_eq!(disk.files["config"], format!("# mine\r\n[default]\r\nregion = x\r\n{crlf}"));
    assert_eq!(disk.files["config.bak-2026-11-24-1000"], "# mine\r\n[default]\r\nregion = x");
    assert_eq!(page.done(), [Task::Save]);
    check_saving(
        &page,
        expect![[r#"
            status: Saved. Your old file is kept as config.bak-2026-11-24-1000.
            button "Undo"
            button "Show what was added"
        "#]],
    );
    page.undoes_in(&mut disk);
    assert_eq!(disk.files["config"], "# mine\r\n[default]\r\nregion = x");
    assert_eq!(page.done(), []);
    check_saving(
        &page,
        expect![[r#"
            region "Config block"
            button "Copy config block"
            button "Save to ~/.aws"
            button "Download"
            button "Paste one command instead"
            | cp -p ~/.aws/config ~/.aws/config.bak-2026-11-24-1000
            | cat >> ~/.aws/config <<'END'
            button "Copy save command"
            button "What do these mean?"
        "#]],
    );
}

#[test]
fn where_there_is_no_config_one_is_made_and_undo_removes_it() {
    let (mut page, mut disk) = (page(), Disk::default());
    page.saves_in(&mut disk);
    assert_eq!(disk.files["config"], BLOCK);
    page.undoes_in(&mut disk);
    assert!(disk.files.is_empty());
}

#[test]
fn a_folder_that_is_plainly_another_is_asked_about_before_anything_is_written() {
    let mut disk = Disk { name: Some("Downloads"), ..Disk::default() };
    let mut page = page();
    page.saves_in(&mut disk);
    assert_eq!((&disk.log[..], disk.files.len()), (&["describe".to_owned()][..], 0));
    check_saving(
        &page,
        expect![[r#"
            region "Config block"
            button "Copy config block"
            button "Save to ~/.aws"
            button "Download"
            Nothing was saved yet. This folder is called Downloads, and the AWS CLI reads the folder .aws in your home folder.
            button "Choose another folder"
            button "Save here anyway"
            button "Paste one command instead"
            | cp -p ~/.aws/config ~/.aws/config.bak-2026-11-24-1000
            | cat >> ~/.aws/config <<'END'
            button "Copy save command"
            button "What do these mean?"
        "#]],
    );
    // Another one may be chosen, which is called the same here.
    assert_eq!(brief(&page.use_it(UseItMsg::SaveClicked)), "OpenFolder");
    page.use_it(UseItMsg::FolderOpened(Ok((HOME, vec![]))));
    page.answers_from(&mut disk);
    page.use_it(UseItMsg::SaveHereClicked);
    page.answers_from(&mut disk);
    assert_eq!(disk.files["config"], BLOCK);
    // What the CLI has put there, or anything of what is looked for, tells that it is the right one.
    for files in [&[("sso/cache/x.json", "{}")][..], &[("config", "")]] {
        let (mut page, mut disk) = (self::page(), Disk { name: Some("aws"), ..Disk::of(files) });
        page.saves_in(&mut disk);
        assert_eq!(page.done(), [Task::Save]);
    }
}

#[test]
fn what_was_changed_since_is_not_undone() {
    let (mut page, mut disk) = (page(), Disk::of(&[("config", "[a]\n")]));
    page.saves_in(&mut disk);
    disk.files.insert("config".to_owned(), "newer".to_owned());
    page.undoes_in(&mut disk);
    assert_eq!(disk.files["config"], "newer");
    assert_eq!(page.done(), [Task::Save]);
    check_saving(
        &page,
        expect![[r#"
            status: Saved. Your old file is kept as config.bak-2026-11-24-1000.
            button "Undo"
            alert: Not undone, because your config was changed since. The old one is beside it, in config.bak-2026-11-24-1000.
            button "Show what was added"
        "#]],
    );
}

#[test]
fn what_is_there_already_is_not_written_again() {
    let (mut page, mut disk) = (page(), Disk::of(&[("config", BLOCK)]));
    page.saves_in(&mut disk);
    assert_eq!(disk.log, Vec::<String>::new());
    assert_eq!(page.done(), [Task::Save]);
    check_saving(
        &page,
        expect![[r#"
            status: Your config has this already.
        "#]],
    );
}

#[test]
fn a_name_that_is_taken_is_left_to_tidy_my_config() {
    for old in [
        "[profile Admin-000000000042]\nrole_arn = x\n",
        "[sso-session acme]\nsso_start_url = https://other.awsapps.com/start\n",
        "nonsense\n",
    ] {
        let (mut page, mut disk) = (page(), Disk::of(&[("config", old)]));
        page.saves_in(&mut disk);
        assert_eq!((disk.files["config"].as_str(), disk.files.len()), (old, 1));
        assert_eq!(page.done(), []);
        page.use_it(UseItMsg::MergeClicked);
        page.go("#/config");
        let html = crate::testing::draw(page.html());
        assert!(html.contains("1 profile ready to merge") || html.contains("[profile Admin-"));
        assert!(html.contains(old.lines().next().unwrap()), "{html}");
    }
    let (mut page, mut disk) =
        (page(), Disk::of(&[("config", "[sso-session acme]\nsso_region = x\n")]));
    page.saves_in(&mut disk);
    check_saving(
        &page,
        expect![[r#"
            region "Config block"
            button "Copy config block"
            button "Save to ~/.aws"
            button "Download"
            Nothing was saved, because your config has another acme already. “Tidy my config” shows both, and you choose.
            button "Paste one command instead"
            | cp -p ~/.aws/config ~/.aws/config.bak-2026-11-24-1000
            | cat >> ~/.aws/config <<'END'
            button "Copy save command"
            button "What do these mean?"
        "#]],
    );
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
        page.list(crate::testing::setup::TWO);
        page.toggle("000000000042", "Admin");
        page.choose(ChooseMsg::ContinueClicked);
        page.send(AppMsg::FoldersOffered);
        let mut disk = Disk::default();
        let outline = crate::testing::Outline::of(&crate::testing::draw(page.html()));
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
    disk.faults = vec![("put", FolderError::Failed)];
    page.saves_in(&mut disk);
    assert_eq!(disk.files["config"], BLOCK);
    assert_eq!(page.done(), [Task::Save]);
    assert!(page.model.setup.flow.session().unwrap().refreshes_itself());
}

#[test]
fn closing_the_window_is_no_fault_and_a_refusal_is_said() {
    let mut page = page();
    page.use_it(UseItMsg::SaveClicked);
    assert_eq!(brief(&page.use_it(UseItMsg::SaveClicked)), "");
    page.use_it(UseItMsg::FolderOpened(Err(FolderError::Cancelled)));
    page.use_it(UseItMsg::SaveClicked);
    page.use_it(UseItMsg::FolderOpened(Err(FolderError::Refused)));
    check_saving(
        &page,
        expect![[r#"
            region "Config block"
            button "Copy config block"
            button "Save to ~/.aws"
            button "Download"
            alert: Nothing was saved, because your browser didn't let this page into that folder. Try again and allow it, or paste the command instead.
            button "Paste one command instead"
            | cp -p ~/.aws/config ~/.aws/config.bak-2026-11-24-1000
            | cat >> ~/.aws/config <<'END'
            button "Copy save command"
            button "What do these mean?"
        "#]],
    );
}

#[test]
fn other_profiles_are_saved_in_the_same_folder() {
    let (mut page, mut disk) = (page(), Disk::default());
    page.saves_in(&mut disk);
    page.use_it(UseItMsg::NamingEntered(NamingField::Name, "dev".to_owned()));
    assert_eq!(page.done(), []);
    let asked = page.use_it(UseItMsg::SaveClicked);
    assert!(
        matches!(&asked[..], [Effect::Folder(Screen::Setup, HOME, FolderRequest::Read(path))] if &**path == "config")
    );
    page.answers_from(&mut disk);
    assert!(disk.files["config"].contains("[profile dev]"));
    page.setup(Msg::SignOutClicked);
    assert!(!matches!(
        page.model.setup.use_it.save.progress,
        crate::screens::setup::use_it::save::Progress::Saved(_)
    ));
}

/// From a link that names account and role it is three presses: "Sign in", "Open AWS to approve", "Save to ~/.aws".
#[test]
fn the_one_role_that_a_link_names_needs_nobody_to_choose_it() {
    let link = "#/setup?start_url=https://acme.awsapps.com/start&region=eu-west-1&session=acme&account=000000000042&role=Admin";
    let mut page = Page::open(link);
    page.send(AppMsg::HostConfigFetched(Ok(None)));
    page.press_sign_in();
    page.register();
    page.authorize();
    page.approve();
    page.list(crate::testing::setup::TWO);
    assert!(page.title().starts_with("Finish on your computer"), "{}", page.title());
    page.setup(Msg::EditClicked(Open::Choose));
    assert!(page.title().starts_with("Choose"), "{}", page.title());
    page.send(AppMsg::CameBack);
    assert!(page.title().starts_with("Choose"), "{}", page.title());
}
