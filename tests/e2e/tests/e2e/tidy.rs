//! "Tidy my config": a messy file comes in, is mended, gets new profiles, loses old ones, and goes out to the byte.

use crate::steps::{self, MESSY_CONFIG, OLD_CONFIG, SOLE_ROLE, SOLO};
use onramp_e2e::{Answer, Page, Role, assert_shows, with_demo};
use std::fs;

const BOX: &str = "Your config";

#[tokio::test]
async fn a_pasted_config_is_mended_and_its_old_profiles_go() {
    with_demo(&[], async |page| {
        open(page).await;
        page.paste_into(BOX, MESSY_CONFIG).await;
        page.wait_for_text(Role::Alert, "The AWS CLI can't read your config").await;
        page.press(Role::Button, "Fix: A line without “=”").await;
        page.wait_until_gone(Role::Button, "Fix: A line without “=”").await;
        page.wait_for_text(Role::Status, "Fixed.").await;
        let mended = MESSY_CONFIG.replace("\nnonsense\n", "\n# nonsense\n");
        assert_shows!(page.exact_text_in("New config").await, mended);
        page.wait_for_text(Role::Region, "1 line added").await;

        page.press(Role::Button, "Remove old").await;
        page.wait_for_text(Role::Region, "If ~/.aws/credentials has a section [old]").await;
        let removed = mended.replace("[profile old]\nregion = eu-west-1\n\n", "");
        assert_shows!(page.exact_text_in("New config").await, removed);
        page.press(Role::Button, "Undo").await;
        page.find(Role::Button, "Remove old").await;
        assert_shows!(page.exact_text_in("New config").await, mended);
        page.press(Role::Button, "Redo").await;
        page.wait_until_gone(Role::Button, "Remove old").await;

        assert_eq!(page.copy("Copy new config").await, removed);
        let asked_for = page.asked_for().await;
        assert!(!asked_for.iter().any(|address| address.contains("/aws")), "{asked_for:?}");
    })
    .await;
}

#[tokio::test]
async fn fixed_merged_removed_undone_and_copied_it_is_exact_to_the_byte() {
    with_demo(&[], async |page| {
        steps::sign_in_at_solo(page).await;
        let block = page.exact_text_in("Config block").await;
        merge(page).await;
        page.paste_into(BOX, MESSY_CONFIG).await;
        page.wait_for_text(Role::Status, "Merged 1 profile").await;
        assert_shows!(page.exact_text_in("New config").await, format!("{MESSY_CONFIG}{block}"));
        page.press(Role::Button, "Fix 3 safe ones").await;
        page.wait_for_text(Role::Status, "Fixed 3 problems").await;
        let fixed = MESSY_CONFIG
            .replace("region = eu-west-1 # home\n", "# home\nregion = eu-west-1\n")
            .replace("\nnonsense\n", "\n# nonsense\n")
            .replace("[ops]", "[profile ops]");
        assert_shows!(page.exact_text_in("New config").await, format!("{fixed}{block}"));
        page.press(Role::Button, "Remove old").await;
        page.press(Role::Button, "Remove AdministratorAccess-123456789012").await;
        page.wait_until_gone(Role::Button, "Remove AdministratorAccess-123456789012").await;
        let removed = fixed.replace("[profile old]\nregion = eu-west-1\n\n", "");
        assert_shows!(page.exact_text_in("New config").await, removed);
        page.press(Role::Button, "Undo").await;
        page.find(Role::Button, "Remove AdministratorAccess-123456789012").await;
        assert_eq!(page.copy("Copy new config").await, format!("{removed}{block}"));
    })
    .await;
}

#[tokio::test]
async fn chosen_profiles_are_merged_as_soon_as_a_config_is_there() {
    with_demo(&[], async |page| {
        steps::sign_in_at_solo(page).await;
        merge(page).await;
        page.wait_for_text(Role::Region, "1 profile ready to merge").await;
        page.paste_into(BOX, MESSY_CONFIG).await;
        page.wait_for_text(Role::Status, "Merged 1 profile").await;
        page.wait_until_gone(Role::Region, "Ready to merge").await;
        let merged = page.exact_text_in("New config").await;
        let added = merged.strip_prefix(MESSY_CONFIG).expect("what was there is as it was");
        assert!(added.starts_with("[profile AdministratorAccess-123456789012]\n"), "{added}");
        page.press(Role::Button, "Undo").await;
        page.find(Role::Button, "Redo").await;
        assert_shows!(page.exact_text_in("New config").await, MESSY_CONFIG);
    })
    .await;
}

#[tokio::test]
async fn a_name_that_is_taken_is_asked_about_before_anything_changes() {
    with_demo(&[], async |page| {
        steps::sign_in_at_solo(page).await;
        page.fill(Role::Textbox, "Profile name", "dev").await;
        merge(page).await;
        page.paste_into(BOX, MESSY_CONFIG).await;
        page.wait_for_text(Role::Alert, "Nothing has changed yet, because some names are taken")
            .await;
        assert_shows!(page.exact_text_in("New config").await, MESSY_CONFIG);
        page.press(Role::Button, "Use dev-123456789012").await;
        page.press(Role::Button, "Merge").await;
        page.wait_for_text(Role::Status, "Merged 1 profile").await;
        let merged = page.exact_text_in("New config").await;
        let added = merged.strip_prefix(MESSY_CONFIG).expect("what was there is as it was");
        assert!(added.starts_with("[profile dev-123456789012]\n"), "{added}");
    })
    .await;
}

