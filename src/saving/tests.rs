use super::*;
use crate::testing::Disk;
use expect_test::{Expect, expect};

const HOME: FolderId = FolderId(1);

fn to_save(path: &str, before: Option<&str>, after: &str) -> ToSave {
    ToSave {
        path: path.into(),
        before: before.map_or(Before::Absent, |text| Before::Holds(FileText::new(text))),
        after: Some(FileText::new(after)),
        backup: before.map(|_| format!("{path}.bak-2026-11-25-0930").into()),
    }
}

/// Saves, and shows what was asked of the disk, how it ended, what was written and what is there then.
#[track_caller]
fn check(mut disk: Disk, files: Vec<ToSave>, expect: Expect) {
    let (mut run, mut request) = Run::begin(files, HOME);
    let End { result, written } = loop {
        match run.answered(HOME, disk.does(request)) {
            Ok((next, asks)) => (run, request) = (next, asks.expect("a request")),
            Err(end) => break end,
        }
    };
    let said = match result {
        Ok(backups) => format!("Saved({backups:?})"),
        Err(Some(refusal)) => format!("Refused({refusal:?})"),
        Err(None) => "Idle".to_owned(),
    };
    let written: Vec<&str> = written.iter().map(|file| &*file.path).collect();
    let there: Vec<String> =
        disk.files.iter().map(|(name, text)| format!("{name}: {text}")).collect();
    let log = disk.log.join(", ");
    expect.assert_eq(&format!("{log}\n{said}\n{written:?}\n{}\n", there.join("\n")));
}

fn config() -> Vec<ToSave> {
    vec![to_save("config", Some("old"), "new")]
}

fn both() -> Vec<ToSave> {
    [config(), vec![to_save("credentials", Some("keys"), "fewer")]].concat()
}

