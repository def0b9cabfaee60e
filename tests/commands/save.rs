//! The command that adds a block to the config.

use crate::{BACKUP, file, home, is, now, run, written};
use onramp::commands::CommandShell;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

const BLOCK: &str =
    "[profile dev]\nsso_session = corp\n[sso-session corp]\nsso_region = eu-west-1\n";

/// Everything that a shell could take for something else.
const ODD: &str = "[profile 'o'\"'\"'brien \\ \"$HOME\" `id` $(id) 100%PATH% !! !x &|;<>(){}* ~ # ’ ‘ ä 漢 \\n \\\\']\nsso_session = -e\n[sso-session -e]\nregion = \\047 %s %d\n";

fn save(block: &str) -> Vec<(&'static str, String)> {
    written(|shell| shell.save(block, now()))
}

#[test]
fn a_block_follows_what_is_there_and_the_old_file_is_kept() {
    for (old, new) in [
        ("[default]\nregion = a\n", "[default]\nregion = a\n"),
        ("[default]\nregion = a", "[default]\nregion = a\n"),
        ("# [profile dev]\r\n", "# [profile dev]\r\n"),
        ("x = [profile dev]\n[profile dev2]\n", "x = [profile dev]\n[profile dev2]\n"),
        ("", ""),
    ] {
        for (program, command) in save(BLOCK) {
            let home = home(&[(".aws/config", old, 0o640)]);
            assert!(run(program, &command, home.path()), "{program}");
            let new = [new, BLOCK].concat();
            assert_eq!(file(&home, ".aws/config"), is(&new, 0o640), "{program}");
            assert_eq!(file(&home, BACKUP), is(old, 0o640), "{program}");
        }
    }
}

#[test]
fn without_a_file_one_is_made_for_its_owner_alone() {
    for (program, command) in save(BLOCK) {
        let home = home(&[]);
        assert!(run(program, &command, home.path()), "{program}");
        assert_eq!(file(&home, ".aws/config"), is(BLOCK, 0o600), "{program}");
        assert_eq!(file(&home, BACKUP), None, "{program}");
    }
}

#[test]
fn a_section_that_is_there_in_whatever_spelling_is_refused() {
    let dev = "[profile dev]\nsso_session = corp\n";
    let default = "[default]\nsso_session = corp\n";
    let spaced = "[profile 'my dev']\n[sso-session corp]\n";
    for (old, block) in [
        ("[profile dev]\n", dev),
        ("\u{feff}[profile dev]\r\n", dev),
        ("[a]\n  [ profile  \"dev\" ] # x\n", dev),
        ("[profile default]\n", default),
        ("[default]\n", "[profile default]\nregion = x\n"),
        ("[profile my\\ dev]\n", spaced),
        ("[sso-session 'corp']", spaced),
        (ODD, ODD),
    ] {
        for (program, command) in save(block) {
            let home = home(&[(".aws/config", old, 0o600)]);
            assert!(!run(program, &command, home.path()), "{program}: {old:?}");
            assert_eq!(file(&home, ".aws/config"), is(old, 0o600), "{program}");
            assert_eq!(file(&home, BACKUP), None, "{program}");
        }
    }
}

#[test]
fn the_same_command_again_changes_nothing() {
    for (program, command) in save(BLOCK) {
        let home = home(&[(".aws/config", "[a]\n", 0o600)]);
        assert!(run(program, &command, home.path()), "{program}");
        assert!(!run(program, &command, home.path()), "{program}");
        let new = ["[a]\n", BLOCK].concat();
        assert_eq!(file(&home, ".aws/config"), is(&new, 0o600), "{program}");
        assert_eq!(file(&home, BACKUP), is("[a]\n", 0o600), "{program}");
    }
}

#[test]
fn names_with_anything_in_them_come_through() {
    for (program, command) in save(ODD) {
        let home = home(&[]);
        assert!(run(program, &command, home.path()), "{program}");
        assert_eq!(file(&home, ".aws/config"), is(ODD, 0o600), "{program}");
    }
}

/// Where `!` means something, and where a person's own options hold.
#[test]
fn it_can_be_pasted_where_somebody_types() {
    let shells = [
        ("bash", &["--norc", "--noprofile", "-i"][..], CommandShell::Bash, "set -o noclobber"),
        ("zsh", &["-f", "-i"][..], CommandShell::Bash, "setopt noclobber rcquotes nomatch"),
        ("fish", &["--no-config", "-i"][..], CommandShell::Fish, ""),
    ];
    for (program, arguments, shell, options) in shells {
        let home = home(&[(".aws/config", "[a]", 0o600)]);
        let typed = format!("{options}\n{}\nexit\n", shell.save(ODD, now()));
        if !types(program, arguments, &typed, home.path()) {
            continue;
        }
        let new = ["[a]\n", ODD].concat();
        assert_eq!(file(&home, ".aws/config"), is(&new, 0o600), "{program}");
    }
}

/// Gives a shell this on its standard input; whether the shell is there.
fn types(program: &str, arguments: &[&str], typed: &str, home: &Path) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).env("HOME", home).env("TERM", "dumb").current_dir("/");
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else { return false };
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    child.wait().unwrap();
    true
}

#[test]
fn a_link_to_the_file_stays_one() {
    for (program, command) in save(BLOCK) {
        let home: TempDir = home(&[("dotfiles/aws config", "[a]\n", 0o600)]);
        fs::create_dir(home.path().join(".aws")).unwrap();
        let link = home.path().join(".aws/config");
        std::os::unix::fs::symlink("../dotfiles/aws config", &link).unwrap();
        assert!(run(program, &command, home.path()), "{program}");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "{program}");
        let new = ["[a]\n", BLOCK].concat();
        assert_eq!(file(&home, "dotfiles/aws config"), is(&new, 0o600), "{program}");
    }
}
