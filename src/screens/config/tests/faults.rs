//! Faults that were found by reading, so that none of them comes back.

use super::portal_changes::OLD;
use super::two_files::KEYS;
use super::*;
use crate::effect::{FolderAnswer, FolderError, FolderId, FolderRequest};
use crate::saving::Refusal;
use crate::screens::config::state::{Readiness, Saving};
use crate::shared::Copied;
use crate::testing::{Outline, check, draw};

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
    assert_eq!(page.state.folder.id, Some(home));
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
fn a_cache_file_pasted_at_the_end_of_a_config_is_never_drawn_and_gives_the_config_back() {
    let mut page = Screen::pasted(SMALL);
    page.types(
        &[SMALL, r#"{"accessToken": "SECRET", "expiresAt": "2026-11-24T11:00:00Z"}"#].concat(),
    );
    draw(page.html());
    page.send(Msg::OpenInTokenClicked);
    assert_eq!(page.config(), SMALL);
}

#[test]
fn keys_that_are_removed_leave_the_focus_in_their_list() {
    let mut page = Screen::pasted(KEYS);
    assert_eq!(page.send(Msg::RemoveKeysClicked("dev".into())), "Focus(credentials)");
    assert!(Outline::of(&draw(page.html())).takes_focus("credentials"));
}

#[test]
fn the_button_that_saves_keeps_the_focus_while_the_person_chooses_a_folder() {
    let mut page = Screen::pasted(SMALL);
    page.shared.opens_folders = true;
    page.send(Msg::RemoveClicked("a".into()));
    assert_eq!(page.send(Msg::SaveClicked), "OpenFolder");
    check(
        page.html(),
        |page| page.region("Save in your .aws folder"),
        expect![[r#"
        region "Save in your .aws folder"
          button "Save in place"
          Saving. Your browser may ask whether this page may write there.
    "#]],
    );
    assert_eq!(page.send(Msg::SaveClicked), "");
}

#[test]
fn a_save_given_up_after_undo_leaves_the_focus_where_it_is() {
    let mut page = Screen::open();
    page.shared.opens_folders = true;
    let file = ReadFile::of_bytes("config".to_owned(), SMALL.into());
    page.send(Msg::FolderOpened(Ok((FolderId(1), vec![file]))));
    page.send(Msg::RemoveClicked("a".into()));
    page.send(Msg::SaveClicked);
    page.send(Msg::UndoClicked);
    assert_eq!(page.send(Msg::FolderAnswered(FolderId(1), Err(FolderError::Cancelled))), "");
}

#[test]
fn copying_the_patch_is_said() {
    let mut page = Screen::pasted(SMALL);
    page.send(Msg::RemoveClicked("a".into()));
    page.send(Msg::CopyClicked(CopyButton::Patch));
    let Some(Effect::Copy { button, text }) = page.asked.pop() else { panic!("no patch") };
    page.shared.copied = Copied::Done(button, text, page.now);
    let words = Outline::of(&draw(page.html())).button_words();
    assert_eq!(words.iter().filter(|word| *word == "Copied").count(), 1, "{words:?}");
}

#[test]
fn refusing_to_open_a_folder_says_nothing_of_saving() {
    let mut page = Screen::open();
    page.shared.opens_folders = true;
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
    page.send(pasted(["nonsense\n", SMALL].concat()));
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
    page.send(pasted("[profile Admin-000000000042]\nrole_arn = x\n"));
    assert_eq!(page.state.readiness(), Readiness::Undecided);
    page.send(Msg::ClearClicked);
    assert_eq!(page.state.pending_merge.entries.len(), 1);
    assert!(page.state.pending_merge.conflicts.is_empty());
    page.send(pasted(SMALL));
    assert!(page.config().contains("[profile Admin-000000000042]"));
}

#[test]
fn what_the_cli_can_not_read_is_not_what_to_copy_next() {
    let mut page = Screen::pasted("[profile a]\nregion = x\nregion = y\n[profile b]\nnonsense\n");
    page.send(Msg::FixSafeClicked);
    assert_eq!(page.state.readiness(), Readiness::Unreadable);
    let html = draw(page.html());
    assert!(html.contains("still can't read this text") && !html.contains("button primary"));
    page.send(Msg::RemoveClicked("a".into()));
    assert_eq!(page.state.readiness(), Readiness::Ready);
    assert!(draw(page.html()).contains("button primary"));
}

#[test]
fn while_names_are_taken_no_stale_config_goes_out() {
    let mut page = Screen::pasted("[profile Admin-000000000042]\nrole_arn = x\n");
    page.shared.opens_folders = true;
    page.types("[profile Admin-000000000042]\nrole_arn = xy\n");
    page.send(admin(Format::SsoSession));
    assert_eq!(page.send(Msg::CopyClicked(CopyButton::New(AwsFile::Config))), "");
    assert_eq!(page.send(Msg::DownloadClicked(AwsFile::Config)), "");
    assert_eq!(page.send(Msg::SaveClicked), "");
    assert!(!draw(page.html()).contains("Copy new config"));
    page.send(Msg::RenameAllClicked);
    assert_eq!(page.send(Msg::CopyClicked(CopyButton::New(AwsFile::Config))), "Copy");
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
    assert_eq!(names(&mut page, pasted(CORP)), [1]);
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
    assert_eq!(file, Some(ReadFile::pasted(FileText::new("{\"accessToken\": \"SECRET\"}"))));
    assert!(page.state.draft.is_empty());
    draw(page.html());
}

const HOME: FolderId = FolderId(1);

fn read(name: &str, text: &str) -> ReadFile {
    ReadFile::of_bytes(name.to_owned(), text.into())
}

impl Screen {
    fn opens_folder(&mut self, files: Vec<ReadFile>) {
        self.send(Msg::FolderOpened(Ok((HOME, files))));
    }

    fn unsaved_files(&self) -> Vec<AwsFile> {
        self.state.unsaved().collect()
    }
}

#[test]
fn nothing_goes_out_of_what_is_no_config_and_no_token_is_drawn() {
    let mut page = Screen::open();
    page.shared.opens_folders = true;
    page.opens_folder(vec![read("config", SMALL)]);
    page.send(pasted("{\"accessToken\": \"SECRET\"}"));
    page.types("{\"accessToken\": \"[removed]\"} ");
    page.send(Msg::UndoClicked);
    for msg in [Msg::PauseOver, Msg::RedoClicked] {
        page.send(msg);
        let html = draw(page.html());
        for word in [
            "SECRET",
            "Save in place",
            "Copy new config",
            "Put it in place",
            "Profiles",
            "every command fails",
        ] {
            assert!(!html.contains(word), "{word}");
        }
        assert_eq!(page.send(Msg::SaveClicked), "");
        assert_eq!(page.send(Msg::DownloadClicked(AwsFile::Config)), "");
        assert_eq!(page.send(Msg::CopyClicked(CopyButton::New(AwsFile::Config))), "");
    }
}

#[test]
fn a_cache_file_that_is_handed_on_leaves_the_config_that_was_there() {
    let mut page = Screen::pasted(SMALL);
    page.send(Msg::RemoveClicked("a".into()));
    page.send(Msg::UndoClicked);
    page.types("[profile ab]\nregion = eu-west-1\n");
    page.send(pasted("{\"accessToken\": \"SECRET\"}"));
    page.send(Msg::OpenInTokenClicked);
    assert_eq!(page.config(), "[profile ab]\nregion = eu-west-1\n");
    assert!(!page.state.history.can_redo());
    page.send(Msg::UndoClicked);
    assert_eq!(page.config(), SMALL);
}

#[test]
fn another_folder_does_not_get_the_files_of_the_one_before() {
    let mut page = Screen::open();
    page.opens_folder(vec![read("config", SMALL), read("credentials", KEYS)]);
    page.send(Msg::FolderOpened(Ok((FolderId(2), vec![read("config", CORP)]))));
    assert_eq!(
        (page.config().as_str(), page.credentials(), page.unsaved_files()),
        (CORP, None, vec![])
    );
    page.send(Msg::FolderOpened(Ok((FolderId(3), vec![read("credentials", KEYS)]))));
    assert!(page.state.draft.is_empty());
    assert_eq!((page.credentials().as_deref(), page.unsaved_files()), (Some(KEYS), vec![]));
    page.send(Msg::UndoClicked);
    assert_eq!(page.config(), CORP);
}

#[test]
fn what_another_program_wrote_meanwhile_is_not_overwritten_after_an_undo() {
    let mut page = Screen::open();
    page.opens_folder(vec![read("config", SMALL)]);
    page.send(Msg::RemoveClicked("a".into()));
    page.opens_folder(vec![read("config", CORP)]);
    page.send(Msg::UndoClicked);
    assert_eq!(page.unsaved_files(), [AwsFile::Config]);
    page.send(Msg::SaveClicked);
    page.send(Msg::FolderAnswered(HOME, Ok(FolderAnswer::Allowed)));
    let found = FolderAnswer::Read(Some(read("config", CORP)));
    page.send(Msg::FolderAnswered(HOME, Ok(found)));
    assert_eq!(page.state.saving, Saving::Refused(Refusal::Changed("config".into())));
    // Nor by a text that came from elsewhere: no line of what that would change is shown.
    page.send(pasted("[profile elsewhere]\n"));
    assert_eq!(page.unsaved_files(), []);
}

#[test]
fn what_is_typed_after_the_first_save_can_be_saved_too() {
    let mut page = Screen::open();
    page.opens_folder(vec![]);
    page.types("[profile a]");
    page.send(Msg::SaveClicked);
    let created = [FolderAnswer::Allowed, FolderAnswer::Read(None), FolderAnswer::Written];
    for answer in
        created.into_iter().chain([FolderAnswer::Read(Some(read("config", "[profile a]")))])
    {
        page.send(Msg::FolderAnswered(HOME, Ok(answer)));
    }
    assert_eq!((&page.state.saving, page.unsaved_files()), (&Saving::Saved(vec![]), vec![]));
    page.types("[profile ab]");
    assert_eq!(page.unsaved_files(), [AwsFile::Config]);
}

#[test]
fn profiles_are_merged_into_an_empty_config_too() {
    let mut page = Screen::open();
    page.send(admin(Format::SsoSession));
    page.opens_folder(vec![read("config", "")]);
    assert!(page.config().starts_with("[profile Admin-000000000042]\n"));
    assert_eq!(page.unsaved_files(), [AwsFile::Config]);
}

#[test]
fn what_was_taken_for_credentials_keeps_its_edits_as_a_config() {
    let mut page = Screen::pasted(KEYS);
    page.send(Msg::RemoveClicked("old".into()));
    page.send(Msg::TakeAsConfigClicked);
    assert_eq!(page.config(), KEYS[..KEYS.find("[old]").expect("it is there")]);
}

#[test]
fn a_click_on_a_list_that_typing_has_changed_meanwhile_does_nothing() {
    let filler = "# a comment, one of many\n".repeat(6_000);
    let mut page = Screen::pasted(&["[profile a]\nregion = eu-west-1 # x\n", &filler].concat());
    let typed = ["[profile a]\nnonsense\nregion = eu-west-1 # x\n", &filler].concat();
    page.types(&typed);
    let safe = page.safe();
    page.send(Msg::FixClicked { problem: safe, choice: 0 });
    assert!(page.config() == typed);
    page.send(Msg::FixClicked { problem: page.safe(), choice: 0 });
    assert!(page.config() != typed);
}

#[test]
fn of_several_configs_it_is_said_that_one_was_taken() {
    let mut page = Screen::open();
    page.send(Msg::FilesRead(vec![read("home.txt", SMALL), read("work.txt", CORP)]));
    assert_eq!((page.config().as_str(), &page.state.not_taken), (SMALL, &Some(NotTaken::Others)));
    page.send(Msg::FilesRead(vec![read("config", CORP), read("config.bak", SMALL)]));
    assert_eq!((page.config().as_str(), &page.state.not_taken), (CORP, &None));
}

#[test]
fn what_was_pasted_stays_where_the_wrong_folder_was_opened_to_save_it() {
    let mut page = Screen::pasted(SMALL);
    page.shared.opens_folders = true;
    page.send(Msg::RemoveClicked("a".into()));
    page.send(Msg::SaveClicked);
    page.opens_folder(vec![]);
    page.send(Msg::FolderAnswered(HOME, Ok(FolderAnswer::Allowed)));
    page.send(Msg::FolderAnswered(HOME, Ok(FolderAnswer::Read(None))));
    assert_eq!(page.state.saving, Saving::Refused(Refusal::Missing("config".into())));
    page.send(Msg::FolderOpened(Ok((FolderId(2), vec![]))));
    page.send(Msg::UndoClicked);
    assert_eq!(page.config(), SMALL);
    assert!(!page.state.history.can_undo());
}

#[test]
fn the_focus_stays_near_a_button_that_goes() {
    let taken = "[profile Admin-000000000042]\nrole_arn = x\n";
    let waiting = |text: &str| {
        let mut page = Screen::pasted(text);
        page.send(admin(Format::SsoSession));
        page
    };
    assert_eq!(waiting(taken).send(Msg::DontMergeClicked), "Focus(problems)");
    assert_eq!(waiting(taken).send(Msg::RenameClicked(0)), "Focus(pending-merge)");
    let mut page = Screen::pasted(SMALL);
    page.send(pasted(KEYS));
    assert_eq!(page.send(Msg::LeaveOutCredentialsClicked), "Focus(problems)");
    let mut page = waiting(SMALL);
    assert_eq!(page.send(admin(Format::SsoSession)), "Focus(problems)");
    assert_eq!(page.state.not_taken, Some(NotTaken::AlreadyThere));
}

#[test]
fn what_was_done_and_comes_back_is_no_longer_ticked() {
    let mut page = Screen::back_with(OLD);
    page.ticks_new(0..2);
    page.ticks_gone(0..2);
    page.send(Msg::UpdateClicked);
    page.send(Msg::RemoveClicked("Admin-000000000042".into()));
    assert_eq!((page.changes().new.len(), page.ticked()), (1, (0, 0)));
    page.send(Msg::UndoClicked);
    page.send(Msg::UndoClicked);
    assert_eq!((page.changes().new.len(), page.ticked()), (2, (0, 0)));
    page.send(Msg::RedoClicked);
    assert!(page.changes().new.is_empty());
}
