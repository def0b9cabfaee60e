//! "Tidy my config" with both files: they come in together, no key is ever on the page, and both go out to the byte,
//! by the clipboard, by a download and the line that puts it in place, and into the folder itself.

use crate::token::drop_files;
use onramp_e2e::{Page, Role, assert_shows, with_demo};
use serde_json::Value;
use std::fs;
use std::process::Command;

pub(crate) const CONFIG: &str = "# mine\r\n[profile dev]\r\nsso_session = corp\r\nsso_account_id = 111122223333\r\nsso_role_name = Developer\r\n\r\n[profile old]\r\nregion = eu-west-1 # home\r\nnonsense\r\n\r\n[sso-session corp]\r\nsso_start_url = https://corp.awsapps.com/start\r\nsso_region = eu-west-1\r\n";

pub(crate) const CREDENTIALS: &str = "[dev]\naws_access_key_id = AKIASECRETSECRET1\naws_secret_access_key = SECRET/of+dev==\n\n[old]\naws_access_key_id = AKIASECRETSECRET2\naws_secret_access_key = SECRET/of+old==\n";

#[tokio::test]
async fn a_profile_goes_from_both_files_and_no_key_is_on_the_page() {
    with_demo(&[], async |page| {
        open(page).await;
        drop_files(page, &[("credentials", CREDENTIALS), ("config", CONFIG)]).await;
        page.press(Role::Button, "Remove old").await;
        page.wait_for_text(Role::Status, "Removed old from both files").await;
        page.wait_for_text(Role::Region, "old is out of both files").await;
        let without = &CREDENTIALS[..CREDENTIALS.find("[old]").unwrap()];
        assert_eq!(page.copy("Copy new credentials").await, without);
        check_no_key(page).await;
        page.press(Role::Button, "Undo").await;
        page.find(Role::Button, "Remove old").await;
        assert_shows!(page.exact_text_in("New config").await, CONFIG);

        page.press(Role::Button, "Remove the keys of dev").await;
        page.wait_for_text(Role::Status, "Removed dev from credentials").await;
        page.find(Role::Button, "Remove dev").await;
        page.press(Role::Button, "Fix 2 safe ones").await;
        page.wait_for_text(Role::Status, "Fixed 2 problems").await;
        check_no_key(page).await;
        let downloads = page.downloads().await;
        page.press(Role::Button, "Download credentials").await;
        let rest = &CREDENTIALS[CREDENTIALS.find("[old]").unwrap()..];
        assert_eq!(downloads.bytes_of("credentials").await, rest.as_bytes());
    })
    .await;
}

#[tokio::test]
async fn a_folder_is_dropped_whole() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".aws");
    fs::create_dir_all(folder.join("sso/cache")).unwrap();
    fs::write(folder.join("config"), format!("\u{feff}{CONFIG}")).unwrap();
    fs::write(folder.join("credentials"), CREDENTIALS).unwrap();
    fs::write(folder.join("config.bak"), "[profile other]\n").unwrap();
    with_demo(&[], async |page| {
        open(page).await;
        page.drop_path(&folder).await;
        page.find(Role::Region, "Your credentials").await;
        assert_shows!(page.exact_text_in("New config").await, format!("\u{feff}{CONFIG}"));
        check_no_key(page).await;
    })
    .await;
}

#[tokio::test]
async fn a_pasted_credentials_file_is_known_as_one() {
    with_demo(&[], async |page| {
        open(page).await;
        page.paste_into("Your config", CREDENTIALS).await;
        page.find(Role::Region, "Your credentials").await;
        assert_shows!(page.value_of(Role::Textbox, "Your config").await, "");
        check_no_key(page).await;
        // As a program that fills in forms writes it.
        page.press(Role::Button, "Clear").await;
        page.wait_until_gone(Role::Region, "Your credentials").await;
        let text = serde_json::to_string(CREDENTIALS).unwrap();
        page.script(&format!(
            "const box = document.getElementById('config');
            box.value = {text};
            box.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        ))
        .await;
        page.find(Role::Region, "Your credentials").await;
        assert_shows!(page.value_of(Role::Textbox, "Your config").await, "");
        page.press(Role::Button, "It's my config").await;
        page.wait_until_gone(Role::Region, "Your credentials").await;
        assert_shows!(page.exact_text_in("New config").await, CREDENTIALS);
    })
    .await;
}

