//! Out of the folder `~/.aws` and into it again.

use super::*;
use crate::effect::{FolderAnswer, FolderError, FolderId, FolderMode, FolderRequest};
use crate::saving::Refusal;
use crate::screens::config::state::Saving;
use std::collections::BTreeMap;

/// The folder's files.
type Folder = BTreeMap<String, String>;

const HOME: FolderId = FolderId(1);

const BACKUP: &str = "config.bak-2026-11-24-1000";

fn folder(files: &[(&str, &str)]) -> Folder {
    files.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect()
}

fn file(name: &str, folder: &Folder) -> Option<ReadFile> {
    let text = folder.get(name)?;
    Some(ReadFile::of_bytes(name.to_owned(), text.clone().into_bytes()))
}

impl Screen {
    /// In a browser that opens folders.
    fn with_folders() -> Screen {
        let mut page = Screen::open();
        page.shared.opens_folders = true;
        page
    }

    /// The person opens this folder.
    fn opens(&mut self, folder: &Folder) {
        self.send(Msg::OpenFolderClicked);
        assert!(matches!(self.asked.last(), Some(Effect::OpenFolder(_, FolderMode::Read))));
        let files = AwsFile::ALL.into_iter().filter_map(|which| file(which.name(), folder));
        self.send(Msg::FolderOpened(Ok((HOME, files.collect()))));
    }

    /// The person saves, and the folder does what it is asked for.
    fn saves_in(&mut self, folder: &mut Folder) {
        self.send(Msg::SaveClicked);
        if let Some(Effect::OpenFolder(_, mode)) = self.asked.last() {
            assert_eq!(*mode, FolderMode::Write);
            self.send(Msg::FolderOpened(Ok((HOME, vec![]))));
        }
        let mut focus = String::new();
        while let Some(Effect::Folder(_, id, request)) = self.asked.pop() {
            let answer = match request {
                FolderRequest::Allow => FolderAnswer::Allowed,
                FolderRequest::Describe => panic!("only \"Use it\" asks"),
                FolderRequest::Read(name) => FolderAnswer::Read(file(&name, folder)),
                FolderRequest::Remove(_) => FolderAnswer::Written,
                FolderRequest::Create(name, text) | FolderRequest::Replace(name, text) => {
                    folder.insert(name.to_string(), text.expose().to_string());
                    FolderAnswer::Written
                }
            };
            focus = self.send(Msg::FolderAnswered(id, Ok(answer)));
        }
        // The button has gone.
        assert_eq!(focus, "Focus(save)");
    }

    fn saving(&self) -> &Saving {
        &self.state.saving
    }

    fn unsaved(&self) -> Vec<AwsFile> {
        self.state.unsaved().collect()
    }
}

#[test]
fn both_files_come_out_of_the_folder_and_go_back_with_backups() {
    let mut there = folder(&[
        ("config", "[profile a]\r\nregion = x\r\n"),
        ("credentials", "[a]\naws_access_key_id = SECRET\n"),
    ]);
    let mut page = Screen::with_folders();
    page.opens(&there);
    assert_eq!(page.unsaved(), []);
    page.send(Msg::RemoveClicked("a".into()));
    assert_eq!(page.unsaved(), AwsFile::ALL);
    page.saves_in(&mut there);
    let backups = [BACKUP, "credentials.bak-2026-11-24-1000"].map(Rc::from).to_vec();
    assert_eq!(*page.saving(), Saving::Saved(backups));
    assert_eq!((there["config"].as_str(), there["credentials"].as_str()), ("", ""));
    assert_eq!(there[BACKUP], "[profile a]\r\nregion = x\r\n");
    assert_eq!(page.unsaved(), []);
    page.holds_no_secret_to_print();
}

#[test]
fn what_is_undone_after_saving_can_be_saved_again() {
    let mut there = folder(&[("config", SMALL)]);
    let mut page = Screen::with_folders();
    page.opens(&there);
    page.send(Msg::RemoveClicked("a".into()));
    page.saves_in(&mut there);
    page.send(Msg::UndoClicked);
    assert_eq!((page.unsaved(), page.saving()), (vec![AwsFile::Config], &Saving::Idle));
    page.saves_in(&mut there);
    assert_eq!(there["config"], SMALL);
}

#[test]
fn a_pasted_config_is_saved_where_the_file_is_the_same() {
    let mut page = Screen::with_folders();
    page.send(pasted(SMALL));
    page.send(Msg::RemoveClicked("a".into()));
    let mut other = folder(&[("config", "[profile other]\n")]);
    page.saves_in(&mut other);
    assert_eq!(*page.saving(), Saving::Refused(Refusal::Changed("config".into())));
    assert_eq!(other, folder(&[("config", "[profile other]\n")]));
    let mut same = folder(&[("config", SMALL)]);
    page.saves_in(&mut same);
    assert_eq!((same["config"].as_str(), same[BACKUP].as_str()), ("", SMALL));
    assert_eq!(page.state.folder.id, Some(HOME));
}