#[tokio::test]
async fn a_file_keeps_its_line_endings_and_what_is_typed_takes_them() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config");
    let text = MESSY_CONFIG.replace('\n', "\r\n");
    fs::write(&file, format!("\u{feff}{text}")).unwrap();
    with_demo(&[], async |page| {
        let downloads = page.downloads().await;
        open(page).await;
        page.choose_files(&[&file]).await;
        page.press(Role::Button, "Fix: An invisible mark stands at the beginning").await;
        page.wait_for_text(Role::Status, "Fixed.").await;
        page.press(Role::Button, "Download").await;
        assert_eq!(downloads.bytes_of("config").await, text.as_bytes());

        page.append(Role::Textbox, BOX, "\n# more").await;
        page.wait_for_text(Role::Region, "# more").await;
        let typed = page.exact_text_in("New config").await;
        assert_eq!(typed, format!("{text}\r\n# more"));
    })
    .await;
}

#[tokio::test]
async fn leaving_keeps_the_config_and_clear_drops_it() {
    with_demo(&[], async |page| {
        open(page).await;
        page.fill(Role::Textbox, BOX, "[profile a]\nregion = eu-west-1\n").await;
        page.find(Role::Button, "Remove a").await;
        page.press(Role::Link, "Check a token").await;
        page.press(Role::Link, "Tidy my config").await;
        page.find(Role::Button, "Remove a").await;
        page.press(Role::Button, "Clear").await;
        page.wait_until_gone(Role::Button, "Remove a").await;
        assert_shows!(page.value_of(Role::Textbox, BOX).await, "");
    })
    .await;
}

#[tokio::test]
async fn who_comes_back_adds_what_is_new_and_removes_what_is_gone_in_one_step() {
    with_demo(&[], async |page| {
        open(page).await;
        page.paste_into(BOX, OLD_CONFIG).await;
        page.press(Role::Link, "Sign in to see what changed").await;
        assert_shows!(page.value_of(Role::Combobox, "SSO region").await, "us-east-1");
        assert_shows!(page.value_of(Role::Textbox, "Session name").await, "solo");
        page.press(Role::Button, "Sign in").await;
        page.answer_approval(Answer::Allow).await;
        page.find(Role::Button, "Sign out").await;

        open(page).await;
        page.wait_for_text(Role::Region, "1 role is new").await;
        page.wait_for_text(Role::Region, "2 profiles have lost their role").await;
        page.press(Role::Checkbox, &format!("Add {SOLE_ROLE}")).await;
        let gone = "Remove read: ReadOnly in 123456789012 is no longer yours · line 2";
        page.press(Role::Checkbox, gone).await;
        page.wait_for_text(Role::Region, "1 to add, 1 to remove").await;
        page.press(Role::Button, "Update my config").await;
        page.wait_for_text(Role::Status, "Added 1 profile, removed 1.").await;

        let removed = "[profile read]\nsso_session = solo\nsso_account_id = 123456789012\nsso_role_name = ReadOnly\n\n";
        let updated = OLD_CONFIG.replace(removed, "")
            + "[profile AdministratorAccess-123456789012]\nsso_session = solo\nsso_account_id = 123456789012\nsso_role_name = AdministratorAccess\nregion = us-east-1\n";
        assert_shows!(page.exact_text_in("New config").await, updated);
        assert_eq!(page.copy("Copy new config").await, updated);
        page.press(Role::Button, "Undo").await;
        page.wait_for_text(Role::Region, "1 role is new").await;
        assert_shows!(page.exact_text_in("New config").await, OLD_CONFIG);
    })
    .await;
}

#[tokio::test]
async fn the_format_is_chosen_in_set_up_and_changed_afterwards() {
    with_demo(&[], async |page| {
        steps::sign_in_at_solo(page).await;
        page.choose("Format", "Legacy").await;
        page.fill(Role::Textbox, "Profile name", "solo").await;
        merge(page).await;
        page.paste_into(BOX, "# mine\n[profile a]\nregion = eu-west-1\n").await;
        page.wait_for_text(Role::Status, "Merged 1 profile").await;
        let rest = "sso_account_id = 123456789012\nsso_role_name = AdministratorAccess\nregion = us-east-1\n";
        let keys = format!("sso_start_url = {SOLO}\nsso_region = us-east-1\n");
        let before = "# mine\n[profile a]\nregion = eu-west-1\n[profile solo]\n";
        assert_shows!(page.exact_text_in("New config").await, format!("{before}{keys}{rest}"));

        page.unfold("Other formats").await;
        page.press(Role::Button, "Convert to both").await;
        page.wait_for_text(Role::Status, "Converted to session solo").await;
        let section = format!("[sso-session solo]\n{keys}sso_registration_scopes = sso:account:access\n");
        assert_shows!(
            page.exact_text_in("New config").await,
            format!("{before}sso_session = solo\n{keys}{rest}{section}")
        );
        page.press(Role::Button, "Undo").await;
        page.press(Role::Button, "Convert to a session").await;
        page.wait_until_gone(Role::Button, "Convert to a session").await;
        assert_shows!(
            page.exact_text_in("New config").await,
            format!("{before}sso_session = solo\n{rest}{section}")
        );
    })
    .await;
}

/// From the chosen roles in "Set up" to "Tidy my config".
async fn merge(page: &Page) {
    steps::go_on(page).await;
    page.press(Role::Link, "Merge into my config").await;
}

async fn open(page: &Page) {
    page.press(Role::Link, "Tidy my config").await;
    page.find(Role::Region, "Problems").await;
}