#[test]
fn the_backup_is_there_and_whole_before_the_file_is_written() {
    check(
        Disk::of(&[("config", "old")]),
        config(),
        expect![[r#"
        allow, read config, create config.bak-2026-11-25-0930, read config.bak-2026-11-25-0930, replace config, read config
        Saved(["config.bak-2026-11-25-0930"])
        ["config"]
        config: new
        config.bak-2026-11-25-0930: old
    "#]],
    );
}

#[test]
fn both_files_are_compared_and_backed_up_before_either_is_written() {
    check(
        Disk::of(&[("config", "old"), ("credentials", "keys")]),
        both(),
        expect![[r#"
        allow, read config, read credentials, create config.bak-2026-11-25-0930, read config.bak-2026-11-25-0930, create credentials.bak-2026-11-25-0930, read credentials.bak-2026-11-25-0930, replace config, read config, replace credentials, read credentials
        Saved(["config.bak-2026-11-25-0930", "credentials.bak-2026-11-25-0930"])
        ["config", "credentials"]
        config: new
        config.bak-2026-11-25-0930: old
        credentials: fewer
        credentials.bak-2026-11-25-0930: keys
    "#]],
    );
}

#[test]
fn a_file_that_changed_since_is_left_alone() {
    check(
        Disk::of(&[("config", "old"), ("credentials", "other")]),
        both(),
        expect![[r#"
            allow, read config, read credentials
            Refused(Changed("credentials"))
            []
            config: old
            credentials: other
        "#]],
    );
    check(
        Disk::of(&[("credentials", "keys")]),
        config(),
        expect![[r#"
            allow, read config
            Refused(Missing("config"))
            []
            credentials: keys
        "#]],
    );
}

#[test]
fn a_file_that_was_not_there_is_made_and_one_that_came_since_is_left_alone() {
    let new = || vec![to_save("config", None, "new")];
    check(
        Disk::default(),
        new(),
        expect![[r#"
        allow, read config, create config, read config
        Saved([])
        ["config"]
        config: new
    "#]],
    );
    check(
        Disk::of(&[("config", "somebody's")]),
        new(),
        expect![[r#"
            allow, read config
            Refused(Changed("config"))
            []
            config: somebody's
        "#]],
    );
}

#[test]
fn an_earlier_backup_is_never_written_over() {
    let disk = Disk::of(&[
        ("config", "old"),
        ("config.bak-2026-11-25-0930", "oldest"),
        ("config.bak-2026-11-25-0930-2", "older"),
    ]);
    check(
        disk,
        config(),
        expect![[r#"
        allow, read config, create config.bak-2026-11-25-0930, create config.bak-2026-11-25-0930-2, create config.bak-2026-11-25-0930-3, read config.bak-2026-11-25-0930-3, replace config, read config
        Saved(["config.bak-2026-11-25-0930-3"])
        ["config"]
        config: new
        config.bak-2026-11-25-0930: oldest
        config.bak-2026-11-25-0930-2: older
        config.bak-2026-11-25-0930-3: old
    "#]],
    );
}

#[test]
fn without_a_whole_backup_nothing_is_written() {
    let disk = || Disk::of(&[("config", "old")]);
    let faults = vec![("create", FolderError::Failed)];
    check(
        Disk { faults, ..disk() },
        config(),
        expect![[r#"
            allow, read config, create config.bak-2026-11-25-0930
            Refused(NoBackup("config"))
            []
            config: old
        "#]],
    );
    let cuts = Some("config.bak-2026-11-25-0930");
    check(
        Disk { cuts, ..disk() },
        config(),
        expect![[r#"
            allow, read config, create config.bak-2026-11-25-0930, read config.bak-2026-11-25-0930
            Refused(NoBackup("config"))
            []
            config: old
            config.bak-2026-11-25-0930: o
        "#]],
    );
}

#[test]
fn a_file_that_could_not_be_written_names_its_backup() {
    let disk = || Disk::of(&[("config", "old"), ("credentials", "keys")]);
    let faults = vec![("replace credentials", FolderError::Failed)];
    check(
        Disk { faults, ..disk() },
        both(),
        expect![[r#"
            allow, read config, read credentials, create config.bak-2026-11-25-0930, read config.bak-2026-11-25-0930, create credentials.bak-2026-11-25-0930, read credentials.bak-2026-11-25-0930, replace config, read config, replace credentials
            Refused(NotWritten { path: "credentials", backup: Some("credentials.bak-2026-11-25-0930") })
            ["config"]
            config: new
            config.bak-2026-11-25-0930: old
            credentials: keys
            credentials.bak-2026-11-25-0930: keys
        "#]],
    );
    check(
        Disk { cuts: Some("config"), ..disk() },
        both(),
        expect![[r#"
            allow, read config, read credentials, create config.bak-2026-11-25-0930, read config.bak-2026-11-25-0930, create credentials.bak-2026-11-25-0930, read credentials.bak-2026-11-25-0930, replace config, read config
            Refused(NotWritten { path: "config", backup: Some("config.bak-2026-11-25-0930") })
            []
            config: n
            config.bak-2026-11-25-0930: old
            credentials: keys
            credentials.bak-2026-11-25-0930: keys
        "#]],
    );
}

#[test]
fn closing_the_window_is_no_fault_and_a_refusal_is() {
    let disk = |fault| Disk { faults: vec![("allow", fault)], ..Disk::of(&[("config", "old")]) };
    check(
        disk(FolderError::Cancelled),
        config(),
        expect![[r#"
        allow
        Idle
        []
        config: old
    "#]],
    );
    check(
        disk(FolderError::Refused),
        config(),
        expect![[r#"
        allow
        Refused(NotAllowed)
        []
        config: old
    "#]],
    );
}

#[test]
fn what_another_folder_answers_changes_nothing() {
    let (run, _) = Run::begin(config(), HOME);
    let answered = run.clone().answered(FolderId(2), Ok(FolderAnswer::Written));
    assert!(matches!(answered, Ok((same, None)) if same == run));
}

#[test]
fn what_is_put_back_needs_no_backup_and_a_file_of_nobodys_is_written_over() {
    let undone = |before: &str, after: Option<&str>| ToSave {
        path: "config".into(),
        before: Before::Holds(FileText::new(before)),
        after: after.map(FileText::new),
        backup: None,
    };
    let token = |after: Option<&str>| ToSave {
        path: "sso/cache/a.json".into(),
        before: Before::Anything,
        after: after.map(FileText::new),
        backup: None,
    };
    check(
        Disk::of(&[("config", "old"), ("sso/cache/a.json", "older")]),
        [config(), vec![token(Some("token"))]].concat(),
        expect![[r#"
            allow, read config, read sso/cache/a.json, create config.bak-2026-11-25-0930, read config.bak-2026-11-25-0930, replace config, read config, replace sso/cache/a.json, read sso/cache/a.json
            Saved(["config.bak-2026-11-25-0930"])
            ["config", "sso/cache/a.json"]
            config: new
            config.bak-2026-11-25-0930: old
            sso/cache/a.json: token
        "#]],
    );
    check(
        Disk::of(&[("config", "new"), ("sso/cache/a.json", "token")]),
        vec![undone("new", Some("old")), token(None)],
        expect![[r#"
            allow, read config, read sso/cache/a.json, replace config, read config, remove sso/cache/a.json, read sso/cache/a.json
            Saved([])
            ["config", "sso/cache/a.json"]
            config: old
        "#]],
    );
    check(
        Disk::of(&[("config", "new")]),
        vec![undone("new", None)],
        expect![[r#"
        allow, read config, remove config, read config
        Saved([])
        ["config"]

    "#]],
    );
    check(
        Disk::of(&[("config", "newer")]),
        vec![undone("new", None)],
        expect![[r#"
        allow, read config
        Refused(Changed("config"))
        []
        config: newer
    "#]],
    );
}
