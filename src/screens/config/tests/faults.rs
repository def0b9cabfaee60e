//! Faults that were found by reading, so that none of them comes back.

use super::two_files::KEYS;
use super::*;
use crate::effect::{FolderAnswer, FolderError, FolderId, FolderRequest};
use crate::saving::Saving;
use crate::screens::config::state::{FolderAccess, NextStep, Readiness};
use crate::testing::draw;

const SMALL: &str = "[profile a]\nregion = eu-west-1\n";

#[test]
fn a_folder_opened_meanwhile_does_not_redirect_a_save() {
    let (home, other) = (FolderId(1), FolderId(2));
    let file = || ReadFile::of_bytes("config".to_owned(), SMALL.into());
    let mut page = Screen::open();
    page.send(Msg::FolderOpened(Ok((home, vec![file()]))));
    page.send(Msg::RemoveClicked("a".into()));
    page.send(Msg::SaveClicked);
    page.send(Msg::FolderAnswered(home, Ok(FolderAnswer::Allowed)));
    page.send(Msg::FolderOpened(Ok((other, vec![file()]))));
    assert_eq!(page.send(Msg::FolderAnswered(other, Ok(FolderAnswer::Read(Some(file()))))), "");
    page.send(Msg::FolderAnswered(home, Ok(FolderAnswer::Read(Some(file())))));
    assert!(matches!(
        page.asked.last(),
        Some(Effect::Folder(_, FolderId(1), FolderRequest::Create(..)))
    ));
    assert_eq!(page.state.folder.access, FolderAccess::Open(home));
}

#[test]
fn credentials_pasted_at_the_end_of_a_config_are_the_credentials_file() {
    for before in [SMALL, "[profile a]\nregion = eu-west-1", "[profile a]\n[x]\n"] {
        let mut page = Screen::pasted(before);
        page.types(&[before, "\n", KEYS].concat());
        assert_eq!((page.config().as_str(), &**page.state.box_text().expose()), (before, before));
        assert_eq!(page.credentials().as_deref().map(str::trim_start), Some(KEYS));
        draw(page.html());
    }
    // In the midst, before another header.
    let mut page = Screen::pasted("[profile a]\n[profile b]\n");
    page.types(&["[profile a]\n", KEYS, "[profile b]\n"].concat());
    assert_eq!(page.config(), "[profile a]\n[profile b]\n");
    assert_eq!(page.credentials().as_deref(), Some(KEYS));
}

#[test]
fn refusing_to_open_a_folder_says_nothing_of_saving() {
    let mut page = Screen::open();
    page.send(Msg::FoldersOffered);
    page.send(Msg::FolderOpened(Err(FolderError::Refused)));
    assert_eq!(page.state.not_taken, Some(NotTaken::Folder));
    assert_eq!(page.state.saving, Saving::Idle);
    page.send(Msg::FolderOpened(Err(FolderError::Cancelled)));
    assert_eq!(page.state.saving, Saving::Idle);
}

#[test]
fn what_is_typed_after_a_merge_and_fixes_leaves_them() {
    let mut page = Screen::open();
    page.send(admin(Format::SsoSession));
    page.send(Msg::Pasted(FileText::new(["nonsense\n", SMALL].concat())));
    page.send(Msg::FixSafeClicked);
    let before = page.config();
    assert!(before.starts_with("# nonsense\n") && before.contains("[profile Admin-000000000042]"));
    page.types(&[&before, "x"].concat());
    assert_eq!(page.config(), before.clone() + "x");
    page.send(Msg::UndoClicked);
    assert_eq!(page.config(), before);
    page.send(Msg::UndoClicked);
    page.send(Msg::UndoClicked);
    assert_eq!(page.config(), ["nonsense\n", SMALL].concat());
}

#[test]
fn clear_keeps_what_is_to_be_merged() {
    let mut page = Screen::open();
    page.send(admin(Format::SsoSession));
    page.send(Msg::Pasted(FileText::new("[profile Admin-000000000042]\nrole_arn = x\n")));
    assert_eq!(page.state.readiness(), Readiness::Undecided);
    page.send(Msg::ClearClicked);
    assert_eq!(page.state.pending_merge.entries.len(), 1);
    assert!(page.state.pending_merge.conflicts.is_empty());
    page.send(Msg::Pasted(FileText::new(SMALL)));
    assert!(page.config().contains("[profile Admin-000000000042]"));
}

#[test]
fn what_the_cli_can_not_read_is_not_what_to_copy_next() {
    let mut page = Screen::pasted("[profile a]\nregion = x\nregion = y\n[profile b]\nnonsense\n");
    page.send(Msg::FixSafeClicked);
    assert_eq!((page.state.readiness(), page.state.next_step()), (Readiness::Unreadable, None));
    let html = draw(page.html());
    assert!(html.contains("still can't read this text") && !html.contains("button primary"));
    page.send(Msg::RemoveClicked("a".into()));
    assert_eq!(page.state.next_step(), Some(NextStep::Copy));
}

#[test]
fn while_names_are_taken_no_stale_config_goes_out() {
    let mut page = Screen::pasted("[profile Admin-000000000042]\nrole_arn = x\n");
    page.send(Msg::FoldersOffered);
    page.types("[profile Admin-000000000042]\nrole_arn = xy\n");
    page.send(admin(Format::SsoSession));
    assert_eq!(page.send(Msg::CopyClicked(CopyButton::NewConfig)), "");
    assert_eq!(page.send(Msg::DownloadClicked(AwsFile::Config)), "");
    assert_eq!(page.send(Msg::SaveClicked), "");
    assert!(!draw(page.html()).contains("Copy new config"));
    page.send(Msg::RenameAllClicked);
    assert_eq!(page.send(Msg::CopyClicked(CopyButton::NewConfig)), "Copy");
}

#[test]
fn the_names_of_sign_ins_are_handed_on_whenever_the_text_changes() {
    let names = |page: &mut Screen, msg: Msg| -> Vec<usize> {
        let at = page.asked.len();
        page.send(msg);
        let handed = page.asked[at..].iter().filter_map(|effect| match effect {
            Effect::HandOff(HandOff::ConfigNames(names)) => Some(names),
            _ => None,
        });
        handed.map(|names| names.as_ref().map_or(0, |names| names.sign_ins().len())).collect()
    };
    let mut page = Screen::open();
    assert_eq!(names(&mut page, Msg::Pasted(FileText::new(CORP))), [1]);
    assert_eq!(names(&mut page, Msg::FilterEntered("a".to_owned())), [0; 0]);
    assert_eq!(names(&mut page, Msg::ClearClicked), [0]);
    assert_eq!(names(&mut page, Msg::UndoClicked), [0; 0]);
}

#[test]
fn a_cache_file_is_handed_on_and_not_kept() {
    let mut page = Screen::pasted("{\"accessToken\": \"SECRET\"}");
    page.send(Msg::OpenInTokenClicked);
    let file = page.asked.iter().find_map(|effect| match effect {
        Effect::HandOff(HandOff::OpenInToken(file)) => Some(file.clone()),
        _ => None,
    });
    assert_eq!(file, Some(ReadFile::pasted("{\"accessToken\": \"SECRET\"}")));
    assert!(page.state.draft.is_empty());
    draw(page.html());
}
