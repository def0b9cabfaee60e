//! Out of the folder `~/.aws` and into it again.

use super::*;
use crate::app::tidy::config_text::ConfigFile;
use crate::app::tidy::disk::{DiskAnswer, DiskFault, DiskRequest, Folders};
use crate::app::tidy::saving::{Refusal, Saving};
use std::collections::BTreeMap;

/// The folder's files.
type Folder = BTreeMap<String, String>;

const BACKUP: &str = "config.bak-2026-11-24-1000";

fn folder(files: &[(&str, &str)]) -> Folder {
    files.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect()
}

fn file(name: &str, folder: &Folder) -> Option<ConfigFile> {
    let text = folder.get(name)?;
    Some(ConfigFile::read(name.to_owned(), Some(text.clone().into_bytes())))
}

impl Page {
    /// In a browser that opens folders.
    fn with_folders() -> Page {
        let mut page = Page::open("#/config");
        page.tidy(TidyEvent::FoldersOffered);
        page
    }

    /// The person opens this folder.
    fn opens(&mut self, folder: &Folder) {
        assert_eq!(self.tidy(TidyEvent::OpenFolderClicked), [Effect::OpenFolder]);
        let both = AwsFile::ALL.into_iter().filter_map(|which| file(which.name(), folder));
        self.tidy(TidyEvent::FolderRead(Ok(both.collect())));
    }

    /// The person saves, and the folder does what it is asked for.
    fn saves_in(&mut self, folder: &mut Folder) {
        let mut effects = self.tidy(TidyEvent::SaveClicked);
        while let Some(Effect::AskDisk(request)) = effects.pop() {
            let answer = match request {
                DiskRequest::Allow => DiskAnswer::Allowed,
                DiskRequest::Read(name) => DiskAnswer::Read(file(&name, folder)),
                DiskRequest::Create(name, text) | DiskRequest::Replace(name, text) => {
                    folder.insert(name.to_string(), text.expose().to_string());
                    DiskAnswer::Written
                }
            };
            effects = self.tidy(TidyEvent::DiskAnswered(Ok(answer)));
        }
    }

    fn saving(&self) -> &Saving {
        self.model().tidy.in_place().saving()
    }

    fn unsaved(&self) -> Vec<AwsFile> {
        self.model().tidy.unsaved().collect()
    }
}

#[test]
fn both_files_come_out_of_the_folder_and_go_back_with_backups() {
    let mut there = folder(&[
        ("config", "[profile a]\r\nregion = x\r\n"),
        ("credentials", "[a]\naws_access_key_id = SECRET\n"),
    ]);
    let mut page = Page::with_folders();
    page.opens(&there);
    assert_eq!(page.unsaved(), []);
    page.tidy(TidyEvent::RemoveClicked("a".into()));
    assert_eq!(page.unsaved(), AwsFile::ALL);
    page.saves_in(&mut there);
    let backups = [BACKUP, "credentials.bak-2026-11-24-1000"].map(Rc::from).to_vec();
    assert_eq!(*page.saving(), Saving::Saved(backups));
    assert_eq!((there["config"].as_str(), there["credentials"].as_str()), ("", ""));
    assert_eq!(there[BACKUP], "[profile a]\r\nregion = x\r\n");
    assert_eq!(page.unsaved(), []);
    assert!(!format!("{:?} {:?}", page.asked, page.model()).contains("SECRET"));
}

#[test]
fn what_is_undone_after_saving_can_be_saved_again() {
    let mut there = folder(&[("config", SMALL)]);
    let mut page = Page::with_folders();
    page.opens(&there);
    page.tidy(TidyEvent::RemoveClicked("a".into()));
    page.saves_in(&mut there);
    page.tidy(TidyEvent::UndoClicked);
    assert_eq!((page.unsaved(), page.saving()), (vec![AwsFile::Config], &Saving::Idle));
    page.saves_in(&mut there);
    assert_eq!(there["config"], SMALL);
}

#[test]
fn a_pasted_config_is_saved_where_the_file_is_the_same() {
    let mut page = Page::with_folders();
    page.tidy(TidyEvent::ConfigPasted(ConfigText::new(SMALL)));
    page.tidy(TidyEvent::RemoveClicked("a".into()));
    let mut other = folder(&[("config", "[profile other]\n")]);
    page.saves_in(&mut other);
    assert_eq!(*page.saving(), Saving::Refused(Refusal::Changed(AwsFile::Config)));
    assert_eq!(other, folder(&[("config", "[profile other]\n")]));
    let mut same = folder(&[("config", SMALL)]);
    page.saves_in(&mut same);
    assert_eq!((same["config"].as_str(), same[BACKUP].as_str()), ("", SMALL));
    assert_eq!(page.model().tidy.in_place().folders(), Folders::Open);
}

#[test]
fn what_is_typed_into_an_opened_config_is_saved() {
    let mut there = folder(&[("config", SMALL)]);
    let mut page = Page::with_folders();
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
    let mut page = with_choice(&[key("000000000042", "Admin")]);
    page.send(Event::MergeIntoConfigClicked);
    page.tidy(TidyEvent::FoldersOffered);
    page.opens(&there);
    assert_eq!(page.model().tidy.fault(), None);
    page.saves_in(&mut there);
    assert!(there["config"].starts_with("[profile Admin-000000000042]\n"));
    assert_eq!((there.len(), page.saving()), (1, &Saving::Saved(vec![])));
}

#[test]
fn a_folder_without_either_file_is_said_to_be_another_one() {
    let mut page = Page::with_folders();
    page.opens(&folder(&[]));
    assert_eq!(page.model().tidy.fault(), Some(FileFault::NothingThere));
    page.tidy(TidyEvent::FolderRead(Err(DiskFault::Refused)));
    assert_eq!(*page.saving(), Saving::Refused(Refusal::NotAllowed));
    page.tidy(TidyEvent::FolderRead(Err(DiskFault::Cancelled)));
    page.tidy(TidyEvent::ClearClicked);
    assert_eq!(*page.saving(), Saving::Idle);
    assert_eq!(page.model().tidy.in_place().folders(), Folders::Open);
}

#[test]
fn where_no_folder_can_be_opened_nothing_is_saved() {
    let mut page = Page::pasted(SMALL);
    page.tidy(TidyEvent::RemoveClicked("a".into()));
    assert_eq!(page.tidy(TidyEvent::SaveClicked), []);
}

#[test]
fn a_save_goes_on_when_all_is_cleared_and_is_not_begun_twice() {
    let mut page = Page::with_folders();
    page.tidy(TidyEvent::ConfigPasted(ConfigText::new(SMALL)));
    page.tidy(TidyEvent::RemoveClicked("a".into()));
    assert_eq!(page.tidy(TidyEvent::SaveClicked), [Effect::AskDisk(DiskRequest::Allow)]);
    assert_eq!(page.tidy(TidyEvent::SaveClicked), []);
    page.tidy(TidyEvent::ClearClicked);
    let next = page.tidy(TidyEvent::DiskAnswered(Ok(DiskAnswer::Allowed)));
    assert_eq!(next, [Effect::AskDisk(DiskRequest::Read("config".into()))]);
}

const SMALL: &str = "[profile a]\nregion = x\n";
