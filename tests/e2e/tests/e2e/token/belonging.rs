//! Whose files are, by the person's config.

use super::{EXPIRED, REGISTRATION, drop_files, open};
use crate::steps::TOKEN;
use onramp_e2e::{Page, Role, assert_shows, with_demo};
use std::fs;

/// The file of the session `corp`.
pub(crate) const CORP: &str = "ee0bfd2552fbd840c02cc48b6e823320543c450f.json";
/// A config with that session.
pub(crate) const CORP_CONFIG: &str = "\
[profile dev]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Admin
[profile prod]
sso_session = corp
sso_account_id = 444455556666
sso_role_name = Admin
[sso-session corp]
sso_start_url = https://solo.awsapps.com/start
sso_region = us-east-1
[sso-session my-sso]
sso_start_url = https://other.awsapps.com/start
[default]
aws_secret_access_key = SECRET-LONG-LIVED
";

async fn says_whose(page: &Page) {
    page.unfold("Details").await;
    for text in ["dev, prod", "aws sso login --profile dev"] {
        page.wait_for_text(Role::Article, text).await;
    }
    assert_shows!(page.text_of(Role::Article, "Session corp").await.contains(CORP), true);
    let missing =
        "The CLI looks for 0ad374308c5a4e22f723adf10145eafad7c4031c.json, which isn't among these";
    page.wait_for_text(Role::Article, missing).await;
    let document = page.document().await;
    assert!(!document.contains("SECRET-"), "{document}");
}

#[tokio::test]
async fn a_config_dropped_with_the_files_tells_whose_they_are() {
    with_demo(&[], async |page| {
        open(page).await;
        drop_files(page, &[("config", CORP_CONFIG), (CORP, TOKEN)]).await;
        page.wait_for_text(Role::Article, "Your config").await;
        says_whose(page).await;
    })
    .await;
}

#[tokio::test]
async fn the_config_of_the_other_screen_tells_whose_they_are() {
    with_demo(&[], async |page| {
        page.press(Role::Link, "Tidy my config").await;
        page.paste_into("Your config", CORP_CONFIG).await;
        page.find(Role::Button, "Remove dev").await;
        open(page).await;
        drop_files(page, &[(CORP, TOKEN)]).await;
        page.wait_for_text(Role::Article, "From “Tidy my config”").await;
        says_whose(page).await;
    })
    .await;
}

#[tokio::test]
async fn a_folder_without_cache_files_is_said() {
    let home = tempfile::tempdir().unwrap();
    let empty = home.path().join("Documents");
    fs::create_dir_all(&empty).unwrap();
    fs::write(empty.join("notes.txt"), "SECRET-NOTES").unwrap();
    with_demo(&[], async |page| {
        open(page).await;
        page.drop_path(&empty).await;
        page.wait_for_text(Role::Article, "There's no cache file in this folder").await;
        let names = ["There's no cache file in this folder, Documents"];
        assert_shows!(page.names(Role::Article).await, names);
    })
    .await;
}

#[tokio::test]
async fn a_whole_folder_can_be_dropped() {
    let home = tempfile::tempdir().unwrap();
    let (aws, cache) = (home.path().join(".aws"), home.path().join(".aws/sso/cache"));
    fs::create_dir_all(&cache).unwrap();
    fs::write(aws.join("config"), CORP_CONFIG).unwrap();
    fs::write(aws.join("credentials"), "[default]\naws_secret_access_key = SECRET-KEY").unwrap();
    fs::write(cache.join(CORP), TOKEN).unwrap();
    fs::write(cache.join("botocore-client-id-us-east-1.json"), REGISTRATION).unwrap();
    fs::write(cache.join("ended.json"), EXPIRED).unwrap();
    fs::write(cache.join("notes.txt"), "SECRET-NOTES").unwrap();
    with_demo(&[], async |page| {
        open(page).await;
        page.drop_path(&aws).await;
        page.wait_for_text(Role::Article, "Its file is here").await;
        page.wait_for_text(Role::Article, "used by dev, prod").await;
        let document = page.document().await;
        assert!(!document.contains("SECRET-"), "{document}");
        let expected = [
            "Session corp",
            "The CLI's registration, botocore-client-id-us-east-1.json",
            "Sign-in at solo.awsapps.com, ended.json",
            "Your config",
        ];
        assert_shows!(page.names(Role::Article).await, expected);
    })
    .await;
}
