//! How what goes out gets into `~/.aws`.

use super::*;
use crate::app::commands::CommandShell;
use crate::app::tidy::aws_file::AwsFile;
use crate::app::tidy::disk::{DiskAnswer, DiskFault};

const SMALL: &str = "[profile a]\nregion = eu-west-1\n";

/// In a browser that opens folders, with a profile removed from what was pasted.
fn changed() -> Page {
    let mut page = pasted(SMALL);
    tidy(&mut page, TidyEvent::FoldersOffered);
    tidy(&mut page, TidyEvent::RemoveClicked("a".into()));
    page
}

/// The same out of an open folder.
fn opened() -> Page {
    let mut page = Page::open("#/config");
    tidy(&mut page, TidyEvent::FoldersOffered);
    let file = ConfigFile::read("config".to_owned(), Some(SMALL.into()));
    tidy(&mut page, TidyEvent::FolderRead(Ok(vec![file])));
    tidy(&mut page, TidyEvent::RemoveClicked("a".into()));
    page
}

/// The folder answers one thing after the other.
fn answered(mut page: Page, answers: Vec<Result<DiskAnswer, DiskFault>>) -> Page {
    tidy(&mut page, TidyEvent::SaveClicked);
    for answer in answers {
        tidy(&mut page, TidyEvent::DiskAnswered(answer));
    }
    page
}

fn read(text: &str) -> Result<DiskAnswer, DiskFault> {
    let file = ConfigFile::read(AwsFile::Config.name().to_owned(), Some(text.into()));
    Ok(DiskAnswer::Read(Some(file)))
}

#[test]
fn where_folders_can_be_opened_saving_is_offered_once_something_changed() {
    assert!(!draw(pasted(SMALL)).contains("Save in place"));
    check(
        changed(),
        |page| page.region("Save in your .aws folder"),
        expect![[r#"
        region "Save in your .aws folder"
          Your browser can save this where it belongs: it asks for your .aws folder, and then whether this page may write in it. The old text is kept beside the file, and nothing is written unless the file there is what came in here.
          button "Save in place"
    "#]],
    );
    check(
        opened(),
        |page| page.region("Save in your .aws folder"),
        expect![[r#"
        region "Save in your .aws folder"
          Nothing is saved yet. The old text is kept beside the file, and nothing is written if the file changed since this page read it.
          button "Save in place"
    "#]],
    );
}

#[test]
fn how_saving_goes_is_said() {
    let allowed = || Ok(DiskAnswer::Allowed);
    let written = || Ok(DiskAnswer::Written);
    let part = |answers: Vec<_>, expect| {
        check(answered(opened(), answers), |page| page.region("Save in your .aws folder"), expect);
    };
    part(
        vec![allowed()],
        expect![[r#"
        region "Save in your .aws folder"
          Saving: your browser may ask whether this page may write there.
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
        vec![Err(DiskFault::Refused)],
        expect![[r#"
        region "Save in your .aws folder"
          alert: Nothing was saved: your browser did not let this page into that folder. Press again and allow it, or copy or download below.
          button "Save in place"
    "#]],
    );
    part(
        vec![allowed(), Ok(DiskAnswer::Read(None))],
        expect![[r#"
            region "Save in your .aws folder"
              alert: Nothing was saved: there is no config in that folder. Both files are in ~/.aws; press “Open .aws folder” and choose that one.
              button "Save in place"
        "#]],
    );
    part(
        vec![allowed(), read("other")],
        expect![[r#"
            region "Save in your .aws folder"
              alert: Nothing was saved: config in that folder is not what came in here. It may have changed since, or be another one. Press “Open .aws folder” to begin again with config as it is now.
              button "Save in place"
        "#]],
    );
    part(
        vec![allowed(), read(SMALL), Err(DiskFault::Failed)],
        expect![[r#"
        region "Save in your .aws folder"
          alert: Nothing was saved: no backup of config could be written beside it, and without one the file is not touched. Is the disk full, or the folder read-only? Copy or download below.
          button "Save in place"
    "#]],
    );
    part(
        vec![allowed(), read(SMALL), written(), read(SMALL), Err(DiskFault::Failed)],
        expect![[r#"
            region "Save in your .aws folder"
              alert: config could not be saved, and may not be whole. What was in it is beside it, in config.bak-2026-11-24-1000. Copy or download below, and put it in place by hand.
              button "Save in place"
        "#]],
    );
}

#[test]
fn a_save_that_is_done_is_announced() {
    let answers = vec![
        Ok(DiskAnswer::Allowed),
        read(SMALL),
        Ok(DiskAnswer::Written),
        read(SMALL),
        Ok(DiskAnswer::Written),
        read(""),
    ];
    check(
        answered(opened(), answers),
        |page| page.all("status"),
        expect![[r#"
        status: Saved in your .aws folder. What was there before is beside it: config.bak-2026-11-24-1000.
    "#]],
    );
}

#[test]
fn the_line_for_the_terminal_is_the_chosen_shells() {
    let mut page = changed();
    tidy(&mut page, TidyEvent::ConfigPasted(ConfigText::new("[k]\naws_access_key_id = x\n")));
    page.send(Event::ShellChosen(CommandShell::Fish));
    check(
        page,
        |page| page.region("Put it in place"),
        expect![[r#"
            region "Put it in place"
              heading "Put it in place"
              radiogroup "Your shell"
                radio "bash, zsh"
                radio "fish" (checked)
                radio "PowerShell"
                radio "cmd"
              region "Put config in place"
                heading "Put config in place"
                after “Download”
                code
                  | sh -c '(umask 077; s=~/Downloads/config; f=~/.aws/config; b=$f.bak-2026-11-24-1000; ls "$s" && mkdir -p ~/.aws && { [ ! -e "$f" ] || [ -e "$b" ] || cp -p "$f" "$b"; } && cp "$s" "$f" && rm "$s")'
                button "Copy"
              Run the line in a terminal after downloading. It keeps the old file beside the new one and removes the download. If your browser saves elsewhere or under another name, change the first path; in WSL it lies under /mnt/c, in the Downloads folder of Windows. If AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE is set, put the file where that says instead.
        "#]],
    );
}
