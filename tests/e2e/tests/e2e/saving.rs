//! From a link to a saved config, a CLI that is signed in and a profile that works, counted in presses; and the way back.
//!
//! What the page wrote into the folder is read by botocore and by the SDK for JavaScript, where `ONRAMP_PYTHON` and
//! `ONRAMP_NODE_PATH` name them.

use crate::steps;
use crate::tidy_files::{files, put_in_folder};
use onramp_e2e::{Answer, Organisation, Page, Role, assert_shows, with_demo};
use serde_json::Value;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

const LINK: &str = "#/setup?start_url=https://solo.awsapps.com/start&region=us-east-1&session=acme&account=123456789012&role=AdministratorAccess";

const PROFILE: &str = "AdministratorAccess-123456789012";

const OLD: &str = "# mine\n[default]\nregion = eu-west-1\n";

/// A person's presses, counted.
struct Presses<'p> {
    page: &'p Page,
    count: usize,
}

impl Presses<'_> {
    async fn press(&mut self, role: Role, name: &str) {
        self.count += 1;
        self.page.press(role, name).await;
    }

    /// "Open AWS to approve"; what is pressed there is the approval.
    async fn approve(&mut self) {
        self.count += 1;
        self.page.answer_approval(Answer::Allow).await;
    }
}

#[tokio::test]
async fn three_presses_and_one_approval_save_a_profile_and_one_more_signs_the_cli_in() {
    with_demo(&[], async |page| {
        page.go(LINK).await;
        page.listen_in().await;
        put_in_folder(page, &[("config", OLD)]).await;
        let mut person = Presses { page, count: 0 };
        person.press(Role::Button, "Sign in").await;
        person.approve().await;
        let block = page.exact_text_in("Config block").await;
        person.press(Role::Checkbox, "Sign the CLI in too").await;
        person.press(Role::Button, "Save to ~/.aws").await;
        page.wait_for_text(Role::Status, "The CLI is signed in.").await;
        assert_eq!(person.count, 4);

        let there = files(page).await;
        assert_eq!(there["config"], Value::from([OLD, &block].concat()));
        // The SHA-1 of acme.
        let token = "sso/cache/293abb6b76d7791c0732cc517d38c4b5c734b87f.json";
        let token = there[token].as_str().unwrap_or_else(|| panic!("{there}"));
        check_nothing_shows(page).await;
        check_that_it_works(page, &there).await;

        // The page says whose session ends with it, and undoes what it did.
        page.wait_for_text(Role::Main, "Sign out ends both").await;
        let organisation = Organisation::behind(page).await;
        let token: Value = serde_json::from_str(token).unwrap();
        assert!(organisation.knows_token(token["accessToken"].as_str().unwrap()).await);
        page.press(Role::Button, "Undo").await;
        page.wait_for_text(Role::Status, "Undone").await;
        let there = files(page).await;
        assert_eq!(there["config"], Value::from(OLD));
        assert!(there.as_object().unwrap().keys().all(|path| !path.starts_with("sso")), "{there}");
    })
    .await;
}

#[tokio::test]
async fn without_a_companys_link_it_is_six_presses_and_without_a_config_one_is_made() {
    with_demo(&[], async |page| {
        put_in_folder(page, &[]).await;
        page.fill(Role::Textbox, "Start URL", steps::SOLO).await;
        let mut person = Presses { page, count: 0 };
        person.press(Role::Button, "Sign in").await;
        person.approve().await;
        page.wait_for_text(Role::Main, "so we chose it for you").await;
        person.press(Role::Button, "Continue").await;
        person.press(Role::Checkbox, "Sign the CLI in too").await;
        person.press(Role::Button, "Save to ~/.aws").await;
        page.wait_for_text(Role::Status, "Saved in a new file.").await;
        assert!(person.count <= 6, "{}", person.count);
        check_that_it_works(page, &files(page).await).await;
    })
    .await;
}

#[tokio::test]
async fn a_name_that_is_taken_is_left_to_a_person() {
    let taken = format!("[profile {PROFILE}]\nrole_arn = arn:aws:iam::111122223333:role/Ops\n");
    with_demo(&[], async |page| {
        put_in_folder(page, &[("config", &taken)]).await;
        steps::sign_in_at_solo(page).await;
        steps::go_on(page).await;
        page.press(Role::Button, "Save to ~/.aws").await;
        page.wait_for_text(Role::Alert, "Nothing was saved").await;
        assert_shows!(files(page).await["config"], Value::from(taken.clone()));
        page.press(Role::Link, "Open “Tidy my config”").await;
        page.press(Role::Button, "Merge with free names").await;
        page.press(Role::Button, "Save in place").await;
        page.wait_for_text(Role::Status, "Saved in your .aws folder").await;
        let config = files(page).await["config"].as_str().unwrap().to_owned();
        assert!(config.starts_with(&taken) && config.contains("[sso-session"), "{config}");
    })
    .await;
}

#[tokio::test]
async fn the_command_that_is_copied_saves_the_block() {
    with_demo(&[], async |page| {
        steps::sign_in_at_solo(page).await;
        page.fill(Role::Textbox, "Profile name", "it's $HOME").await;
        steps::go_on(page).await;
        let block = page.exact_text_in("Config block").await;
        page.unfold("Paste one command instead").await;
        let command = page.copy("Copy save command").await;
        let home = tempfile::tempdir().unwrap();
        let mut bash = Command::new("bash");
        let ran = bash.args(["-c", &command]).env("HOME", home.path()).output();
        assert!(ran.unwrap().status.success(), "{command}");
        assert_eq!(fs::read_to_string(home.path().join(".aws/config")).unwrap(), block);
    })
    .await;
}

/// The token is in the folder, and nowhere that a person or a program on the page could see.
async fn check_nothing_shows(page: &Page) {
    let secrets = page.overheard().await;
    assert!(secrets.iter().any(|secret| secret.key == "refreshToken"));
    let logged = page.logged().await.join("\n");
    let shown = page.document().await + &page.address_bar().await + &logged;
    assert!(secrets.iter().all(|secret| !shown.contains(&secret.text)));
    assert_eq!(page.kept().await, [""; 0]);
}

/// What is in the folder gives the role's credentials to whoever is here to try.
async fn check_that_it_works(page: &Page, there: &Value) {
    let home = tempfile::tempdir().unwrap();
    for (path, text) in there.as_object().unwrap() {
        let path = home.path().join(".aws").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text.as_str().unwrap()).unwrap();
    }
    let organisation = Organisation::behind(page).await;
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sdk/programs");
    let mut readers = Vec::new();
    if let Some(python) = env::var_os("ONRAMP_PYTHON") {
        let mut command = Command::new(python);
        command.arg(programs.join("role_credentials.py"));
        readers.push(command);
    }
    if let Some(modules) = env::var_os("ONRAMP_NODE_PATH") {
        let mut command = Command::new("node");
        command.arg(programs.join("role-credentials.cjs")).arg(modules);
        readers.push(command);
    }
    if readers.is_empty() {
        eprintln!("neither botocore nor the SDK for JavaScript is here: not tried");
    }
    for mut reader in readers {
        reader
            .env("HOME", home.path())
            .env("AWS_PROFILE", PROFILE)
            .env("AWS_ENDPOINT_URL_SSO", organisation.origin())
            .env("AWS_ENDPOINT_URL_SSO_OIDC", organisation.origin())
            .env("AWS_EC2_METADATA_DISABLED", "true");
        let output = reader.output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(said.contains(" ASIA"), "{reader:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
