//! Saving in the folder itself, and the way back.

use super::use_it::one;
use crate::app::Msg as AppMsg;
use crate::effect::{Effect, FolderError, FolderId, FolderMode, FolderRequest};
use crate::file_text::{FileText, ReadFile};
use crate::route::Screen;
use crate::screens::setup::msg::{Msg, UseItMsg};
use crate::screens::setup::state::Open;
use crate::screens::setup::use_it::Task;
use crate::testing::setup::TWO;
use crate::testing::{Disk, Page, brief};
use expect_test::{Expect, expect};

pub(super) const HOME: FolderId = FolderId(3);

pub(super) const BLOCK: &str = "[profile Admin-000000000042]\nsso_session = acme\nsso_account_id = 000000000042\nsso_role_name = Admin\nregion = eu-west-1\n[sso-session acme]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\nsso_registration_scopes = sso:account:access\n";

/// One role chosen, in a browser that opens folders.
pub(super) fn page() -> Page {
    let mut page = one();
    page.send(AppMsg::FoldersOffered);
    page.asked.clear();
    page
}

impl Page {
    /// The button is pressed, and the folder does what it is asked for.
    pub(super) fn saves_in(&mut self, disk: &mut Disk) {
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

    pub(super) fn undoes_in(&mut self, disk: &mut Disk) {
        self.use_it(UseItMsg::UndoSaveClicked);
        self.answers_from(disk);
    }

    pub(super) fn answers_from(&mut self, disk: &mut Disk) {
        while let Some(place) = self.asked.iter().position(|it| matches!(it, Effect::Folder(..))) {
            let Effect::Folder(screen, folder, request) = self.asked.remove(place) else { return };
            self.send(AppMsg::FolderAnswered(screen, folder, disk.does(request)));
        }
    }

    pub(super) fn done(&self) -> &[Task] {
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

/// All can be pressed as before; between the buttons stands what is said.
#[track_caller]
fn check_not_saved(page: &Page, expect: Expect) {
    let said = page.said_of_saving();
    let said = said.strip_prefix(
        "region \"Config block\"\nbutton \"Copy config block\"\nbutton \"Save to ~/.aws\"\nbutton \"Download\"\n",
    );
    let said = said.and_then(|said| {
        said.strip_suffix(
            "button \"Paste one command instead\"\n| cp -p ~/.aws/config ~/.aws/config.bak-2026-11-24-1000\n\
             | cat >> ~/.aws/config <<'END'\nbutton \"Copy save command\"\nbutton \"What do these mean?\"\n",
        )
    });
    expect.assert_eq(said.expect("all its buttons"));
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
    check_not_saved(&page, expect![""]);
}

#[test]
fn a_save_that_ends_while_another_step_is_open_leaves_the_focus_there() {
    let mut page = page();
    let mut disk = Disk::default();
    page.use_it(UseItMsg::SaveClicked);
    page.use_it(UseItMsg::FolderOpened(Ok((HOME, vec![]))));
    page.setup(Msg::EditClicked(Open::Choose));
    page.asked.retain(|effect| matches!(effect, Effect::Folder(..)));
    page.answers_from(&mut disk);
    assert_eq!(page.done(), [Task::Save]);
    assert!(!brief(&page.asked).contains("Focus"), "{}", brief(&page.asked));
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
    check_not_saved(
        &page,
        expect![[r#"
            Nothing was saved yet. This folder is called Downloads, and the AWS CLI reads the folder .aws in your home folder.
            button "Choose another folder"
            button "Save here anyway"
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
    check_not_saved(
        &page,
        expect![[r#"
            Nothing was saved, because your config has another acme already. “Tidy my config” shows both, and you choose.
        "#]],
    );
}

#[test]
fn closing_the_window_is_no_fault_and_a_refusal_is_said() {
    let mut page = page();
    page.use_it(UseItMsg::SaveClicked);
    assert_eq!(brief(&page.use_it(UseItMsg::SaveClicked)), "");
    page.use_it(UseItMsg::FolderOpened(Err(FolderError::Cancelled)));
    page.use_it(UseItMsg::SaveClicked);
    page.use_it(UseItMsg::FolderOpened(Err(FolderError::Refused)));
    check_not_saved(
        &page,
        expect![[r#"
            alert: Nothing was saved, because your browser didn't let this page into that folder. Try again and allow it, or paste the command instead.
        "#]],
    );
}

#[test]
fn other_profiles_are_saved_in_the_same_folder() {
    let (mut page, mut disk) = (page(), Disk::default());
    page.saves_in(&mut disk);
    page.enter_name("dev");
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
        crate::screens::setup::use_it::save::SaveProgress::Saved(_)
    ));
}

/// A folder that could not be saved in may be the wrong one, or the browser may no longer let the page in.
#[test]
fn after_a_save_that_failed_the_folder_is_chosen_anew() {
    let presses = |page: &mut Page| brief(&page.use_it(UseItMsg::SaveClicked));
    // ~/.ssh has a config too.
    let (mut page, mut disk) = (page(), Disk::of(&[("config", "Host example\n")]));
    page.saves_in(&mut disk);
    assert_eq!(presses(&mut page), "OpenFolder");
    // It was saved in before, and the browser has taken its permission back.
    let (mut page, mut disk) = (self::page(), Disk::default());
    page.saves_in(&mut disk);
    page.enter_name("dev");
    disk.faults = vec![("read", FolderError::Refused)];
    assert_eq!(presses(&mut page), "Folder");
    page.answers_from(&mut disk);
    assert_eq!(presses(&mut page), "OpenFolder");
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
    page.list(TWO);
    assert!(page.title().starts_with("Finish on your computer"), "{}", page.title());
    page.setup(Msg::EditClicked(Open::Choose));
    assert!(page.title().starts_with("Choose"), "{}", page.title());
    page.send(AppMsg::CameBack);
    assert!(page.title().starts_with("Choose"), "{}", page.title());
}

/// Neither the only role there is nor one that the company prefers stands in for the one that a link names.
#[test]
fn another_role_than_a_link_names_is_not_gone_on_with() {
    let link = "#/setup?start_url=https://acme.awsapps.com/start&region=eu-west-1&session=acme&account=000000000042&role=Gone";
    let preselected = r#"{"rules": [{"role": "Dev", "preselected": true}]}"#;
    let config = serde_json::from_str(preselected).unwrap();
    for (company, listed, chosen) in [(None, &TWO[1..], 0), (Some(Box::new(config)), TWO, 1)] {
        let mut page = Page::open(link);
        page.send(AppMsg::HostConfigFetched(Ok(company)));
        page.press_sign_in();
        page.register();
        page.authorize();
        page.approve();
        page.list(listed);
        assert!(page.title().starts_with("Choose"), "{}", page.title());
        assert_eq!(page.model.setup.choose.selection.len(), chosen);
        assert!(page.model.setup.choose.missing.is_some());
    }
}
