use super::*;
use expect_test::{Expect, expect};
use std::collections::BTreeMap;

const HOME: FolderId = FolderId(1);

/// A folder in memory, whose faults are made to order.
#[derive(Default)]
struct Disk {
    files: BTreeMap<String, String>,
    /// The requests that fail, by how they begin, with the fault.
    faults: Vec<(&'static str, FolderError)>,
    /// What is written under this name comes out cut.
    cuts: Option<&'static str>,
    log: Vec<String>,
}

impl Disk {
    fn of(files: &[(&str, &str)]) -> Disk {
        let files = files.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect();
        Disk { files, ..Disk::default() }
    }

    fn does(&mut self, request: FolderRequest) -> Result<FolderAnswer, FolderError> {
        let said = match &request {
            FolderRequest::Allow => "allow".to_owned(),
            FolderRequest::Read(name) => format!("read {name}"),
            FolderRequest::Create(name, _) => format!("create {name}"),
            FolderRequest::Replace(name, _) => format!("replace {name}"),
        };
        self.log.push(said.clone());
        if let Some((_, fault)) = self.faults.iter().find(|(begin, _)| said.starts_with(begin)) {
            return Err(*fault);
        }
        match request {
            FolderRequest::Allow => Ok(FolderAnswer::Allowed),
            FolderRequest::Read(name) => Ok(FolderAnswer::Read(
                self.files
                    .get(&*name)
                    .map(|text| ReadFile::of_bytes(name.to_string(), text.clone().into_bytes())),
            )),
            FolderRequest::Create(name, _) if self.files.contains_key(&*name) => {
                Err(FolderError::Taken)
            }
            FolderRequest::Create(name, text) | FolderRequest::Replace(name, text) => {
                let keep = if self.cuts == Some(&*name) { 1 } else { usize::MAX };
                let text = text.expose().chars().take(keep).collect();
                self.files.insert(name.to_string(), text);
                Ok(FolderAnswer::Written)
            }
        }
    }
}

fn to_save(file: AwsFile, before: Option<&str>, after: &str) -> ToSave {
    ToSave {
        file,
        before: before.map(FileText::new),
        after: FileText::new(after),
        backup: format!("{}.bak-2026-11-25-0930", file.name()).into(),
    }
}

/// Saves, and shows what was asked of the disk, how it ended, what was written and what is there then.
#[track_caller]
fn check(mut disk: Disk, files: Vec<ToSave>, expect: Expect) {
    let (mut saving, mut effect) = Saving::begin(files, Some(HOME));
    let mut written = vec![];
    while let Some(Effect::Folder(folder, request)) = effect {
        (saving, effect, written) = saving.answered(folder, disk.does(request));
    }
    let written: Vec<&str> = written.iter().map(|file| file.file.name()).collect();
    let there: Vec<String> =
        disk.files.iter().map(|(name, text)| format!("{name}: {text}")).collect();
    let log = disk.log.join(", ");
    expect.assert_eq(&format!("{log}\n{saving:?}\n{written:?}\n{}\n", there.join("\n")));
}

fn config() -> Vec<ToSave> {
    vec![to_save(AwsFile::Config, Some("old"), "new")]
}

fn both() -> Vec<ToSave> {
    [config(), vec![to_save(AwsFile::Credentials, Some("keys"), "fewer")]].concat()
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
        Refused(Changed(Credentials))
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
        Refused(Missing(Config))
        []
        credentials: keys
    "#]],
    );
}

#[test]
fn a_file_that_was_not_there_is_made_and_one_that_came_since_is_left_alone() {
    let new = || vec![to_save(AwsFile::Config, None, "new")];
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
        Refused(Changed(Config))
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
        Refused(NoBackup(Config))
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
        Refused(NoBackup(Config))
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
        Refused(NotWritten { file: Credentials, backup: Some("credentials.bak-2026-11-25-0930") })
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
        Refused(NotWritten { file: Config, backup: Some("config.bak-2026-11-25-0930") })
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

/// How saving stands, and what it asks for.
fn said((saving, effect): (Saving, Option<Effect>)) -> String {
    format!("{saving:?} {effect:?}")
}

#[test]
fn where_no_folder_is_open_one_is_chosen_first() {
    let (saving, effect) = Saving::begin(config(), None);
    assert!(matches!(effect, Some(Effect::OpenFolder(FolderMode::Write))));
    let chosen = |opened| said(saving.clone().folder_opened(opened));
    assert_eq!(chosen(Ok(HOME)), said(Saving::begin(config(), Some(HOME))));
    assert_eq!(chosen(Err(FolderError::Cancelled)), "Idle None");
    assert_eq!(chosen(Err(FolderError::Refused)), "Refused(NotAllowed) None");
}

#[test]
fn an_answer_that_nobody_waits_for_changes_nothing() {
    let answered = |saving: &Saving, folder| {
        let (saving, effect, written) = saving.clone().answered(folder, Ok(FolderAnswer::Written));
        assert!(effect.is_none() && written.is_empty());
        saving
    };
    assert_eq!(answered(&Saving::Idle, HOME), Saving::Idle);
    // Another folder was opened while this one is being saved in.
    let (saving, _) = Saving::begin(config(), Some(HOME));
    assert_eq!(answered(&saving, FolderId(2)), saving);
    assert_eq!(said(saving.clone().folder_opened(Ok(FolderId(2)))), said((saving, None)));
}
