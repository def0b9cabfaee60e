//! Step one: the form.

use super::check;
use crate::app::Msg as AppMsg;
use crate::host_config::{HostConfig, HostConfigUnreadable};
use crate::screens::setup::msg::{ApproveMsg, ConnectMsg, Msg};
use crate::screens::setup::state::Open;
use crate::testing::setup::ACME;
use crate::testing::{Outline, Page, brief, draw};
use expect_test::{Expect, expect};
use onramp_domain::host_config::Demo;
use onramp_domain::{PortalHost, Region};

fn entered(url: &str) -> Page {
    let mut page = Page::open("");
    page.enter(url);
    page
}

fn looked_up(answer: Option<Region>) -> Page {
    let mut page = entered(ACME);
    let host = PortalHost::parse("acme.awsapps.com").unwrap();
    page.setup(Msg::RegionLookedUp(host, answer));
    page
}

pub(super) fn company(config: HostConfig) -> Page {
    let mut page = Page::open("");
    page.send(AppMsg::HostConfigFetched(Ok(Some(Box::new(config)))));
    page
}

/// What the form says, without what it always says.
#[track_caller]
pub(super) fn check_form(page: &Page, expect: Expect) {
    let always = [
        "group",
        "button \"More options\"",
        "combobox \"AWS's addresses\"",
        "We send",
        "Change this",
    ];
    let lines = |outline: &Outline| {
        let form = outline.all("form");
        let lines =
            form.lines().filter(|line| !always.iter().any(|it| line.trim().starts_with(it)));
        lines.map(|line| line.to_owned() + "\n").collect()
    };
    check(page, lines, expect);
}

