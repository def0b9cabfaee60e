//! The config and the credentials file side by side.

use super::*;
use crate::app::tidy::config_text::ConfigFile;
use crate::app::tidy::draft::RemovedFrom;

const SSO: &str = "[profile dev]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Dev\n\n[profile ops]\nregion = eu-west-1\n\n";

const KEYS: &str = "[dev]\naws_access_key_id = AKIA\naws_secret_access_key = SECRET\n[old]\r\naws_access_key_id = AKIA\n";

fn file(name: &str, bytes: &[u8]) -> ConfigFile {
    ConfigFile::read(name.to_owned(), Some(bytes.to_vec()))
}

/// Both files, dropped together.
fn both() -> Page {
    let mut page = Page::open("#/config");
    let config = [SSO, CORP].concat();
    page.tidy(TidyEvent::FilesRead(vec![
        file("credentials", KEYS.as_bytes()),
        file("cli", b"[x]"),
        file("config", config.as_bytes()),
    ]));
    page
}

impl Page {
    fn credentials(&self) -> Option<String> {
        let credentials = self.model().tidy.draft().credentials();
        credentials.map(|credentials| credentials.text().expose().to_string())
    }

    fn done(&self) -> Done {
        self.model().tidy.draft().done().clone()
    }
}

#[test]
fn both_files_are_taken_out_of_a_folder() {
    let page = both();
    assert_eq!(page.config(), [SSO, CORP].concat());
    assert_eq!(page.credentials().as_deref(), Some(KEYS));
}

#[test]
fn either_file_comes_alone_and_the_other_stays() {
    let mut page = Page::pasted(SSO);
    page.tidy(TidyEvent::FilesRead(vec![file("credentials", KEYS.as_bytes())]));
    assert_eq!((page.config().as_str(), page.credentials().as_deref()), (SSO, Some(KEYS)));
    page.tidy(TidyEvent::FilesRead(vec![file("config", CORP.as_bytes())]));
    assert_eq!((page.config().as_str(), page.credentials().as_deref()), (CORP, Some(KEYS)));
    page.tidy(TidyEvent::LeaveOutCredentialsClicked);
    assert_eq!((page.config().as_str(), page.credentials()), (CORP, None));
    page.tidy(TidyEvent::UndoClicked);
    assert_eq!(page.credentials().as_deref(), Some(KEYS));
}

#[test]
fn a_file_that_can_not_be_read_is_said_beside_one_that_can() {
    let mut page = Page::open("#/config");
    page.tidy(TidyEvent::FilesRead(vec![
        file("config", SSO.as_bytes()),
        file("credentials", b"\xe4"),
    ]));
    assert_eq!(page.model().tidy.fault(), Some(FileFault::NotText));
    assert_eq!((page.config().as_str(), page.credentials()), (SSO, None));
    page.types("[profile ab]");
    assert_eq!(page.model().tidy.fault(), None);
}

#[test]
fn a_pasted_credentials_file_is_known_by_what_is_in_it() {
    let mut page = Page::pasted(KEYS);
    assert_eq!((page.config().as_str(), page.credentials().as_deref()), ("", Some(KEYS)));
    page.tidy(TidyEvent::TakeAsConfigClicked);
    assert_eq!((page.config().as_str(), page.credentials()), (KEYS, None));
    let mut page = Page::open("#/config");
    page.types(KEYS);
    assert_eq!(page.credentials().as_deref(), Some(KEYS));
}

#[test]
fn a_profile_goes_from_both_files_in_one_step() {
    let mut page = both();
    page.tidy(TidyEvent::RemoveClicked("dev".into()));
    assert_eq!(page.done(), Done::Removed("dev".into(), RemovedFrom::Both));
    assert_eq!(page.config(), "[profile ops]\nregion = eu-west-1\n\n");
    assert_eq!(page.credentials().as_deref(), Some("[old]\r\naws_access_key_id = AKIA\n"));
    page.tidy(TidyEvent::UndoClicked);
    assert_eq!((page.config(), page.credentials().as_deref()), ([SSO, CORP].concat(), Some(KEYS)));
}

#[test]
fn a_profile_goes_from_where_it_is() {
    let mut page = both();
    page.tidy(TidyEvent::RemoveClicked("ops".into()));
    assert_eq!(page.done(), Done::Removed("ops".into(), RemovedFrom::Config));
    assert_eq!(page.credentials().as_deref(), Some(KEYS));
    page.tidy(TidyEvent::RemoveClicked("old".into()));
    assert_eq!(page.done(), Done::Removed("old".into(), RemovedFrom::Credentials));
    let config = page.config();
    page.tidy(TidyEvent::RemoveKeysClicked("dev".into()));
    assert_eq!((page.config(), page.credentials().as_deref()), (config, Some("")));
    page.tidy(TidyEvent::RemoveClicked("nobody".into()));
    assert_eq!(page.done(), Done::Removed("dev".into(), RemovedFrom::Credentials));
}

#[test]
fn keys_beside_a_sign_in_are_remarked_on_in_their_own_file() {
    let page = both();
    let findings = page.model().tidy.draft().findings().iter();
    let said: Vec<String> = findings
        .map(|finding| format!("{:?} {:?} {:?}", finding.file, finding.remark, finding.weight))
        .collect();
    expect![[r#"
        Credentials [1, 2] AccessKeysInCredentials { profile: "dev" } Unwise
        Credentials [4] MixedLineEndings Unwise
    "#]]
    .assert_eq(&(said.join("\n") + "\n"));
}

#[test]
fn all_fixes_of_both_files_are_one_step() {
    let mut page = Page::pasted(&messy());
    page.tidy(TidyEvent::FilesRead(vec![file(
        "credentials",
        b"[profile x]\nregion = a\nnonsense\n",
    )]));
    page.tidy(TidyEvent::FixAllClicked);
    assert_eq!(page.done(), Done::FixedAll { done: 3, left: 0 });
    assert_eq!(page.config(), messy().replace("nonsense", "# nonsense"));
    assert_eq!(page.credentials().as_deref(), Some("[x]\nregion = a\n# nonsense\n"));
    page.tidy(TidyEvent::FixAllClicked);
    page.tidy(TidyEvent::UndoClicked);
    assert_eq!(page.config(), messy());
}

#[test]
fn the_keys_are_copied_and_saved_exactly_and_printed_nowhere() {
    let mut page = both();
    page.tidy(TidyEvent::RemoveClicked("old".into()));
    let exact = ConfigText::new(&KEYS[..KEYS.find("[old]").expect("it is there")]);
    let copied = page.send(Event::CopyClicked(CopyTarget::NewCredentials, Rc::default()));
    assert!(copied.contains(&Effect::CopyConfig(CopyTarget::NewCredentials, exact.clone())));
    let saved = page.tidy(TidyEvent::DownloadClicked(AwsFile::Credentials));
    assert_eq!(saved, [Effect::SaveConfig(AwsFile::Credentials, exact)]);
    assert!(!format!("{:?} {:?}", page.asked, page.model()).contains("SECRET"));
}
