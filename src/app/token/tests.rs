//! What becomes of pasted and dropped cache files, and of the secrets in them.

use super::*;
use crate::app::event::Event;
use crate::app::route::Route;
use crate::app::testing::{Page, at, brief, parse};
use expect_test::{Expect, expect};

const TOKEN: &str = r#"{"startUrl":"https://acme.awsapps.com/start","region":"eu-west-1","accessToken":"SECRET","expiresAt":"2026-11-24T11:00:00Z"}"#;
const CUT_OFF: &str = r#"{"startUrl":"https://acme.awsapps.com/start","accessToken":"SECR"#;
const REGISTRATION: &str =
    r#"{"clientId":"c","clientSecret":"SECRET","expiresAt":"2027-01-01T00:00:00Z"}"#;

/// The answers, a line each: the file, and what it was read as.
fn answers(page: &Page) -> String {
    let line = |checked: &Checked| {
        let name = checked.name.as_deref().unwrap_or("(pasted)");
        match &checked.outcome {
            Ok(report) => format!("{name}: {:?} until {}", report.kind(), report.expires_at()),
            Err(error) => format!("{name}: {error}"),
        }
    };
    page.model().token.checked().iter().map(line).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(page: &Page, expect: Expect) {
    expect.assert_eq(&answers(page));
    let debug = format!("{:?}", page.model());
    assert!(!debug.contains("SECR"), "a secret can be printed: {debug}");
}

fn on_token() -> Page {
    Page::open("#/token")
}

fn pasted(text: &str) -> TokenEvent {
    TokenEvent::CachePasted(CacheText::pasted(text.to_owned()))
}

fn parsed(text: &str) -> TokenEvent {
    TokenEvent::JsonParsed(CacheText::pasted(text.to_owned()), parse(text))
}

#[test]
fn a_text_that_was_read_well_leaves_the_box() {
    let mut page = on_token();
    page.token(pasted(TOKEN));
    assert_eq!(page.model().token.boxed(), TOKEN);
    page.token(parsed(TOKEN));
    assert_eq!(page.model().token.boxed(), "");
    assert!(page.model().token.read_from_box());
    check(&page, expect!["(pasted): SsoToken(NoRefreshToken) until 2026-11-24 11:00:00 UTC"]);
}

#[test]
fn a_text_that_could_not_be_read_stays_in_the_box() {
    let mut page = on_token();
    page.paste(CUT_OFF);
    assert_eq!(page.model().token.boxed(), CUT_OFF);
    assert!(!page.model().token.read_from_box());
    check(&page, expect!["(pasted): not JSON"]);
}

#[test]
fn a_better_text_takes_the_place_of_a_bad_one() {
    let mut page = on_token();
    page.paste(CUT_OFF);
    page.paste(TOKEN);
    assert_eq!(page.model().token.boxed(), "");
    check(&page, expect!["(pasted): SsoToken(NoRefreshToken) until 2026-11-24 11:00:00 UTC"]);
}

#[test]
fn a_late_answer_about_an_older_text_changes_nothing() {
    let mut page = on_token();
    page.token(pasted(CUT_OFF));
    page.token(pasted(TOKEN));
    assert_eq!(brief(&page.token(parsed(CUT_OFF))), "");
    check(&page, expect![""]);
    assert_eq!(page.model().token.boxed(), TOKEN);
    page.token(parsed(TOKEN));
    assert_eq!(brief(&page.token(parsed(TOKEN))), "");
    check(&page, expect!["(pasted): SsoToken(NoRefreshToken) until 2026-11-24 11:00:00 UTC"]);
}

#[test]
fn an_answer_after_clear_changes_nothing() {
    let mut page = on_token();
    page.token(pasted(TOKEN));
    page.token(TokenEvent::ClearClicked);
    page.token(parsed(TOKEN));
    check(&page, expect![""]);
    assert_eq!(page.model().token.boxed(), "");
}

#[test]
fn blanks_are_not_asked_about() {
    let mut page = on_token();
    page.paste(CUT_OFF);
    assert_eq!(brief(&page.token(pasted(" \n"))), "");
    check(&page, expect![""]);
    assert_eq!(page.model().token.boxed(), "");
}

#[test]
fn each_file_gets_an_answer_under_its_name() {
    let mut page = on_token();
    page.paste(CUT_OFF);
    let effects = page.drop_files(&[
        ("a.json", TOKEN),
        ("b.json", REGISTRATION),
        ("config", "[default]\nregion = eu-west-1"),
        ("empty.json", ""),
        ("list.json", "[]"),
    ]);
    assert_eq!(
        brief(&effects),
        "ParseJson, ParseJson, ParseJson, ParseJson, ParseJson, Focus(Answer)"
    );
    check(
        &page,
        expect![[r#"
            a.json: SsoToken(NoRefreshToken) until 2026-11-24 11:00:00 UTC
            b.json: ClientRegistration until 2027-01-01 00:00:00 UTC
            config: a config file, not a cache file
            empty.json: nothing there
            list.json: JSON, but not an object"#]],
    );
    assert_eq!(page.model().token.boxed(), "");
    assert!(!page.model().token.read_from_box());
}

#[test]
fn an_end_is_told_in_the_persons_own_time() {
    let mut page = on_token();
    page.drop_files(&[("a.json", TOKEN), ("b.json", REGISTRATION)]);
    let asked = page
        .asked
        .iter()
        .filter(|effect| **effect == Effect::TellLocalTimes(vec![at("2026-11-24T11:00:00Z")]));
    assert_eq!(asked.count(), 1);
    page.token(TokenEvent::LocalTimesTold(vec![(at("2026-11-24T11:00:00Z"), "at noon".into())]));
    let told: Vec<Option<&str>> =
        page.model().token.checked().iter().map(|checked| checked.local_time.as_deref()).collect();
    assert_eq!(told, [Some("at noon"), None]);
}

#[test]
fn an_answer_counts_down_and_a_fault_does_not() {
    let mut page = on_token();
    page.paste(CUT_OFF);
    assert!(!page.model().token.counts());
    page.asked.clear();
    page.paste(TOKEN);
    assert!(page.model().token.counts());
    assert_eq!(brief(&page.asked), "TellLocalTimes, Tick");
}

#[test]
fn leaving_the_screen_forgets_what_was_checked() {
    let mut page = on_token();
    page.drop_files(&[("a.json", TOKEN)]);
    page.send(Event::AddressChanged(Route::parse("", "#/token")));
    assert_eq!(page.model().token.checked().len(), 1);
    page.send(Event::AddressChanged(Route::parse("", "#/help")));
    check(&page, expect![""]);
}
