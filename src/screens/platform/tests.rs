//! The form, the file that it makes, and what is wrong with it.

pub mod press;

use super::msg::{Flag, List, Msg};
use crate::app::Msg as AppMsg;
use crate::host_config::HostConfig;
use crate::testing::{Outline, Page, brief, draw};
use expect_test::{Expect, expect};

fn open(json: &str) -> Page {
    let mut page = Page::open("#/host");
    let config = HostConfig::read_leniently(json).unwrap();
    page.send(AppMsg::HostConfigFetched(Ok(Some(Box::new(config)))));
    page
}

fn enter(page: &mut Page, path: &str, text: &str) {
    page.send(AppMsg::Platform(Msg::TextEntered(path.to_owned(), text.to_owned())));
}

#[track_caller]
fn check(page: &Page, part: impl FnOnce(&Outline) -> String, expect: Expect) {
    crate::testing::check(page.html(), part, expect);
}

#[test]
fn the_screen_as_it_opens() {
    let mut page = open("{}");
    check(
        &page,
        |page| page.all("main"),
        expect![[r#"
            main
              heading "For platform engineers"
              Make the file onramp.json, put it beside this page, and your company's people sign in with one button. Nothing you enter here leaves this tab.
              heading "Company"
              textbox "Name" = ""
              textbox "Logo" = ""
              A file beside onramp.json.
              textbox "Accent colour" = ""
              We keep it readable, in light and dark.
              textbox "Notice" = ""
              Stands above every screen.
              textbox "Support" = ""
              textbox "Support link" = ""
              heading "Access portal"
              textbox "Start URL" = ""
              textbox "SSO region" = ""
              Where your Identity Center is.
              textbox "Session name" = ""
              Shows up in commands.
              button "Add another portal"
              heading "Profiles"
              textbox "Default region" = ""
              Where their commands work.
              textbox "Output format" = ""
              textbox "Profile name template" = ""
              heading "Rules"
              For accounts and roles by pattern: * stands for any text. Where several rules meet a role, the last one counts, so put exceptions below.
              button "Add a rule"
              heading "What people may do"
              checkbox "Sign in at other start URLs" (checked)
              checkbox "Sign the CLI in too, without a second approval" (checked)
              checkbox "Fetch a role's credentials through the relay"
              heading "Three ways to host it"
              listitem
                The program . One binary with page and relay. It refuses to start with a file that isn't right.
                onramp serve --config onramp.json --origin https://onramp.acme.example
              listitem
                Static files and a relay . The page from nginx, Caddy or CloudFront, with onramp.json beside index.html, and the program for /aws/ alone. The folder deploy/ has each set-up.
                onramp serve --no-page
              listitem: A container . The same program as an image, with the file mounted. See docs/hosting.md.
              region "onramp.json"
                onramp.json
                button "Copy onramp.json"
                button "Download"
                code
                  | {
                  |   "$schema": "onramp.schema.json"
                  | }
        "#]],
    );
    enter(&mut page, "name", "Acme");
    enter(&mut page, "start_url", "https://acme.awsapps.com/start");
    check(
        &page,
        |page| page.raw("pre"),
        expect![[r#"
        {
          "$schema": "onramp.schema.json",
          "name": "Acme",
          "start_url": "https://acme.awsapps.com/start"
        }
    "#]],
    );
    enter(&mut page, "name", "");
    check(
        &page,
        |page| page.raw("pre"),
        expect![[r#"
        {
          "$schema": "onramp.schema.json",
          "start_url": "https://acme.awsapps.com/start"
        }
    "#]],
    );
}

#[test]
fn it_begins_with_the_file_that_this_page_has() {
    let mut page = open(r#"{"company": "Acme", "rules": [{"role": "Billing", "hidden": true}]}"#);
    check(
        &page,
        |page| page.raw("pre"),
        expect![[r#"
        {
          "$schema": "onramp.schema.json",
          "name": "Acme",
          "rules": [
            {
              "role": "Billing",
              "hidden": true
            }
          ]
        }
    "#]],
    );
    enter(&mut page, "rules[0].region", "eu-wst-1");
    for msg in [
        Msg::FlagToggled(Flag::Hidden(0)),
        Msg::FlagToggled(Flag::Recommended(0)),
        Msg::FlagToggled(Flag::SaveToken),
        Msg::PropertyChosen(0, "cli_pager=".to_owned()),
        Msg::PropertyChosen(0, "retry_mode=adaptive".to_owned()),
        Msg::PropertyChosen(0, "cli_pager=".to_owned()),
        Msg::AddClicked(List::Rules),
        Msg::AddClicked(List::Rules),
        Msg::RemoveClicked(List::Rules, 1),
    ] {
        page.send(AppMsg::Platform(msg));
    }
    check(
        &page,
        |page| page.raw("pre"),
        expect![[r#"
        {
          "$schema": "onramp.schema.json",
          "name": "Acme",
          "rules": [
            {
              "role": "Billing",
              "region": "eu-wst-1",
              "properties": {
                "retry_mode": "adaptive"
              },
              "recommended": true
            },
            {}
          ],
          "allow": {
            "other_start_urls": true,
            "save_token": false,
            "role_credentials": false
          }
        }
    "#]],
    );
    check(
        &page,
        |page| page.all("alert"),
        expect![[r#"
        alert: no region `eu-wst-1` with Identity Center is known, did you mean `eu-west-1`?
    "#]],
    );
}

#[test]
fn one_portal_becomes_the_first_of_several_and_back() {
    let mut page =
        open(r#"{"start_url": "https://acme.awsapps.com/start", "session_name": "acme"}"#);
    page.send(AppMsg::Platform(Msg::AddClicked(List::Sessions)));
    check(
        &page,
        |page| page.raw("pre"),
        expect![[r#"
        {
          "$schema": "onramp.schema.json",
          "sessions": [
            {
              "start_url": "https://acme.awsapps.com/start",
              "name": "acme"
            },
            {}
          ]
        }
    "#]],
    );
    page.send(AppMsg::Platform(Msg::RemoveClicked(List::Sessions, 1)));
    check(
        &page,
        |page| page.raw("pre"),
        expect![[r#"
        {
          "$schema": "onramp.schema.json",
          "start_url": "https://acme.awsapps.com/start",
          "session_name": "acme"
        }
    "#]],
    );
}

#[test]
fn the_page_wears_the_colour_as_long_as_the_screen_is_there() {
    let mut page = Page::open("#/host");
    let own = HostConfig::read_leniently(r##"{"accent": "#123456"}"##).unwrap();
    let mut effects = Vec::new();
    effects.extend(page.send(AppMsg::HostConfigFetched(Ok(Some(Box::new(own))))));
    for text in ["#abc", "#ab"] {
        let msg = Msg::TextEntered("accent".to_owned(), text.to_owned());
        effects.extend(page.send(AppMsg::Platform(msg)));
    }
    effects.extend(page.go("#/help"));
    expect!["SetAccent, SetAccent, SetAccent, SetAccent, SetAccent, Focus(heading)"]
        .assert_eq(&brief(&effects));
}

#[test]
fn the_focus_goes_to_the_first_field_of_what_was_added() {
    let mut page = open(r#"{"rules": [{}]}"#);
    let mut add = |list: List, before: &str| {
        let effects = page.send(AppMsg::Platform(Msg::AddClicked(list)));
        let focus = brief(&effects);
        let id = focus.trim_start_matches("FocusField(").trim_end_matches(')');
        let html = draw(page.html());
        let (_, entry) = html.split_once(before).expect("the new entry");
        let first = entry.split("<input").nth(1).expect("a field");
        assert!(first.contains(&format!("id=\"{id}\"")), "{focus}: {first}");
    };
    add(List::Rules, "<legend>Rule 2</legend>");
    add(List::Sessions, "<legend>Portal 2</legend>");
}
