//! The frame: routing, focus, titles, files that come in, the header.

mod walk;

use crate::app::{Early, Msg};
use crate::effect::{ClipboardRefused, CopyId, Effect};
use crate::file_text::{FileText, ReadFile};
use crate::route::Screen;
use crate::screens::setup;
use crate::testing::{Outline, Page, brief, check, draw};
use expect_test::{expect, expect_file};

/// The document has the start screen in it, so that one can type before the page has started.
#[test]
fn the_document_holds_the_start_screen_as_the_page_draws_it() {
    let mut html = draw(Page::open("").html());
    // A line for each part, for whoever reads what has changed.
    for tag in [
        "header", "nav", "button", "main", "form", "li", "div", "details", "option", "footer",
        "dialog", "p",
    ] {
        html = html.replace(&format!("<{tag} "), &format!("\n<{tag} "));
    }
    expect_file!["../../www/start.html"].assert_eq(&(html.trim().to_owned() + "\n"));
}

/// It would be painted first otherwise.
#[test]
fn the_document_shows_the_start_screen_at_no_other_screens_address() {
    let others = [Screen::Token, Screen::Config, Screen::Help, Screen::Platform];
    let names = others.map(|screen| screen.href().trim_start_matches("#/")).join("|");
    let boot = include_str!("../../www/boot.js");
    assert!(boot.contains(&format!("/^#\\/({names})/.test(location.hash)")), "{names}");
}