#[test]
fn the_page_as_it_opens() {
    check(
        &Page::open(""),
        |page| page.all("main"),
        expect![[r#"
        main
          heading "Set up the AWS CLI"
          Sign in to AWS in your browser, pick the roles you need, and save one block. It takes about two minutes, and there are no access keys to look after.
          The last step is in a terminal, so open this page on the computer that you work on.
          listitem (current step)
            Connect Step 1 of 4
            form "Where do you sign in?"
              textbox "Start URL" = ""
              Your company's AWS access portal. Any link to it will do.
              combobox "SSO region" = "Choose a region"
              We look it up from your start URL.
              textbox "Session name" = "my-sso"
              Shows up in your commands.
              group
                button "More options"
                combobox "AWS's addresses" = "Standard (amazonaws.com)"
                Change this only if AWS says “Something doesn't compute” after you sign in. Some companies can use just one of the two.
              button "Sign in"
              We send your start URL to AWS and nothing else. You type your password at AWS, never here.
          listitem: Approve AWS asks if it's you
          listitem: Choose Pick accounts and roles
          listitem: Use it Save, log in, test
    "#]],
    );
}

#[test]
fn a_session_name_that_some_sdks_do_not_take_is_said() {
    for (name, is_said) in [("our team", true), ("our-team", false)] {
        let mut page = Page::open("");
        page.connect(ConnectMsg::SessionNameEntered(name.to_owned()));
        assert_eq!(draw(page.html()).contains("The CLI takes this name."), is_said, "{name}");
    }
}

#[test]
fn mistakes_are_said_where_they_are() {
    let mut page = entered("https://user@acme.awsapps.com/start");
    page.connect(ConnectMsg::SessionNameEntered("a]b".to_owned()));
    page.press_sign_in();
    check_form(
        &page,
        expect![[r#"
        form "Where do you sign in?"
          textbox "Start URL" = "https://user@acme.awsapps.com/start" (invalid)
          alert: This address has a user name in it. Paste it without the part before the @.
          Your company's AWS access portal. Any link to it will do.
          combobox "SSO region" = "Choose a region"
          We look it up from your start URL.
          textbox "Session name" = "a]b" (invalid)
          alert: Use a short word without line breaks or brackets, such as your company's name.
          Shows up in your commands.
          button "Sign in"
    "#]],
    );
}

/// Chooses each region by hand, and says whether the start URL is said to lead to Ireland.
#[track_caller]
fn check_chosen(page: &mut Page, regions: &[(&str, bool)]) {
    for (region, warned) in regions {
        page.connect(ConnectMsg::RegionChosen(Some(Region::parse(region).unwrap())));
        let warning = expect![[r#"
            alert
              Your start URL leads to Europe (Ireland). In another region AWS most likely won't know it.
              button "Use Europe (Ireland)"
        "#]];
        check(page, |page| page.all("alert"), if *warned { warning } else { expect![[""]] });
    }
}

#[test]
fn who_overrides_the_region_that_was_found_is_warned() {
    let mut named = entered("https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws");
    check_chosen(&mut named, &[("eu-west-2", true), ("eu-west-1", false)]);
    let mut answered = looked_up(Region::parse("eu-west-1").ok());
    check(&answered, |page| page.all("alert"), expect![[""]]);
    check_chosen(&mut answered, &[("eu-west-2", true), ("eu-west-1", false), ("eu-west-2", true)]);
    // What is known of one portal says nothing of another, or of one where nothing was found.
    answered.enter("https://globex.awsapps.com/start");
    check(&answered, |page| page.all("alert"), expect![[""]]);
    check_chosen(&mut looked_up(None), &[("eu-west-2", false)]);
}

#[test]
fn who_takes_the_choice_of_a_region_back_signs_in_where_the_start_url_leads() {
    let named = entered("https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws");
    let answered = looked_up(Some(Region::parse("eu-west-1").unwrap()));
    for mut page in [named, answered] {
        page.connect(ConnectMsg::RegionChosen(Region::parse("eu-west-2").ok()));
        page.connect(ConnectMsg::RegionChosen(None));
        page.press_sign_in();
        let portal = page.model.setup.portal().expect("the sign-in is under way");
        assert_eq!(portal.region.id(), "eu-west-1");
    }
}

#[test]
fn the_region_is_looked_up_and_signing_in_waits_for_it() {
    let mut page = entered("acme.awsapps.com/start");
    check_form(
        &page,
        expect![[r#"
        form "Where do you sign in?"
          textbox "Start URL" = "acme.awsapps.com/start"
          Read as https://acme.awsapps.com/start
          combobox "SSO region" = "Choose a region"
          Finding the region…
          textbox "Session name" = "acme"
          Shows up in your commands.
          button "Sign in"
    "#]],
    );
    page.press_sign_in();
    check_form(
        &page,
        expect![[r#"
        form "Where do you sign in?"
          textbox "Start URL" = "acme.awsapps.com/start"
          Read as https://acme.awsapps.com/start
          combobox "SSO region" = "Choose a region"
          Finding the region…
          textbox "Session name" = "acme"
          Shows up in your commands.
          button "Sign in"
          status: Finding the region. Signing in follows by itself.
    "#]],
    );
}

#[test]
fn the_region_was_found() {
    check_form(
        &looked_up(Region::parse("eu-west-1").ok()),
        expect![[r#"
        form "Where do you sign in?"
          textbox "Start URL" = "https://acme.awsapps.com/start"
          Your company's AWS access portal. Any link to it will do.
          combobox "SSO region" = "Europe (Ireland) eu-west-1"
          Found from your start URL
          textbox "Session name" = "acme"
          Shows up in your commands.
          button "Sign in"
    "#]],
    );
}

#[test]
fn the_region_was_not_found_and_is_missing() {
    let mut page = looked_up(None);
    page.press_sign_in();
    check_form(
        &page,
        expect![[r#"
        form "Where do you sign in?"
          textbox "Start URL" = "https://acme.awsapps.com/start"
          Your company's AWS access portal. Any link to it will do.
          combobox "SSO region" = "Choose a region" (invalid)
          alert: Choose the region. Your start URL doesn't tell us.
          We couldn't find it from your start URL. Open your AWS access portal: the address of its sign-in page starts with the region, like https://eu-west-1.signin.aws.
          textbox "Session name" = "acme"
          Shows up in your commands.
          button "Sign in"
    "#]],
    );
}

#[test]
fn a_link_filled_the_form_in() {
    let page = Page::open("#/setup?start_url=acme.awsapps.com/start&region=eu-west-1&session=dev");
    check_form(
        &page,
        expect![[r#"
        form "Where do you sign in?"
          heading "Set up the AWS CLI"
          Sign in to AWS in your browser, pick the roles you need, and save one block. It takes about two minutes, and there are no access keys to look after.
          The last step is in a terminal, so open this page on the computer that you work on.
          This link filled in the form. Check that the start URL is your company's. We send nothing until you choose Sign in.
          button "Sign in"
            button "acme.awsapps.com · Europe (Ireland) Edit"
            textbox "Start URL" = "acme.awsapps.com/start"
            Read as https://acme.awsapps.com/start
            combobox "SSO region" = "Europe (Ireland) eu-west-1"
            Filled in for you.
            textbox "Session name" = "dev"
            Shows up in your commands.
    "#]],
    );
}

#[test]
fn a_region_of_another_partition_stays_in_sight() {
    let page =
        Page::open("#/setup?start_url=start.home.awsapps.cn/directory/acme&region=us-east-1");
    check(
        &page,
        |page| page.all("form").lines().filter(|line| line.contains("SSO region")).collect(),
        expect![[r#"    combobox "SSO region" = "US East (N. Virginia) us-east-1""#]],
    );
}

#[test]
fn a_demo_says_so_and_offers_its_portals() {
    let start_urls = ["solo", "empty", "many", "other"]
        .map(|name| format!("https://{name}.awsapps.com/start"))
        .to_vec();
    let demo = Some(Demo { approval_origin: "http://127.0.0.1:1".to_owned(), start_urls });
    let page = company(HostConfig { demo, ..HostConfig::default() });
    check(
        &page,
        |page| page.region("This is a demo"),
        expect![[r#"
            region "This is a demo"
              This is a demo . A simulated Identity Center answers here, with made-up people and accounts. AWS isn't asked. Pick a portal to try:
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
    page.send(AppMsg::HostConfigFetched(Err(HostConfigUnreadable)));
    check(
        &page,
        |page| page.before("form").lines().filter(|line| line.contains("onramp.json")).collect(),
        expect![
            "  We can't read this page's onramp.json, so your company's settings are missing. You can go on without them. Tell whoever runs this page."
        ],
    );
}

#[test]
fn why_the_person_is_here_again() {
    let mut page = Page::with_code();
    page.setup(Msg::Approve(ApproveMsg::CancelClicked));
    check(
        &page,
        |page| page.all("status"),
        expect![[r#"
        status: Sign-in cancelled. The code no longer works for this page.
    "#]],
    );
    let mut page = Page::signed_in();
    page.setup(Msg::SignOutClicked);
    check(
        &page,
        |page| page.all("status"),
        expect![[r#"
        status: Signing out at AWS…
    "#]],
    );
}

#[test]
fn a_signed_in_person_looks_at_the_form_and_goes_back() {
    let mut page = Page::listed();
    page.setup(Msg::EditClicked(Open::Connect));
    check(
        &page,
        |page| page.all("button"),
        expect![[r#"
            button "Help"
            button "More"
            button "Copy link for a colleague"
            button "Sign out"
            button "More options"
            button "Sign in"
            button "Back to your roles"
            button "Sign out"
            button "Close help"
            button "What is a start URL?"
            button "Which region do I need?"
            button "What happens when I sign in?"
            button "What can this page see?"
            button "What goes into my config?"
            button "What do I do every day?"
            button "How do I remove a profile?"
            button "Why not long-lived keys?"
            button "I don't have the AWS CLI"
            button "Can my company have its own start page?"
            button "My list is empty"
        "#]],
    );
}

/// Its button goes with what it is about.
#[test]
fn taking_back_another_region_hands_the_focus_to_the_field() {
    let mut page = Page::open("");
    page.enter("https://ssoins-0000000000000001.portal.eu-central-1.app.aws");
    let choose = |id| ConnectMsg::RegionChosen(Region::parse(id).ok());
    assert_eq!(brief(&page.connect(choose("eu-west-1"))), "");
    assert_eq!(brief(&page.connect(choose("eu-central-1"))), "Focus(sso-region)");
}
