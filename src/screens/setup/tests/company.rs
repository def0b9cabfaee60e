//! The start page of a company, and links to it.

use super::check;
use super::connect::{check_form, company};
use crate::app::Msg as AppMsg;
use crate::host_config::HostConfig;
use crate::screens::setup::msg::{ConnectMsg, Msg};
use crate::testing::{Outline, Page};
use expect_test::expect;

/// A page whose host has this file.
fn host(json: &str) -> Page {
    company(HostConfig::read_leniently(json).unwrap())
}

#[test]
fn a_company_has_a_start_page_with_one_button() {
    let page = host(
        r##"{"name": "Acme", "logo": "acme.svg", "accent": "#1f2a5a", "notice": "VPN first.",
            "support": {"text": "Ask #help-aws", "link": "https://acme.example/help"},
            "start_url": "https://acme.awsapps.com/start", "region": "eu-west-1"}"##,
    );
    check(
        &page,
        |page| page.all("main"),
        expect![[r#"
        main
          form "Where do you sign in?"
            heading "AWS at Acme"
            Sign in with your Acme account, choose your roles, and your terminal is ready. It takes about two minutes.
            The last step is in a terminal, so open this page on the computer that you work on.
            button "Sign in"
            group
              button "acme.awsapps.com · Europe (Ireland) Edit"
              textbox "Start URL" = "https://acme.awsapps.com/start"
              Your company's AWS access portal. Any link to it will do.
              combobox "SSO region" = "Europe (Ireland) eu-west-1"
              Filled in for you.
              textbox "Session name" = "acme"
              Shows up in your commands.
              group
                button "More options"
                combobox "AWS's addresses" = "Standard (amazonaws.com)"
                Change this only if AWS says “Something doesn't compute” after you sign in. Some companies can use just one of the two.
            We send your start URL to AWS and nothing else. You type your password at AWS, never here.
          listitem (current step)
            heading "Connect"
            Acme filled this in
          listitem
            heading "Approve"
            AWS asks if it's you
          listitem
            heading "Choose"
            Pick accounts and roles
          listitem
            heading "Use it"
            Save, log in, test
    "#]],
    );
    check(
        &page,
        |page| page.before("main"),
        expect![[r#"
        link "Skip to content"
        complementary "Notice"
          VPN first.
        banner
          link "Acme Onramp"
          navigation "Tools"
            listitem: link "Set up" (current page)
            listitem: link "Check a token"
            listitem: link "Tidy my config"
          button "Help"
          button "More"
    "#]],
    );
    check(
        &page,
        |page| page.all("link"),
        expect![[r#"
            link "Skip to content"
            link "Acme Onramp"
            link "Set up" (current page)
            link "Check a token"
            link "Tidy my config"
            link "Ask #help-aws"
            link "For platform engineers"
            link "How to install it, at AWS"
            link "All of this on one page"
            link "Ask #help-aws"
        "#]],
    );
}

#[test]
fn a_company_with_several_portals_has_one_choose() {
    let json = r#"{"sessions": [
        {"label": "Acme", "name": "acme", "start_url": "https://acme.awsapps.com/start", "region": "eu-west-1"},
        {"start_url": "https://labs.awsapps.com/start", "region": "us-east-1"}]}"#;
    let lines = |page: &Outline| {
        let form = page.all("form");
        form.lines().filter(|line| line.contains('"')).map(|line| line.to_owned() + "\n").collect()
    };
    let mut page = host(json);
    check(
        &page,
        lines,
        expect![[r#"
        form "Where do you sign in?"
          heading "Set up the AWS CLI"
          combobox "Portal" = "Acme"
          button "Sign in"
            button "acme.awsapps.com · Europe (Ireland) Edit"
            textbox "Start URL" = "https://acme.awsapps.com/start"
            combobox "SSO region" = "Europe (Ireland) eu-west-1"
            textbox "Session name" = "acme"
              button "More options"
              combobox "AWS's addresses" = "Standard (amazonaws.com)"
    "#]],
    );
    let portals = HostConfig::read_leniently(json).unwrap().portals();
    page.setup(Msg::Connect(ConnectMsg::PortalChosen(portals[1].clone())));
    check(
        &page,
        lines,
        expect![[r#"
        form "Where do you sign in?"
          heading "Set up the AWS CLI"
          combobox "Portal" = "https://labs.awsapps.com/start"
          button "Sign in"
            button "labs.awsapps.com · US East (N. Virginia) Edit"
            textbox "Start URL" = "https://labs.awsapps.com/start"
            combobox "SSO region" = "US East (N. Virginia) us-east-1"
            textbox "Session name" = "labs"
              button "More options"
              combobox "AWS's addresses" = "Standard (amazonaws.com)"
    "#]],
    );
}

#[test]
fn a_wrong_link_is_said() {
    let alerts = |page: &Outline| page.all("alert");
    let mut page = Page::open("#/setup?start_url=https://other.awsapps.com/start&region=eu-wst-1");
    check(
        &page,
        alerts,
        expect![[r#"
        alert: This link names the region “eu-wst-1”, and there is none. Perhaps eu-west-1 was meant.
    "#]],
    );
    let json = r#"{"name": "Acme", "start_url": "https://acme.awsapps.com/start", "allow": {"other_start_urls": false}}"#;
    let config = HostConfig::read_leniently(json).unwrap();
    page.send(AppMsg::HostConfigFetched(Ok(Some(Box::new(config)))));
    check(
        &page,
        alerts,
        expect![[r#"
        alert: This link leads to https://other.awsapps.com/start. Here you can sign in at Acme only, so we left that out.
        alert: This link names the region “eu-wst-1”, and there is none. Perhaps eu-west-1 was meant.
    "#]],
    );
    check_form(
        &page,
        expect![[r#"
        form "Where do you sign in?"
          heading "AWS at Acme"
          Sign in with your Acme account, choose your roles, and your terminal is ready. It takes about two minutes.
          The last step is in a terminal, so open this page on the computer that you work on.
          alert: This link leads to https://other.awsapps.com/start. Here you can sign in at Acme only, so we left that out.
          alert: This link names the region “eu-wst-1”, and there is none. Perhaps eu-west-1 was meant.
          button "Sign in"
            button "acme.awsapps.com Edit"
            combobox "SSO region" = "Choose a region"
            We look it up from your start URL.
            textbox "Session name" = "acme"
            Shows up in your commands.
    "#]],
    );
}

#[test]
fn settings_that_can_be_read_in_part_are_said() {
    let page = host(r#"{"name": "Acme", "accent": "red", "later": 1}"#);
    check(
        &page,
        |page| page.before("form").lines().filter(|line| line.contains("onramp.json")).collect(),
        expect![
            "  We can't read this part of this page's onramp.json, and go on without it: later, accent. Tell whoever runs this page."
        ],
    );
}

#[test]
fn a_company_without_a_portal_of_its_own_shows_its_logo_too() {
    let page = host(r#"{"name": "Acme", "logo": "acme.svg"}"#);
    let html = crate::testing::draw(page.html());
    assert!(html.contains(r#"<img src="acme.svg" alt="" class="logo">"#), "{html}");
}
