//! What stands around every screen, and "Help".

use super::outline::Outline;
use super::{check, draw};
use crate::app::effect::CopyTarget;
use crate::app::event::{ClipboardRefused, Event};
use crate::app::testing::{Page, TWO};
use expect_test::{Expect, expect};

#[test]
fn the_whole_page_as_it_opens() {
    check(
        Page::open(""),
        Outline::whole,
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
              complementary "What happens next"
                heading "What happens next"
                listitem: You get a short code, and a link to AWS. There you sign in as always and allow this page to list your accounts.
                listitem: You choose accounts and roles, and copy the lines for your ~/.aws/config.
                listitem: Two commands later the AWS CLI works. About two minutes in all.
                heading "What this page gets to see"
                listitem: Names of your accounts and roles, for as long as this tab is open.
                listitem: Never your password: you type that at AWS, or at your company.
                listitem: No keys to keep: nothing of the sign-in is stored, here or on a server.
            contentinfo
              Tokens stay in this tab's memory and are gone when you close it.
              link "Help"
        "#]],
    );
}

#[test]
fn help_is_read_from_top_to_bottom() {
    check(
        Page::open("#/help"),
        Outline::headings,
        expect![[r#"
            What this page does
              What you need
              What happens when you sign in
              The two regions
              What goes into your config
              Every day
              To remove a profile
              Why not long-lived keys
        "#]],
    );
}

#[test]
fn the_screen_one_is_on_is_marked_in_the_navigation() {
    check(
        Page::open("#/token"),
        |page| page.all("navigation"),
        expect![[r#"
            navigation "Main"
              listitem: link "Set up"
              listitem: link "Check a token" (current page)
              listitem: link "Tidy my config"
        "#]],
    );
}

#[test]
fn what_happens_is_announced() {
    check_status(Page::open(""), expect![""]);
    check_status(
        Page::with_code(),
        expect![[r#"
            status: Your code is ABCD-EFGH. Open AWS to approve it.
        "#]],
    );
    check_status(
        Page::signed_in(),
        expect![[r#"
            status: Asking AWS for your accounts…
        "#]],
    );
    let mut page = Page::signed_in();
    page.list(TWO);
    check_status(
        page,
        expect![[r#"
            status: Listed 2 accounts with 3 roles.
        "#]],
    );
    let mut page = Page::open("");
    page.send(Event::Copied(CopyTarget::Link, Ok(())));
    check_status(
        page,
        expect![[r#"
            status: Copied
        "#]],
    );
}

#[test]
fn a_clipboard_that_refuses_is_said_where_one_copies() {
    let mut page = Page::with_code();
    page.send(Event::Copied(CopyTarget::UserCode, Err(ClipboardRefused)));
    check(
        page,
        |page| page.all("alert"),
        expect![[r#"
            alert: Your browser did not let this page copy. Select the text and copy it with your keyboard instead.
        "#]],
    );
}

/// One screen to the letter, so that a change of the markup itself is seen.
#[test]
fn the_html_of_a_steps_list() {
    let html = draw(Page::with_code());
    let from = html.find("<ol class=").expect("the steps are there");
    let to = html[from..].find("</ol>").expect("the list ends") + from + "</ol>".len();
    expect![[r#"
        <ol class="steps" aria-label="Steps">
        <li class="done"><span class="n" aria-hidden="true">✓</span>Where</li>
        <li aria-current="step"><span class="n" aria-hidden="true">2</span>Approve</li>
        <li><span class="n" aria-hidden="true">3</span>Choose and copy</li></ol>"#]]
    .assert_eq(&html[from..to].replace("<li", "\n<li"));
}

#[track_caller]
fn check_status(page: Page, expect: Expect) {
    check(page, |page| page.after("contentinfo"), expect);
}
