//! "Choose": by keyboard and in ranges, one profile's own settings, the way into the console.

use crate::steps::{self, BIG, SOLO};
use onramp_e2e::{Answer, Page, Press, Role, assert_shows, until, with_demo};

const FILTER: &str = "Filter accounts and roles";

/// From the empty form to the button that saves.
const MOST_STOPS: usize = 25;

#[tokio::test]
async fn the_main_job_takes_few_tab_stops() {
    for start_url in [SOLO, BIG] {
        with_demo(&[], async |page| {
            let stops = stops_to_save(page, start_url).await;
            assert!(stops.iter().sum::<usize>() <= MOST_STOPS, "{stops:?} at {start_url}");
        })
        .await;
    }
}

/// How many each screen takes, with its shortcuts: the link past the header, `/` to the search, the arrow
/// down from there to the list.
async fn stops_to_save(page: &Page, start_url: &str) -> Vec<usize> {
    let mut stops = vec![page.tab_to(Role::Link, "Skip to content").await];
    page.key(Press::Enter).await;
    stops.push(page.tab_to(Role::Textbox, "Start URL").await);
    page.type_text(start_url).await;
    page.key(Press::Enter).await;
    stops.push(page.tab_to(Role::Link, "Open AWS to approve").await);
    page.key(Press::Enter).await;
    page.answer_in_new_tab(Answer::Allow).await;
    if start_url == BIG {
        page.wait_for_text(Role::Main, "12 accounts, 36 roles").await;
        page.key(Press::Slash).await;
        page.type_text("production readonly").await;
        page.wait_for_text(Role::Status, "shown").await;
        page.key(Press::Down).await;
        page.key(Press::Space).await;
    }
    page.find(Role::Button, "Copy config block").await;
    stops.push(page.tab_to(Role::Button, "Continue").await);
    page.key(Press::Enter).await;
    page.find(Role::Region, "Log in").await;
    stops.push(page.tab_to(Role::Button, "Save to ~/.aws").await);
    stops
}

#[tokio::test]
async fn a_range_is_chosen_and_one_profile_of_it_gets_its_own_name_and_region() {
    with_demo(&[], async |page| {
        let downloads = page.downloads().await;
        steps::sign_in_and_allow(page, BIG).await;
        page.wait_for_text(Role::Main, "12 accounts, 36 roles").await;
        page.find(Role::Button, "Sign out").await;
        page.key(Press::Slash).await;
        page.type_text("a/").await;
        assert_shows!(page.value_of(Role::Searchbox, FILTER).await, "a/");
        page.fill(Role::Searchbox, FILTER, "").await;
        let first = first_role(page).await;
        page.tab_to(Role::Checkbox, &first).await;
        page.shift_key(Press::Down).await;
        page.shift_key(Press::Down).await;
        page.wait_for_text(Role::Main, "3 of 36 chosen").await;
        page.key(Press::Space).await;
        page.wait_for_text(Role::Main, "2 of 36 chosen").await;
        page.key(Press::Up).await;
        page.key(Press::Up).await;
        page.shift_key(Press::Space).await;
        page.wait_for_text(Role::Main, "0 of 36 chosen").await;
        page.key(Press::Space).await;
        page.key(Press::Right).await;
        page.key(Press::Enter).await;
        let name = format!("Profile name of {first}");
        page.fill(Role::Textbox, &name, "mine").await;
        page.choose(&format!("Region of {first}"), "us-west-2").await;
        page.press(Role::Button, "Done").await;
        let block = page.exact_text_in("Config block").await;
        assert!(block.starts_with("[profile mine]\n"), "{block}");
        assert!(block.contains("\nregion = us-west-2\n"), "{block}");
        page.fill(Role::Searchbox, FILTER, "no such thing").await;
        assert_shows!(page.exact_text_in("Config block").await, block);
        page.press(Role::Button, "Save as bookmarks").await;
        let bookmarks = downloads.bytes_of("aws-roles.html").await;
        let bookmarks = String::from_utf8(bookmarks).unwrap();
        assert!(
            bookmarks.contains("https://d-0000000001.awsapps.com/start/#/console?account_id="),
            "{bookmarks}"
        );
        page.press(Role::Button, "Edit mine").await;
        page.press(Role::Button, "Reset").await;
        until("the template's name to be back", async || {
            (page.exact_text_in("Config block").await != block).then_some(())
        })
        .await;
    })
    .await;
}

async fn first_role(page: &Page) -> String {
    until("a role", async || {
        page.names(Role::Checkbox).await.into_iter().find(|name| name.contains(" in "))
    })
    .await
}
