//! Step one: where to sign in.

use crate::app::event::{Event, PortalEvent, RegionNotOffered, SiteUnreadable};
use crate::app::site::{DemoFile, SiteFile};
use crate::app::testing::{ACME, Page};
use crate::ui::tests::check;
use crate::ui::tests::outline::Outline;
use expect_test::{Expect, expect};
use onramp_domain::Region;
use onramp_domain::device_flow::Input;
use onramp_domain::portal_host::PortalHost;

#[track_caller]
fn check_form(page: Page, expect: Expect) {
    check(page, |page| page.all("form"), expect);
}

fn typed(url: &str) -> Page {
    let mut page = Page::open("");
    page.portal(PortalEvent::StartUrlEntered(url.to_owned()));
    page
}

fn looked_up(answer: Result<Option<Region>, RegionNotOffered>) -> Page {
    let mut page = typed(ACME);
    let host = PortalHost::parse("acme.awsapps.com").unwrap();
    page.portal(PortalEvent::RegionLookedUp(host, answer));
    page
}

#[test]
fn an_empty_form() {
    check_form(
        Page::open(""),
        expect![[r#"
            form "Where do you sign in?"
              textbox "Start URL" = ""
              The address of your company's AWS access portal. Paste what you have: from a guide, a chat, or your browser's address bar.
              combobox "SSO region" = "Choose the region…"
              Where your company's Identity Center lives; not where you work.
              textbox "Session name" = "my-sso"
              What this sign-in is called in your config. Any short word; you see it again in commands.
              group
                button "More options"
                combobox "AWS's addresses" = "Standard (amazonaws.com)"
                Change this only if AWS answers “Something doesn't compute” after you sign in: your company then knows just one of the two.
              button "Sign in"
              Sent to AWS through this page's relay: your start URL. Nothing is stored, and pasted files never leave this page.
        "#]],
    );
}

#[test]
fn a_form_with_faults() {
    let mut page = typed("https://user@acme.awsapps.com/start");
    page.portal(PortalEvent::SessionNameEntered("a]b".to_owned()));
    page.portal(PortalEvent::SignInClicked);
    check_form(
        page,
        expect![[r#"
            form "Where do you sign in?"
              textbox "Start URL" = "https://user@acme.awsapps.com/start" (invalid)
              alert: There is a user name in this address. Paste it without what stands before the @.
              The address of your company's AWS access portal. Paste what you have: from a guide, a chat, or your browser's address bar.
              combobox "SSO region" = "Choose the region…"
              Where your company's Identity Center lives; not where you work.
              textbox "Session name" = "a]b" (invalid)
              alert: Use a short word without line breaks or brackets, such as your company's name.
              What this sign-in is called in your config. Any short word; you see it again in commands.
              group
                button "More options"
                combobox "AWS's addresses" = "Standard (amazonaws.com)"
                Change this only if AWS answers “Something doesn't compute” after you sign in: your company then knows just one of the two.
              button "Sign in"
              Sent to AWS through this page's relay: your start URL. Nothing is stored, and pasted files never leave this page.
        "#]],
    );
}

#[test]
fn the_region_is_being_looked_up() {
    check_form(
        typed("acme.awsapps.com/start"),
        expect![[r#"
            form "Where do you sign in?"
              textbox "Start URL" = "acme.awsapps.com/start"
              Read as https://acme.awsapps.com/start
              combobox "SSO region" = "Choose the region…"
              Finding the region…
              textbox "Session name" = "acme"
              What this sign-in is called in your config. Any short word; you see it again in commands.
              group
                button "More options"
                combobox "AWS's addresses" = "Standard (amazonaws.com)"
                Change this only if AWS answers “Something doesn't compute” after you sign in: your company then knows just one of the two.
              button "Sign in"
              Sent to AWS through this page's relay: your start URL. Nothing is stored, and pasted files never leave this page.
        "#]],
    );
}

#[test]
fn the_region_was_found() {
    check_form(
        looked_up(Ok(Region::parse("eu-west-1").ok())),
        expect![[r#"
            form "Where do you sign in?"
              textbox "Start URL" = "https://acme.awsapps.com/start"
              The address of your company's AWS access portal. Paste what you have: from a guide, a chat, or your browser's address bar.
              combobox "SSO region" = "Europe (Ireland) eu-west-1"
              Found: your portal's start page names it.
              textbox "Session name" = "acme"
              What this sign-in is called in your config. Any short word; you see it again in commands.
              group
                button "More options"
                combobox "AWS's addresses" = "Standard (amazonaws.com)"
                Change this only if AWS answers “Something doesn't compute” after you sign in: your company then knows just one of the two.
              button "Sign in"
              Sent to AWS through this page's relay: your start URL. Nothing is stored, and pasted files never leave this page.
        "#]],
    );
}

#[test]
fn the_region_was_not_found_and_is_missing() {
    let mut page = looked_up(Err(RegionNotOffered));
    page.portal(PortalEvent::SignInClicked);
    check_form(
        page,
        expect![[r#"
            form "Where do you sign in?"
              textbox "Start URL" = "https://acme.awsapps.com/start"
              The address of your company's AWS access portal. Paste what you have: from a guide, a chat, or your browser's address bar.
              combobox "SSO region" = "Choose the region…"
              alert: Choose the region first: your start URL does not name it.
              It could not be found from your start URL. You see it in your AWS access portal at the top right, or in the address of its sign-in page: https://REGION.signin.aws. It is where your company's Identity Center lives; not where you work.
              textbox "Session name" = "acme"
              What this sign-in is called in your config. Any short word; you see it again in commands.
              group
                button "More options"
                combobox "AWS's addresses" = "Standard (amazonaws.com)"
                Change this only if AWS answers “Something doesn't compute” after you sign in: your company then knows just one of the two.
              button "Sign in"
              Sent to AWS through this page's relay: your start URL. Nothing is stored, and pasted files never leave this page.
        "#]],
    );
}

#[test]
fn a_link_filled_the_form_in() {
    let page = Page::open("#/setup?start_url=acme.awsapps.com/start&region=eu-west-1&session=dev");
    check_form(
        page,
        expect![[r#"
            form "Where do you sign in?"
              Filled in by the link that opened this page. Check that it is your company's address; nothing is sent before you press Sign in.
              textbox "Start URL" = "acme.awsapps.com/start"
              Read as https://acme.awsapps.com/start
              combobox "SSO region" = "Europe (Ireland) eu-west-1"
              Where your company's Identity Center lives; not where you work.
              textbox "Session name" = "dev"
              What this sign-in is called in your config. Any short word; you see it again in commands.
              group
                button "More options"
                combobox "AWS's addresses" = "Standard (amazonaws.com)"
                Change this only if AWS answers “Something doesn't compute” after you sign in: your company then knows just one of the two.
              button "Sign in"
              Sent to AWS through this page's relay: your start URL. Nothing is stored, and pasted files never leave this page.
        "#]],
    );
}

#[test]
fn a_region_of_another_partition_stays_in_sight() {
    let page =
        Page::open("#/setup?start_url=start.home.awsapps.cn/directory/acme&region=us-east-1");
    let region_line = |page: &Outline| {
        let form = page.all("form");
        form.lines().find(|line| line.contains("SSO region")).unwrap_or_default().trim().to_owned()
    };
    check(
        page,
        region_line,
        expect![[r#"combobox "SSO region" = "US East (N. Virginia) us-east-1""#]],
    );
}

#[test]
fn a_company_fills_the_form_in() {
    let mut page = Page::open("");
    page.send(Event::SiteGot(Ok(Some(SiteFile {
        company: Some("Acme".to_owned()),
        start_url: Some(ACME.to_owned()),
        region: Some("eu-west-1".to_owned()),
        ..SiteFile::default()
    }))));
    check(
        page,
        |page| page.all("heading") + &page.all("form"),
        expect![[r#"
            heading "Set up the AWS CLI for Acme"
            heading "What happens next"
            heading "What this page gets to see"
            form "Where do you sign in?"
              Filled in by whoever hosts this page for you. Nothing is sent before you press Sign in.
              textbox "Start URL" = "https://acme.awsapps.com/start"
              The address of your company's AWS access portal. Paste what you have: from a guide, a chat, or your browser's address bar.
              combobox "SSO region" = "Europe (Ireland) eu-west-1"
              Where your company's Identity Center lives; not where you work.
              textbox "Session name" = "acme"
              What this sign-in is called in your config. Any short word; you see it again in commands.
              group
                button "More options"
                combobox "AWS's addresses" = "Standard (amazonaws.com)"
                Change this only if AWS answers “Something doesn't compute” after you sign in: your company then knows just one of the two.
              button "Sign in"
              Sent to AWS through this page's relay: your start URL. Nothing is stored, and pasted files never leave this page.
        "#]],
    );
}

#[test]
fn a_demo_says_so_and_offers_its_portals() {
    let mut page = Page::open("");
    let start_urls = ["solo", "empty", "many", "other"]
        .map(|name| format!("https://{name}.awsapps.com/start"))
        .to_vec();
    let demo = Some(DemoFile { approval_origin: "http://127.0.0.1:1".to_owned(), start_urls });
    page.send(Event::SiteGot(Ok(Some(SiteFile { demo, ..SiteFile::default() }))));
    check(
        page,
        |page| page.region("This is a demo"),
        expect![[r#"
            region "This is a demo"
              This is a demo. A simulated Identity Center with made-up people and accounts answers here; AWS is not asked. Pick a portal to try:
              button "solo.awsapps.com"
              button "empty.awsapps.com"
              button "many.awsapps.com"
              group
                button "More portals: other partitions and forms of address"
                button "other.awsapps.com"
        "#]],
    );
}

#[test]
fn settings_that_can_not_be_read_are_said() {
    let mut page = Page::open("");
    page.send(Event::SiteGot(Err(SiteUnreadable)));
    check(
        page,
        |page| page.before("form"),
        expect![[r#"
            link "Skip to the content"
            banner
              link "Onramp"
              navigation "Main"
                listitem: link "Set up" (current page)
                listitem: link "Check a token"
                listitem: link "Tidy my config"
            main
              heading "Set up the AWS CLI"
              Sign in once, choose your accounts and roles, and copy the lines the AWS CLI needs. Nothing to install for this page, no long-lived keys.
              listitem (current step): Where
              listitem: Approve
              listitem: Choose and copy
              This page's onramp.json can't be read, so your company's settings are missing. You can go on without them; please tell whoever hosts this page.
        "#]],
    );
}

#[test]
fn why_the_person_is_here_again() {
    let mut page = Page::with_code();
    page.send(Event::Flow(Input::Cancel));
    check(
        page,
        |page| page.all("status"),
        expect![[r#"
            status: Sign-in cancelled. The code is void for this page.
        "#]],
    );
    let mut page = Page::signed_in();
    page.send(Event::Flow(Input::SignOut));
    check(
        page,
        |page| page.all("status"),
        expect![[r#"
            status: Signing out at AWS…
        "#]],
    );
}
