//! The config and the credentials file side by side.

use super::*;

const SSO: &str = "[profile dev]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Dev\n\n[profile ops]\nregion = eu-west-1\n\n";

pub(super) const KEYS: &str = "[dev]\naws_access_key_id = AKIA\naws_secret_access_key = SECRET\n[old]\r\naws_access_key_id = AKIA\n";

fn file(name: &str, bytes: &[u8]) -> ReadFile {
    ReadFile::of_bytes(name.to_owned(), bytes.to_vec())
}

/// Both files, dropped together.
fn both() -> Screen {
    let mut page = Screen::open();
    let config = [SSO, CORP].concat();
    page.send(Msg::FilesRead(vec![
        file("credentials", KEYS.as_bytes()),
        file("cli", b"[x]"),
        file("config", config.as_bytes()),
    ]));
    page
}

#[test]
fn both_files_are_taken_out_of_a_folder() {
    let page = both();
    assert_eq!(page.config(), [SSO, CORP].concat());
    assert_eq!(page.credentials().as_deref(), Some(KEYS));
}

#[test]
fn either_file_comes_alone_and_the_other_stays() {
    let mut page = Screen::pasted(SSO);
    page.send(Msg::FilesRead(vec![file("credentials", KEYS.as_bytes())]));
    assert_eq!((page.config().as_str(), page.credentials().as_deref()), (SSO, Some(KEYS)));
    page.send(Msg::FilesRead(vec![file("config", CORP.as_bytes())]));
    assert_eq!((page.config().as_str(), page.credentials().as_deref()), (CORP, Some(KEYS)));
    page.send(Msg::LeaveOutCredentialsClicked);
    assert_eq!((page.config().as_str(), page.credentials()), (CORP, None));
    page.send(Msg::UndoClicked);
    assert_eq!(page.credentials().as_deref(), Some(KEYS));
}

#[test]
fn a_file_that_can_not_be_read_is_said_beside_one_that_can() {
    let mut page = Screen::open();
    page.send(Msg::FilesRead(vec![file("config", SSO.as_bytes()), file("credentials", b"\xe4")]));
    assert_eq!(page.state.not_taken.clone(), Some(NotTaken::File(FileError::NotText)));
    assert_eq!((page.config().as_str(), page.credentials()), (SSO, None));
    page.types("[profile ab]");
    assert_eq!(page.state.not_taken.clone(), None);
}

#[test]
fn a_pasted_credentials_file_is_known_by_what_is_in_it() {
    let mut page = Screen::pasted(KEYS);
    assert_eq!((page.config().as_str(), page.credentials().as_deref()), ("", Some(KEYS)));
    page.send(Msg::TakeAsConfigClicked);
    assert_eq!((page.config().as_str(), page.credentials()), (KEYS, None));
    let mut page = Screen::open();
    page.types(KEYS);
    assert_eq!(page.credentials().as_deref(), Some(KEYS));
}

#[test]
fn a_profile_goes_from_both_files_in_one_step() {
    let mut page = both();
    page.send(Msg::RemoveClicked("dev".into()));
    assert_eq!(page.done(), Done::Removed("dev".into(), RemovedFrom::Both));
    assert_eq!(page.config(), "[profile ops]\nregion = eu-west-1\n\n");
    assert_eq!(page.credentials().as_deref(), Some("[old]\r\naws_access_key_id = AKIA\n"));
    page.send(Msg::UndoClicked);
    assert_eq!((page.config(), page.credentials().as_deref()), ([SSO, CORP].concat(), Some(KEYS)));
}

#[test]
fn a_profile_goes_from_where_it_is() {
    let mut page = both();
    page.send(Msg::RemoveClicked("ops".into()));
    assert_eq!(page.done(), Done::Removed("ops".into(), RemovedFrom::Config));
    assert_eq!(page.credentials().as_deref(), Some(KEYS));
    page.send(Msg::RemoveClicked("old".into()));
    assert_eq!(page.done(), Done::Removed("old".into(), RemovedFrom::Credentials));
    let config = page.config();
    page.send(Msg::RemoveKeysClicked("dev".into()));
    assert_eq!((page.config(), page.credentials().as_deref()), (config, Some("")));
    page.send(Msg::RemoveClicked("nobody".into()));
    assert_eq!(page.done(), Done::Removed("dev".into(), RemovedFrom::Credentials));
}

#[test]
fn keys_beside_a_sign_in_are_a_problem_of_their_own_file() {
    let page = both();
    let problems = page.state.draft.problems.iter();
    let said: Vec<String> = problems
        .map(|row| format!("{:?} {:?} {:?}", row.file, row.problem, row.severity()))
        .collect();
    expect![[r#"
        Config [1] NoRegion([…]) Unwise
        Credentials [1, 2] AccessKeysInCredentials(…) Unwise
        Credentials [4] MixedLineEndings Unwise
    "#]]
    .assert_eq(&(said.join("\n") + "\n"));
}

#[test]
fn the_safe_fixes_of_both_files_are_one_step() {
    let mut page = Screen::pasted(&messy());
    page.send(Msg::FilesRead(vec![file("credentials", b"[profile x]\nregion = a\nnonsense\n")]));
    page.send(Msg::FixSafeClicked);
    assert_eq!(page.done(), Done::Fixed(2));
    assert_eq!(page.config(), messy().replace("nonsense", "# nonsense"));
    assert_eq!(page.credentials().as_deref(), Some("[profile x]\nregion = a\n# nonsense\n"));
    page.send(Msg::FixSafeClicked);
    page.send(Msg::UndoClicked);
    assert_eq!(page.config(), messy());
}

#[test]
fn the_keys_are_copied_and_saved_exactly_and_printed_nowhere() {
    let mut page = both();
    page.send(Msg::RemoveClicked("old".into()));
    let exact = &KEYS[..KEYS.find("[old]").expect("it is there")];
    page.send(Msg::CopyClicked(CopyButton::New(AwsFile::Credentials)));
    assert_eq!(page.taken_away(), exact);
    page.send(Msg::DownloadClicked(AwsFile::Credentials));
    assert_eq!(page.taken_away(), exact);
    page.holds_no_secret_to_print();
}
