//! How what goes out gets into `~/.aws`.

use super::*;
use crate::commands::CommandShell;
use crate::effect::{FolderAnswer, FolderError, FolderId};

const HOME: FolderId = FolderId(1);

const SMALL: &str = "[profile a]\nregion = eu-west-1\n";

/// In a browser that opens folders, with a profile removed from what was pasted.
fn changed() -> Screen {
    let mut page = Screen::pasted(SMALL);
    page.shared.opens_folders = true;
    page.send(Msg::RemoveClicked("a".into()));
    page
}

/// The same out of an open folder.
fn opened() -> Screen {
    let mut page = Screen::open();
    page.shared.opens_folders = true;
    let file = ReadFile::of_bytes("config".to_owned(), SMALL.into());
    page.send(Msg::FolderOpened(Ok((HOME, vec![file]))));
    page.send(Msg::RemoveClicked("a".into()));
    page
}

/// The folder answers one thing after the other.
fn answered(mut page: Screen, answers: Vec<Result<FolderAnswer, FolderError>>) -> Screen {
    page.send(Msg::SaveClicked);
    for answer in answers {
        page.send(Msg::FolderAnswered(HOME, answer));
    }
    page
}

fn read(text: &str) -> Result<FolderAnswer, FolderError> {
    let file = ReadFile::of_bytes(AwsFile::Config.name().to_owned(), text.into());
    Ok(FolderAnswer::Read(Some(file)))
}

#[test]
fn where_folders_can_be_opened_saving_is_offered_once_something_changed() {
    assert!(!draw(Screen::pasted(SMALL).html()).contains("Save in place"));
    region(
        changed(),
        "Save in your .aws folder",
        expect![[r#"
            region "Save in your .aws folder"
              button "Save in place"
              Your browser asks for your .aws folder, then whether this page may write in it. We keep a copy of the old file, and write nothing if the file there isn't the one you opened here.
        "#]],
    );
    region(
        opened(),
        "Save in your .aws folder",
        expect![[r#"
            region "Save in your .aws folder"
              button "Save in place"
              Not saved yet. We keep a copy of the old file, and write nothing if it changed since you opened it.
        "#]],
    );
}

#[test]
fn how_saving_goes_is_said() {
    let allowed = || Ok(FolderAnswer::Allowed);
    let written = || Ok(FolderAnswer::Written);
    let part = |answers: Vec<_>, expect| {
        region(answered(opened(), answers), "Save in your .aws folder", expect);
    };
    part(
        vec![allowed()],
        expect![[r#"
            region "Save in your .aws folder"
              button "Save in place"
              Saving. Your browser may ask whether this page may write there.
        "#]],
    );
    part(
        vec![allowed(), read(SMALL), written(), read(SMALL), written(), read("")],
        expect![[r#"
        region "Save in your .aws folder"
          Saved in your .aws folder. What was there before is beside it: config.bak-2026-11-24-1000.
    "#]],
    );
    part(
        vec![Err(FolderError::Refused)],
        expect![[r#"
            region "Save in your .aws folder"
              button "Save in place"
              alert: Nothing was saved, because your browser didn't let this page into that folder. Try again and allow it, or copy or download instead.
        "#]],
    );
    part(
        vec![allowed(), Ok(FolderAnswer::Read(None))],
        expect![[r#"
            region "Save in your .aws folder"
              button "Save in place"
              alert: Nothing was saved, because there's no config in that folder. Both files are in ~/.aws. Choose “Open .aws folder” and open that one.
        "#]],
    );
    part(
        vec![allowed(), read("other")],
        expect![[r#"
            region "Save in your .aws folder"
              button "Save in place"
              alert: Nothing was saved, because config in that folder isn't the one you opened here. It may have changed since. Choose “Open .aws folder” to start again with config as it is now.
        "#]],
    );
    part(
        vec![allowed(), read(SMALL), Err(FolderError::Failed)],
        expect![[r#"
            region "Save in your .aws folder"
              button "Save in place"
              alert: Nothing was saved, because we couldn't write a backup of config beside it. Is the disk full, or the folder read-only? Copy or download instead.
        "#]],
    );
    part(
        vec![allowed(), read(SMALL), written(), read(SMALL), Err(FolderError::Failed)],
        expect![[r#"
            region "Save in your .aws folder"
              button "Save in place"
              alert: config couldn't be saved and may be incomplete. Its old text is beside it, in config.bak-2026-11-24-1000. Copy or download the new one, and put it in place by hand.
        "#]],
    );
}

#[test]
fn a_save_that_is_done_is_announced() {
    let answers = vec![
        Ok(FolderAnswer::Allowed),
        read(SMALL),
        Ok(FolderAnswer::Written),
        read(SMALL),
        Ok(FolderAnswer::Written),
        read(""),
    ];
    let page = answered(opened(), answers);
    let said = "Saved in your .aws folder. What was there before is beside it: config.bak-2026-11-24-1000.";
    assert_eq!(super::super::super::announcement(&page.state, page.now), said);
}

#[test]
fn the_line_for_the_terminal_is_the_chosen_shells() {
    let mut page = changed();
    page.send(pasted("[k]\naws_access_key_id = x\n"));
    page.shared.command_shell = CommandShell::Fish;
    region(
        page,
        "Put it in place",
        expect![[r#"
            region "Put it in place"
              group
                button "Put it in place"
                Your shell
                radio "bash, zsh"
                radio "fish" (checked)
                radio "PowerShell"
                radio "cmd"
                region "Put config in place"
                  Put config in place After Download
                  code
                    | sh -c '(umask 077; s=~/Downloads/config; f=~/.aws/config; b=$f.bak-2026-11-24-1000; ls "$s" && mkdir -p ~/.aws && { [ ! -e "$f" ] || [ -e "$b" ] || cp -p "$f" "$b"; } && cp "$s" "$f" && rm "$s")'
                  button "Copy"
                Download first, then run this in a terminal. It keeps the old file beside the new one and removes the download. If your browser saves elsewhere or under another name, change the first path; in WSL it's under /mnt/c, in the Downloads folder of Windows. If AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE is set, put the file where that says.
        "#]],
    );
}
