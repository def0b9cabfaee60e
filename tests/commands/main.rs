//! The commands that change files, run for real in a home folder of their own: bash and `sh` always, zsh and fish where
//! they are. Here the lines that put a downloaded file in place; `save` has those that add a block.
//!
//! Not here: PowerShell's and cmd's commands, which are only compared with what they were.
#![cfg(unix)]

mod save;

use chrono::{DateTime, Utc};
use onramp::commands::CommandShell;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const BACKUP: &str = ".aws/config.bak-2026-11-25-0930";

fn now() -> DateTime<Utc> {
    "2026-11-25T09:30:00Z".parse().unwrap()
}

/// The shells that are here, each with the line written for it.
fn shells() -> Vec<(&'static str, String)> {
    written(|shell| shell.put_in_place("config", now()))
}

fn written(line: impl Fn(CommandShell) -> String) -> Vec<(&'static str, String)> {
    let shells = [
        ("bash", CommandShell::Bash),
        ("sh", CommandShell::Bash),
        ("zsh", CommandShell::Bash),
        ("fish", CommandShell::Fish),
    ];
    let is_there = |program: &str| Command::new(program).args(["-c", ":"]).output().is_ok();
    let shells = shells.into_iter().filter(|(program, _)| is_there(program));
    shells.map(|(program, shell)| (program, line(shell))).collect()
}

/// A home folder with these files: path, text, mode.
fn home(files: &[(&str, &str, u32)]) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    for (path, text, mode) in files {
        let path = home.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(*mode)).unwrap();
    }
    home
}

/// Runs a line there; whether it went well.
fn run(program: &str, line: &str, home: &Path) -> bool {
    // The usual mask, under which a file would be everybody's to read.
    let line = if program == "fish" { line.to_owned() } else { ["umask 022; ", line].concat() };
    let mut command = Command::new(program);
    command.args(["-c", &line]).env("HOME", home).current_dir("/");
    command.output().unwrap().status.success()
}

/// A file's text and its mode.
fn file(home: &TempDir, path: &str) -> Option<(String, u32)> {
    let path = home.path().join(path);
    let mode = fs::metadata(&path).ok()?.permissions().mode() & 0o777;
    Some((fs::read_to_string(&path).ok()?, mode))
}

fn is(text: &str, mode: u32) -> Option<(String, u32)> {
    Some((text.to_owned(), mode))
}

#[test]
fn the_old_file_is_kept_and_the_new_one_takes_its_place() {
    for (program, line) in shells() {
        let home =
            home(&[(".aws/config", "old\r\n", 0o600), ("Downloads/config", "new\r\n", 0o644)]);
        assert!(run(program, &line, home.path()), "{program}");
        assert_eq!(file(&home, ".aws/config"), is("new\r\n", 0o600), "{program}");
        assert_eq!(file(&home, BACKUP), is("old\r\n", 0o600), "{program}");
        assert_eq!(file(&home, "Downloads/config"), None, "{program}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_made_for_its_owner_alone() {
    for (program, line) in shells() {
        let home = home(&[("Downloads/config", "new", 0o644)]);
        assert!(run(program, &line, home.path()), "{program}");
        assert_eq!(file(&home, ".aws/config"), is("new", 0o600), "{program}");
        assert_eq!(file(&home, BACKUP), None, "{program}");
        let folder = fs::metadata(home.path().join(".aws")).unwrap();
        assert_eq!(folder.permissions().mode() & 0o777, 0o700, "{program}");
    }
}

#[test]
fn without_a_download_nothing_changes() {
    for (program, line) in shells() {
        let home = home(&[(".aws/config", "old", 0o600)]);
        assert!(!run(program, &line, home.path()), "{program}");
        assert_eq!(file(&home, ".aws/config"), is("old", 0o600), "{program}");
        assert_eq!(file(&home, BACKUP), None, "{program}");
    }
}

#[test]
fn the_same_line_again_keeps_the_oldest_backup() {
    for (program, line) in shells() {
        let home = home(&[(".aws/config", "old", 0o644), ("Downloads/config", "new", 0o600)]);
        assert!(run(program, &line, home.path()), "{program}");
        fs::write(home.path().join("Downloads/config"), "newer").unwrap();
        assert!(run(program, &line, home.path()), "{program}");
        assert_eq!(file(&home, ".aws/config"), is("newer", 0o644), "{program}");
        assert_eq!(file(&home, BACKUP), is("old", 0o644), "{program}");
    }
}

#[test]
fn a_link_to_the_file_stays_one() {
    for (program, line) in shells() {
        let home =
            home(&[("dotfiles/aws config", "old", 0o600), ("Downloads/config", "new", 0o644)]);
        fs::create_dir(home.path().join(".aws")).unwrap();
        let link = home.path().join(".aws/config");
        std::os::unix::fs::symlink("../dotfiles/aws config", &link).unwrap();
        assert!(run(program, &line, home.path()), "{program}");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "{program}");
        assert_eq!(file(&home, "dotfiles/aws config"), is("new", 0o600), "{program}");
        assert_eq!(file(&home, BACKUP).map(|(text, _)| text), Some("old".to_owned()), "{program}");
    }
}