#[test]
fn what_is_typed_into_an_opened_config_is_saved() {
    let mut there = folder(&[("config", SMALL)]);
    let mut page = Screen::with_folders();
    page.opens(&there);
    page.types("[profile ab]\nregion = x\n");
    page.saves_in(&mut there);
    assert_eq!(
        (there["config"].as_str(), there[BACKUP].as_str()),
        ("[profile ab]\nregion = x\n", SMALL)
    );
}

#[test]
fn where_there_is_no_config_yet_what_waits_begins_one() {
    let mut there = folder(&[]);
    let mut page = Screen::with_folders();
    page.send(admin(Format::SsoSession));
    page.opens(&there);
    assert_eq!(page.state.not_taken.clone(), None);
    page.saves_in(&mut there);
    assert!(there["config"].starts_with("[profile Admin-000000000042]\n"));
    assert_eq!((there.len(), page.saving()), (1, &Saving::Saved(vec![])));
}

#[test]
fn a_folder_without_either_file_is_said_to_be_another_one() {
    let mut page = Screen::with_folders();
    page.opens(&folder(&[]));
    assert_eq!(page.state.not_taken.clone(), Some(NotTaken::File(FileError::NothingThere)));
    page.send(Msg::ClearClicked);
    assert_eq!(page.state.not_taken, None);
    assert_eq!(page.state.folder.id, Some(HOME));
}

#[test]
fn where_no_folder_can_be_opened_nothing_is_saved() {
    let mut page = Screen::pasted(SMALL);
    page.send(Msg::RemoveClicked("a".into()));
    assert_eq!(page.send(Msg::SaveClicked), "");
}

#[test]
fn a_save_goes_on_when_all_is_cleared_and_is_not_begun_twice() {
    let mut page = Screen::with_folders();
    page.send(pasted(SMALL));
    page.send(Msg::RemoveClicked("a".into()));
    page.send(Msg::SaveClicked);
    page.send(Msg::FolderOpened(Ok((HOME, vec![]))));
    assert_eq!(page.send(Msg::SaveClicked), "");
    page.send(Msg::ClearClicked);
    assert_eq!(page.send(Msg::FolderAnswered(HOME, Ok(FolderAnswer::Allowed))), "Folder");
    assert!(
        matches!(page.asked.last(), Some(Effect::Folder(_, HOME, FolderRequest::Read(name))) if &**name == "config")
    );
}

#[test]
fn where_no_folder_is_open_one_is_chosen_first() {
    let saving = |opened: Result<FolderId, FolderError>| {
        let mut page = Screen::with_folders();
        page.send(pasted(SMALL));
        page.send(Msg::RemoveClicked("a".into()));
        page.send(Msg::SaveClicked);
        let asked = page.asked.last();
        assert!(matches!(asked, Some(Effect::OpenFolder(_, FolderMode::Write))));
        let asks = page.send(Msg::FolderOpened(opened.map(|folder| (folder, vec![]))));
        (page.state.saving, asks)
    };
    assert!(matches!(saving(Ok(HOME)), (Saving::Running(_), asks) if asks == "Folder"));
    assert_eq!(saving(Err(FolderError::Cancelled)), (Saving::Idle, String::new()));
    let refused = Saving::Refused(Refusal::NotAllowed);
    assert_eq!(saving(Err(FolderError::Refused)), (refused, String::new()));
}

#[test]
fn an_answer_that_nobody_waits_for_changes_nothing() {
    let mut page = Screen::with_folders();
    page.send(pasted(SMALL));
    assert_eq!(page.send(Msg::FolderAnswered(HOME, Ok(FolderAnswer::Written))), "");
    assert_eq!(*page.saving(), Saving::Idle);
    // Another folder was opened while this one is being saved in.
    page.send(Msg::RemoveClicked("a".into()));
    page.send(Msg::SaveClicked);
    page.send(Msg::FolderOpened(Ok((HOME, vec![]))));
    let before = format!("{:?}", page.saving());
    assert_eq!(page.send(Msg::FolderAnswered(FolderId(2), Ok(FolderAnswer::Written))), "");
    assert_eq!(page.send(Msg::FolderOpened(Ok((FolderId(2), vec![])))), "");
    assert_eq!(format!("{:?}", page.saving()), before);
}

const SMALL: &str = "[profile a]\nregion = x\n";