#[tokio::test]
async fn the_line_puts_the_download_in_place() {
    with_demo(&[], async |page| {
        let downloads = page.downloads().await;
        open(page).await;
        page.paste_into("Your config", CONFIG).await;
        page.press(Role::Button, "Remove old").await;
        page.wait_until_gone(Role::Button, "Remove old").await;
        let new = page.exact_text_in("New config").await;
        page.press(Role::Button, "Download").await;
        let saved = downloads.bytes_of("config").await;
        page.unfold("Put it in place").await;
        let line = page.exact_text_in("Put config in place").await;

        let home = tempfile::tempdir().unwrap();
        for folder in [".aws", "Downloads"] {
            fs::create_dir(home.path().join(folder)).unwrap();
        }
        fs::write(home.path().join(".aws/config"), CONFIG).unwrap();
        fs::write(home.path().join("Downloads/config"), saved).unwrap();
        let ran = Command::new("bash").args(["-c", &line]).env("HOME", home.path()).status();
        assert!(ran.unwrap().success(), "{line}");
        assert_eq!(fs::read_to_string(home.path().join(".aws/config")).unwrap(), new);
        let backup = fs::read_dir(home.path().join(".aws")).unwrap().find_map(|entry| {
            let path = entry.unwrap().path();
            path.to_str().unwrap().contains("config.bak-").then_some(path)
        });
        assert_eq!(fs::read_to_string(backup.expect("a backup")).unwrap(), CONFIG);
    })
    .await;
}

#[tokio::test]
async fn both_files_are_saved_in_their_folder_unless_they_changed_since() {
    with_demo(&[], async |page| {
        open(page).await;
        put_in_folder(page, &[("config", CONFIG), ("credentials", CREDENTIALS)]).await;
        page.press(Role::Button, "Open .aws folder").await;
        page.press(Role::Button, "Remove old").await;
        page.wait_for_text(Role::Region, "Not saved yet").await;
        let new = page.exact_text_in("New config").await;
        page.press(Role::Button, "Save in place").await;
        page.wait_for_text(Role::Status, "Saved in your .aws folder").await;
        let there = files(page).await;
        assert_eq!(there["config"], Value::from(new.clone()));
        let without = &CREDENTIALS[..CREDENTIALS.find("[old]").unwrap()];
        assert_eq!(there["credentials"], Value::from(without));
        assert_eq!(backups(&there), [CONFIG, CREDENTIALS]);

        // Another program writes into it.
        put_in_folder(page, &[("config", "[profile new]\n")]).await;
        page.press(Role::Button, "Undo").await;
        page.press(Role::Button, "Save in place").await;
        page.wait_for_text(Role::Alert, "Nothing was saved, because config in that folder isn't")
            .await;
        let there = files(page).await;
        assert_eq!(there["config"], Value::from("[profile new]\n"));
        assert_eq!(there["credentials"], Value::from(without));
        page.press(Role::Button, "Open .aws folder").await;
        page.find(Role::Button, "Remove new").await;
        check_no_key(page).await;
    })
    .await;
}

async fn open(page: &Page) {
    page.press(Role::Link, "Tidy my config").await;
    page.find(Role::Region, "Problems").await;
}

async fn check_no_key(page: &Page) {
    let document = page.document().await;
    assert!(!document.contains("SECRET/") && !document.contains("AKIASECRET"), "{document}");
    let logged = page.logged().await.join("\n");
    assert!(!logged.contains("SECRET"), "{logged}");
}

/// Writes files into a folder of the browser's own, which stands for `~/.aws`: no driver can use the window in which a
/// person chooses one.
pub(crate) async fn put_in_folder(page: &Page, files: &[(&str, &str)]) {
    let files = serde_json::to_string(files).unwrap();
    page.script(&format!(
        "return (async () => {{
            const root = await navigator.storage.getDirectory();
            const folder = await root.getDirectoryHandle('.aws', {{ create: true }});
            for (const [name, text] of {files}) {{
                const file = await folder.getFileHandle(name, {{ create: true }});
                const stream = await file.createWritable();
                await stream.write(text);
                await stream.close();
            }}
            window.showDirectoryPicker = async () => folder;
        }})()"
    ))
    .await;
}

/// What is in that folder, by path.
pub(crate) async fn files(page: &Page) -> Value {
    page.script(
        "return (async () => {
            const root = await navigator.storage.getDirectory();
            const folder = await root.getDirectoryHandle('.aws');
            const files = {};
            const read = async (folder, path) => {
                for await (const [name, inner] of folder.entries()) {
                    if (inner.kind === 'file') files[path + name] = await (await inner.getFile()).text();
                    else await read(inner, `${path}${name}/`);
                }
            };
            await read(folder, '');
            return files;
        })()",
    )
    .await
}

/// The texts of the backups, the config's first.
fn backups(files: &Value) -> Vec<String> {
    let files = files.as_object().unwrap().iter();
    let backups = files.filter(|(name, _)| name.contains(".bak-"));
    backups.map(|(_, text)| text.as_str().unwrap().to_owned()).collect()
}
