//! Many accounts: found, chosen and named together, listed in spite of what goes wrong.

use crate::steps::{self, BIG, EMPTY, PARTITIONS};
use onramp_e2e::{Answer, Page, Role, assert_shows, with_demo};

#[tokio::test]
async fn several_roles_are_filtered_chosen_and_named_together() {
    with_demo(&[], async |page| {
        page.fill(Role::Textbox, "Session name", "acme").await;
        steps::sign_in_and_allow(page, BIG).await;
        page.wait_for_text(Role::Main, "12 accounts, 36 roles").await;
        assert_shows!(roles(page).await.len(), 36);
        let all = roles(page).await;
        let billing = "Billing_View in Acme Development (691335560274)";
        assert!(page.names(Role::Checkbox).await.contains(&billing.to_owned()));

        page.fill(Role::Searchbox, "Filter accounts and roles", "production").await;
        page.wait_for_text(Role::Status, "9 roles shown").await;
        assert_shows!(roles(page).await.len(), 9);
        let mut chosen = roles(page).await;
        assert!(chosen.iter().all(|role| role.account.contains("Production")), "{chosen:?}");
        page.press(Role::Checkbox, "Select all shown").await;
        page.fill(Role::Searchbox, "Filter accounts and roles", "").await;
        page.press(Role::Checkbox, billing).await;
        page.wait_for_text(Role::Main, "10 of 36 chosen").await;
        chosen.push(Row::read(billing).unwrap());

        // In the order of the list, whatever the filter's.
        let chosen: Vec<&Row> = all.iter().filter(|role| chosen.contains(role)).collect();
        page.choose("Output format", "json").await;
        assert_shows!(
            page.exact_text_in("Config block").await,
            block(&chosen, |role| format!("{}-{}", role.role, role.id))
        );

        let template = "{account_name|slug}.{role_name|lower}";
        page.fill(Role::Textbox, "Profile name template", template).await;
        let short = |role: &Row| {
            let account = role.account.to_lowercase().replace(' ', "-");
            format!("{account}.{}", role.role.to_lowercase())
        };
        let names: Vec<String> = chosen.iter().map(|role| short(role)).collect();
        let told_apart = |role: &Row| {
            let name = short(role);
            match names.iter().filter(|other| **other == name).count() {
                1 => name,
                _ => format!("{name}-{}", role.id),
            }
        };
        assert_shows!(page.exact_text_in("Config block").await, block(&chosen, told_apart));
    })
    .await;
}

#[tokio::test]
async fn a_throttle_and_errors_lose_nothing() {
    let faults = "throttle=20/s,error=10%";
    with_demo(&["--accounts", "60", "--roles", "2", "--faults", faults], async |page| {
        steps::sign_in_and_allow(page, BIG).await;
        page.wait_for_text(Role::Main, "60 accounts, 120 roles").await;
        page.press(Role::Checkbox, "Select all shown").await;
        steps::go_on(page).await;
        let block = page.exact_text_in("Config block").await;
        assert_eq!(block.matches("[profile ").count(), 120);
        assert_eq!(page.names(Role::Alert).await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn somebody_without_an_assignment_is_told_so() {
    with_demo(&[], async |page| {
        steps::sign_in_and_allow(page, EMPTY).await;
        let nothing = "You're signed in, but no accounts are assigned to you yet";
        page.find(Role::Heading, nothing).await;
        page.press(Role::Button, "Sign out").await;
        page.find(Role::Button, "Sign in").await;
    })
    .await;
}

#[tokio::test]
async fn every_partition_is_signed_in_to() {
    with_demo(&[], async |page| {
        for (start_url, region) in PARTITIONS {
            page.fill(Role::Textbox, "Start URL", start_url).await;
            if !start_url.contains(region) {
                page.choose("SSO region", region).await;
            }
            page.press(Role::Button, "Sign in").await;
            page.answer_approval(Answer::Allow).await;
            page.wait_for_text(Role::Main, "3 accounts, 6 roles").await;
            page.press(Role::Checkbox, "Select all shown").await;
            let block = page.exact_text_in("Config block").await;
            let session = format!("\nsso_start_url = {start_url}\nsso_region = {region}\n");
            assert!(block.contains(&session), "{block}");
            assert_eq!(block.matches(&format!("\nregion = {region}\n")).count(), 6, "{block}");
            page.press(Role::Button, "Sign out").await;
            page.find(Role::Button, "Sign in").await;
        }
    })
    .await;
}

/// A role as its checkbox names it: "ROLE in ACCOUNT NAME (ACCOUNT ID)".
#[derive(Clone, Debug, PartialEq)]
struct Row {
    role: String,
    account: String,
    id: String,
}

impl Row {
    fn read(name: &str) -> Option<Row> {
        let (rest, id) = name.strip_suffix(')')?.rsplit_once(" (")?;
        let (role, account) = rest.split_once(" in ")?;
        Some(Row { role: role.to_owned(), account: account.to_owned(), id: id.to_owned() })
    }
}

/// The list as it stands.
async fn roles(page: &Page) -> Vec<Row> {
    page.names(Role::Checkbox).await.iter().filter_map(|name| Row::read(name)).collect()
}

/// What the AWS CLI would have written for these, in this order.
fn block(roles: &[&Row], name: impl Fn(&Row) -> String) -> String {
    let mut sections: Vec<String> = roles
        .iter()
        .map(|role| {
            let (name, Row { role, id, .. }) = (name(role), role);
            format!(
                "[profile {name}]\nsso_session = acme\nsso_account_id = {id}\n\
                 sso_role_name = {role}\nregion = eu-west-1\noutput = json\n"
            )
        })
        .collect();
    let session = format!(
        "[sso-session acme]\nsso_start_url = {BIG}\nsso_region = eu-west-1\n\
         sso_registration_scopes = sso:account:access\n"
    );
    sections.insert(1, session);
    sections.concat()
}