#[test]
fn what_was_done_before_the_page_had_started_is_taken_over() {
    let early = Early {
        start_url: Some("https://acme.awsapps.com/start".to_owned()),
        sso_region: Some("eu-west-1".to_owned()),
        session_name: Some("corp".to_owned()),
        submitted: true,
        focus: None,
    };
    let page = Page::open_after(&early, "#/setup?start_url=https://other.awsapps.com/start");
    assert_eq!(
        brief(&page.asked),
        "FetchHostConfig, Register, Focus(heading), ReplaceAddress(#/setup?start_url=https://acme.awsapps.com/start&region=eu-west-1&session=corp), PushEntry(Choose)"
    );
    let typed = Early { submitted: false, ..early };
    check(
        Page::open_after(&typed, "").html(),
        |page| page.all("form"),
        expect![[r#"
        form "Where do you sign in?"
          textbox "Start URL" = "https://acme.awsapps.com/start"
          Your company's AWS access portal. Any link to it will do.
          combobox "SSO region" = "Europe (Ireland) eu-west-1"
          Where your company's Identity Center is. It can differ from the region you work in.
          textbox "Session name" = "corp"
          Shows up in your commands.
          group
            button "More options"
            combobox "AWS's addresses" = "Standard (amazonaws.com)"
            Change this only if AWS says “Something doesn't compute” after you sign in. Some companies can use just one of the two.
          button "Sign in"
          We send your start URL to AWS and nothing else. You type your password at AWS, never here.
    "#]],
    );
}

#[test]
fn the_skip_link_leads_to_the_content_and_to_no_other_screen() {
    let mut page = Page::open("#/token");
    let effects = page.send(Msg::SkipClicked);
    assert_eq!(brief(&effects), "Focus(main)");
    assert_eq!(page.title(), "Onramp · Check a token");
}

#[test]
fn another_screen_has_another_title_and_takes_the_focus() {
    let mut page = Page::open("");
    assert_eq!(page.title(), "Onramp · Set up");
    assert_eq!(brief(&page.go("#/config")), "Focus(heading)");
    assert_eq!(page.title(), "Onramp · Tidy my config");
    assert_eq!(brief(&page.go("#/config")), "");
}

#[test]
fn a_screen_that_is_not_shown_takes_no_focus() {
    let (mut shown, mut hidden) = (Page::with_code(), Page::with_code());
    hidden.go("#/token");
    assert_eq!(brief(&shown.approve()), "WakeAt, ListAccounts, Focus(heading)");
    assert_eq!(brief(&hidden.approve()), "WakeAt, ListAccounts");
}

#[test]
fn the_screen_one_is_on_is_marked_in_the_navigation() {
    check(
        Page::open("#/token").html(),
        |page| page.all("navigation"),
        expect![[r#"
            navigation "Tools"
              listitem: link "Set up"
              listitem: link "Check a token" (current page)
              listitem: link "Tidy my config"
        "#]],
    );
}

#[test]
fn help_is_read_from_top_to_bottom() {
    check(
        Page::open("#/help").html(),
        Outline::headings,
        expect![[r#"
            What this page does
              What is a start URL?
              Which region do I need?
              What happens when I sign in?
              What can this page see?
              What goes into my config?
              What do I do every day?
              How do I remove a profile?
              Why not long-lived keys?
              I don't have the AWS CLI
              Can my company have its own start page?
              My list is empty
        "#]],
    );
}

#[test]
fn files_that_were_chosen_earlier_and_read_later_are_dropped() {
    let mut page = Page::open("");
    let mut read = |sequence| {
        let files = vec![ReadFile::pasted(FileText::new("{}"))];
        brief(&page.send(Msg::FilesRead { sequence, files }))
    };
    assert_eq!(read(2), "Navigate(Token)");
    assert_eq!(read(1), "");
    assert_eq!(read(3), "Navigate(Token)");
}

#[test]
fn copying_is_said_and_forgotten_after_two_seconds() {
    let mut page = Page::open("");
    let text = FileText::new("x");
    let effects = page.send(Msg::Copied(CopyId("block", 0), text, Ok(())));
    assert_eq!(brief(&effects), "WakeAt(Tick)");
    check(
        page.html(),
        |page| page.after("contentinfo"),
        expect![[r#"
            status: Copied
        "#]],
    );
    page.pass(chrono::TimeDelta::seconds(2));
    check(page.html(), |page| page.after("contentinfo"), expect![""]);
}

#[test]
fn the_menu_and_the_drawer_are_closed_to_begin_with() {
    let page = Page::open("");
    let menu = |page: &Outline| page.within("more");
    check(
        page.html(),
        menu,
        expect![[r#"
        button "Copy link for a colleague"
    "#]],
    );
    check(
        Page::signed_in().html(),
        menu,
        expect![[r#"
        button "Copy link for a colleague"
        button "Sign out"
    "#]],
    );
    check(
        page.html(),
        |page| page.all("banner"),
        expect![[r#"
        banner
          link "Onramp"
          navigation "Tools"
            listitem: link "Set up" (current page)
            listitem: link "Check a token"
            listitem: link "Tidy my config"
          button "Help"
          button "More"
    "#]],
    );
}

#[test]
fn a_clipboard_that_refuses_is_said() {
    let mut page = Page::open("");
    page.send(Msg::Copied(CopyId("code", 0), FileText::new("x"), Err(ClipboardRefused)));
    check(
        page.html(),
        |page| page.all("alert"),
        expect![[r#"
        alert: Your browser didn't let this page copy. Select the text and copy it with your keyboard.
    "#]],
    );
}

#[test]
fn a_tick_comes_although_the_clock_is_set_back() {
    let mut page = Page::open("");
    page.send(Msg::Copied(CopyId("block", 0), FileText::new("x"), Ok(())));
    page.now -= chrono::TimeDelta::hours(1);
    let effects = page.send(Msg::Copied(CopyId("block", 0), FileText::new("y"), Ok(())));
    let [Effect::WakeAt(at, _)] = effects[..] else { panic!("{}", brief(&effects)) };
    assert_eq!(at, page.now + chrono::TimeDelta::seconds(1));
}

#[test]
fn a_config_in_tidy_tells_check_a_token_whose_a_file_is() {
    let config = "[profile dev]\nsso_session = team\nsso_account_id = 111122223333\nsso_role_name = Admin\n\
                  [sso-session team]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n";
    let mut page = Page::open("#/config");
    page.send(Msg::FilesRead { sequence: 1, files: vec![ReadFile::pasted(FileText::new(config))] });
    page.go("#/token");
    let token = r#"{"startUrl":"https://acme.awsapps.com/start","accessToken":"SECRET","expiresAt":"2026-11-24T18:00:00Z"}"#;
    page.send(Msg::FilesRead { sequence: 2, files: vec![ReadFile::pasted(FileText::new(token))] });
    check(
        page.html(),
        |page| page.region("Result").lines().take(3).map(|line| line.to_owned() + "\n").collect(),
        expect![[r#"
            region "Result"
              article "Session team"
                heading "Session team"
        "#]],
    );
}

#[test]
fn a_config_given_to_check_a_token_is_opened_in_tidy() {
    let mut page = Page::open("#/token");
    let files = vec![ReadFile::pasted(FileText::new("[profile dev]\nregion = eu-west-1\n"))];
    page.send(Msg::FilesRead { sequence: 1, files });
    let open = crate::screens::token::Msg::OpenInConfigClicked;
    assert!(brief(&page.send(Msg::Token(open))).contains("Navigate(Config)"));
    page.go("#/config");
    let text_box = |page: &Outline| page.all("textbox");
    check(
        page.html(),
        text_box,
        expect![[r#"
        textbox "Your config" = "[profile dev]\nregion = eu-west-1\n"
    "#]],
    );
}

#[test]
fn the_menu_says_that_the_link_was_copied() {
    let mut page = Page::open("");
    let effects = page.setup(setup::Msg::CopyLinkClicked);
    let [Effect::Copy { button, text }] = &effects[..] else { panic!("no link") };
    page.send(Msg::Copied(*button, text.clone(), Ok(())));
    let html = draw(page.html());
    assert!(html.contains("</svg>Copied"), "{html}");
}
