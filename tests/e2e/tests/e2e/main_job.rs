//! The main job: from a start URL to a block in the clipboard and the commands that come after it.

use crate::steps::{self, SOLE_ROLE, SOLO};
use onramp_e2e::{Answer, Organisation, Page, Press, Role, assert_shows, with_demo};

const BLOCK: &str = "\
[profile dev-sso]
sso_session = acme
sso_account_id = 123456789012
sso_role_name = AdministratorAccess
region = eu-west-2
output = yaml
[sso-session acme]
sso_start_url = https://solo.awsapps.com/start
sso_region = us-east-1
sso_registration_scopes = sso:account:access
";

#[tokio::test]
async fn a_newcomer_gets_from_a_start_url_to_a_block_and_its_commands() {
    with_demo(&[], async |page| {
        let downloads = page.downloads().await;
        page.fill(Role::Textbox, "Start URL", SOLO).await;
        assert_shows!(page.value_of(Role::Combobox, "SSO region").await, "us-east-1");
        page.wait_for_text(Role::Form, "Found from your start URL").await;
        page.fill(Role::Textbox, "Session name", "acme").await;
        page.press(Role::Button, "Sign in").await;

        let code = page.text_of(Role::Group, "Your code").await;
        assert_eq!(code.len(), "ABCD-EFGH".len(), "{code}");
        let approval = page.answer_approval(Answer::Allow).await;
        assert!(approval.question.contains(&code), "{code}: {}", approval.question);
        assert!(approval.question.contains("Allow Onramp"), "{}", approval.question);

        page.wait_for_text(Role::Main, "one account and one role, so we chose it for you").await;
        assert_shows!(page.is_ticked(SOLE_ROLE).await, true);
        page.choose("Default region", "eu-west-2").await;
        page.choose("Output format", "yaml").await;
        page.fill(Role::Textbox, "Profile name", "dev-sso").await;
        assert_shows!(page.exact_text_in("Config block").await, BLOCK);

        steps::go_on(page).await;
        page.back().await;
        page.find(Role::Button, "Continue").await;
        page.back().await;
        page.find(Role::Textbox, "Start URL").await;
        page.forward().await;
        page.find(Role::Button, "Continue").await;
        page.forward().await;
        page.find(Role::Region, "Save").await;
        assert_shows!(page.exact_text_in("Config block").await, BLOCK);
        assert_eq!(page.copy("Copy config block").await, BLOCK);
        page.press(Role::Button, "Download").await;
        assert_eq!(downloads.bytes_of("config").await, BLOCK.as_bytes());
    })
    .await;
}

#[tokio::test]
async fn each_shell_has_its_commands_and_each_command_is_copied() {
    with_demo(&[], async |page| {
        steps::sign_in_at_solo(page).await;
        page.fill(Role::Textbox, "Profile name", "it's mine").await;
        steps::go_on(page).await;
        for (shell, quoted, default) in [
            ("bash, zsh", r"'it'\''s mine'", r"export AWS_PROFILE='it'\''s mine'"),
            ("fish", r"'it\'s mine'", r"set -gx AWS_PROFILE 'it\'s mine'"),
            ("PowerShell", "'it''s mine'", "$env:AWS_PROFILE = 'it''s mine'"),
            ("cmd", "\"it's mine\"", "set \"AWS_PROFILE=it's mine\""),
        ] {
            page.press(Role::Radio, shell).await;
            check_command(page, "Log in", &format!("aws sso login --profile {quoted}")).await;
            let test = format!("aws sts get-caller-identity --profile {quoted}");
            check_command(page, "Test", &test).await;
            check_command(page, "Use as default", default).await;
        }
        for region in ["Log in", "Test", "Use as default"] {
            let command = page.exact_text_in(region).await;
            page.press_in((Role::Region, region), Role::Button, "Copy").await;
            assert_shows!(page.clipboard_text().await, command);
        }
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_the_session_at_aws_and_forgets_the_list() {
    with_demo(&[], async |page| {
        page.listen_in().await;
        steps::sign_in_at_solo(page).await;
        let organisation = Organisation::behind(page).await;
        let secrets = page.overheard().await;
        let token = secrets.iter().find(|secret| secret.key == "accessToken").expect("a token");
        let token = token.text.as_str();
        assert!(organisation.knows_token(token).await);

        page.press(Role::Button, "Sign out").await;
        page.wait_for_text(Role::Status, "You're signed out, here and at AWS.").await;
        assert!(!organisation.knows_token(token).await);
        let document = page.document().await;
        assert!(!document.contains("123456789012"), "the list is still there:\n{document}");
        assert_shows!(page.names(Role::Checkbox).await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn the_whole_job_is_done_by_keyboard() {
    with_demo(&[], async |page| {
        page.tab_to(Role::Textbox, "Start URL").await;
        page.type_text(SOLO).await;
        page.tab_to(Role::Textbox, "Session name").await;
        page.key(Press::Enter).await;

        page.tab_to(Role::Link, "Open AWS to approve").await;
        page.key(Press::Enter).await;
        page.answer_in_new_tab(Answer::Allow).await;

        // The list is one stop; arrow keys move in it.
        page.tab_to(Role::Checkbox, SOLE_ROLE).await;
        page.key(Press::Space).await;
        page.wait_for_text(Role::Main, "Choose a role, and its profile appears here").await;
        page.key(Press::Up).await;
        page.key(Press::Space).await;
        page.find(Role::Button, "Copy config block").await;
        page.key(Press::Space).await;
        page.wait_for_text(Role::Main, "Choose a role, and its profile appears here").await;
        page.key(Press::Down).await;
        page.key(Press::Space).await;
        assert_shows!(page.is_ticked(SOLE_ROLE).await, true);
        page.tab_to(Role::Textbox, "Profile name").await;
        // The focus selects what stands there.
        page.type_text("dev").await;
        page.tab_to(Role::Combobox, "Output format").await;
        page.key(Press::Down).await;
        page.tab_to(Role::Button, "Continue").await;
        page.key(Press::Enter).await;
        page.tab_to(Role::Radio, "bash, zsh").await;
        page.key(Press::Down).await;
        check_command(page, "Use as default", "set -gx AWS_PROFILE dev").await;

        page.tab_to(Role::Button, "Copy config block").await;
        let block = page.copy_by(async || page.key(Press::Enter).await).await;
        assert!(block.starts_with("[profile dev]\n"), "{block}");
        assert!(block.contains("output = json\n"), "{block}");
        page.tab_to(Role::Button, "Sign out").await;
        page.key(Press::Space).await;
        page.wait_for_text(Role::Status, "You're signed out, here and at AWS.").await;
    })
    .await;
}

async fn check_command(page: &Page, region: &str, command: &str) {
    assert_shows!(page.exact_text_in(region).await, command);
}
