//! What becomes of pasted and dropped cache files, and of the secrets in them.

mod belonging;
mod notices;

use super::*;
use crate::app::event::Event;
use crate::app::route::Route;
use crate::app::testing::{Page, at, brief, parse};
use expect_test::{Expect, expect};
use onramp_domain::cache::Owner;

const TOKEN: &str = r#"{"startUrl":"https://acme.awsapps.com/start","region":"eu-west-1","accessToken":"SECRET","expiresAt":"2026-11-24T11:00:00Z"}"#;
const CUT_OFF: &str = r#"{"startUrl":"https://acme.awsapps.com/start","accessToken":"SECR"#;
/// What stands in the box of it.
const CUT_OFF_BOXED: &str =
    r#"{"startUrl":"https://acme.awsapps.com/start","accessToken":"[removed]"#;
const REGISTRATION: &str =
    r#"{"clientId":"c","clientSecret":"SECRET","expiresAt":"2027-01-01T00:00:00Z"}"#;

const REFRESHED: &str = r#"{"accessToken":"SECRET","expiresAt":"2026-11-24T09:30:00Z","refreshToken":"SECRET","clientId":"c","clientSecret":"SECRET","registrationExpiresAt":"2027-01-01T00:00:00Z"}"#;

/// The answers, a line each: the file, and what it was read as.
fn answers(page: &Page) -> String {
    let line = |checked: &Checked| {
        let name = checked.name.as_deref().unwrap_or("(pasted)");
        match &checked.outcome {
            Ok(Finding::File(report)) => {
                format!("{name}: {:?} until {}", report.kind(), report.expires_at())
            }
            Ok(Finding::Time(at)) => format!("{name}: {at}"),
            Ok(Finding::Message { said, .. }) => format!("{name}: {said:?}"),
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
    assert_eq!(page.model().token.boxed(), TOKEN.replace("SECRET", "[removed]"));
    page.token(parsed(TOKEN));
    assert_eq!(page.model().token.boxed(), "");
    assert_eq!(page.model().token.box_state(), BoxState::Read);
    check(&page, expect!["(pasted): SsoToken(NoRefreshToken) until 2026-11-24 11:00:00 UTC"]);
}

#[test]
fn a_text_that_could_not_be_read_stays_in_the_box() {
    let mut page = on_token();
    page.paste(CUT_OFF);
    assert_eq!(page.model().token.boxed(), CUT_OFF_BOXED);
    assert_eq!(page.model().token.box_state(), BoxState::AsEntered);
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
    assert_eq!(page.model().token.boxed(), TOKEN.replace("SECRET", "[removed]"));
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
    assert_eq!(brief(&effects), "ParseJson, ParseJson, ParseJson, ParseJson, Focus(Answer)");
    check(
        &page,
        expect![[r#"
            a.json: SsoToken(NoRefreshToken) until 2026-11-24 11:00:00 UTC
            b.json: ClientRegistration until 2027-01-01 00:00:00 UTC
            empty.json: nothing there
            list.json: JSON, but not an object"#]],
    );
    assert_eq!(page.model().token.boxed(), "");
    assert_eq!(page.model().token.box_state(), BoxState::AsEntered);
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

/// The box's text, after all of it was parsed.
fn box_after(text: &str) -> String {
    let mut page = on_token();
    page.paste(text);
    page.model().token.boxed().to_owned()
}

#[test]
fn of_several_pasted_files_only_the_broken_one_stays_in_the_box() {
    let broken = r#"{"startUrl":"u","accessToken":"[removed]"#;
    assert_eq!(box_after(&format!("$ cat *.json\n{TOKEN}{broken}\n{REGISTRATION}")), broken);
    assert_eq!(box_after(&format!("{broken}\n{TOKEN}\n{broken}")), format!("{broken}\n{broken}"));
    assert_eq!(box_after(&format!("echo '{TOKEN}'")), "");
    let without_end = r#"{"accessToken":"SECRET"}"#;
    assert_eq!(box_after(&format!("{without_end} {{\"a\":1}} {broken}")), broken);
    assert_eq!(box_after(without_end), "");
    assert_eq!(box_after(&format!("[default]\n{broken}")), broken);
    assert_eq!(box_after("[default]\naws_secret_access_key = SECRET"), "");
}

#[test]
fn while_one_of_several_files_waits_the_others_have_left_the_box() {
    let mut page = on_token();
    page.token(pasted(&format!("{TOKEN}\n{REGISTRATION}")));
    let Some(Effect::ParseJson(first)) = page
        .asked
        .iter()
        .find(|effect| matches!(effect, Effect::ParseJson(text) if text.expose() == TOKEN))
    else {
        panic!("not asked for")
    };
    let first = first.clone();
    page.token(TokenEvent::JsonParsed(first, parse(TOKEN)));
    assert_eq!(page.model().token.boxed(), REGISTRATION.replace("SECRET", "[removed]"));
}

#[test]
fn a_message_and_a_bare_time_need_no_parser() {
    let mut page = on_token();
    let effects = page.token(pasted("Session token not found or invalid"));
    assert_eq!(brief(&effects), "");
    check(&page, expect!["(pasted): SessionEnded"]);
    assert_eq!(page.model().token.boxed(), "");
    let effects = page.token(pasted("2026-11-24T11:00:00UTC"));
    assert_eq!(brief(&effects), "TellLocalTimes, Tick");
    check(&page, expect!["(pasted): 2026-11-24 11:00:00 UTC"]);
}

#[test]
fn the_same_text_told_twice_changes_nothing() {
    let mut page = on_token();
    page.paste(&format!("{TOKEN}{CUT_OFF}"));
    let rest = page.model().token.boxed().to_owned();
    assert_eq!(brief(&page.token(pasted(&rest))), "");
    assert_eq!(page.model().token.checked().len(), 2);
    page.paste(TOKEN);
    assert_eq!(brief(&page.token(pasted(""))), "");
    assert_eq!(page.model().token.checked().len(), 1);
}

#[test]
fn a_files_late_answer_after_clear_changes_nothing() {
    let mut page = on_token();
    let text = CacheText::from_file("a.json".to_owned(), TOKEN.to_owned());
    page.token(TokenEvent::FilesRead(vec![text.clone()]));
    page.token(TokenEvent::ClearClicked);
    page.token(TokenEvent::JsonParsed(text, parse(TOKEN)));
    check(&page, expect![""]);
}

/// The files' names in the order in which they are shown.
fn order(page: &Page) -> Vec<&str> {
    let sorted = page.model().token.sorted(page.now);
    sorted.into_iter().filter_map(|(_, checked)| checked.name.as_deref()).collect()
}

#[test]
fn what_holds_comes_first_and_what_has_ended_last_whatever_it_is() {
    let mut page = on_token();
    let tool = r#"{"issuerUrl":"u","accessToken":"SECRET","expiresAt":"2026-11-24T10:30:00Z"}"#;
    let credentials = r#"{"ProviderType":"sso","Credentials":{"SecretAccessKey":"SECRET","Expiration":"2026-11-24T10:45:00Z"}}"#;
    page.drop_files(&[
        ("broken", CUT_OFF),
        ("ended-registration", &REGISTRATION.replace("2027", "2026")),
        ("registration", REGISTRATION),
        ("credentials", credentials),
        ("later", &TOKEN.replace("T11:", "T18:")),
        ("ended", &TOKEN.replace("T11:", "T09:")),
        ("ended-credentials", &credentials.replace("T10:", "T09:")),
        ("ended-before", &TOKEN.replace("T11:", "T08:")),
        ("tool", tool),
        ("refreshed", REFRESHED),
        ("soon", TOKEN),
    ]);
    let rest = ["credentials", "registration", "broken"];
    let ended = ["ended", "ended-before", "ended-credentials", "ended-registration"];
    let holds = ["soon", "later", "refreshed", "tool"];
    assert_eq!(order(&page), [&holds[..], &rest, &ended].concat());
    page.pass(chrono::TimeDelta::minutes(59));
    let ended_since = ["ended", "ended-before", "tool", "credentials", "ended-credentials"];
    assert_eq!(
        order(&page),
        [
            &["soon", "later", "refreshed", "registration", "broken"][..],
            &ended_since,
            &["ended-registration"]
        ]
        .concat()
    );
    page.pass(chrono::TimeDelta::minutes(1));
    assert_eq!(order(&page)[..3], ["later", "refreshed", "registration"]);
    assert_eq!(order(&page)[4], "soon");
}

#[test]
fn files_that_end_at_once_stay_as_they_came() {
    let mut page = on_token();
    page.drop_files(&[("b", TOKEN), ("a", TOKEN), ("c", TOKEN)]);
    assert_eq!(order(&page), ["b", "a", "c"]);
    page.pass(chrono::TimeDelta::hours(2));
    assert_eq!(order(&page), ["b", "a", "c"]);
}

#[test]
fn a_text_is_mended_in_the_box_though_its_secrets_are_gone() {
    let mut page = on_token();
    page.paste(&TOKEN[..TOKEN.len() - 1]);
    check(&page, expect!["(pasted): not JSON"]);
    let mended = format!("{}}}", page.model().token.boxed());
    page.paste(&mended);
    check(&page, expect!["(pasted): SsoToken(NoRefreshToken) until 2026-11-24 11:00:00 UTC"]);
}

#[test]
fn a_file_is_known_by_the_name_that_is_sought() {
    let mut page = on_token();
    let corp = Owner::Session("team-a".to_owned());
    let other = Owner::StartUrl("https://acme.awsapps.com/start/".to_owned());
    page.drop_files(&[(&corp.file_name(), TOKEN), (&other.file_name(), TOKEN)]);
    let owners = |page: &Page| {
        let names = page.model().token.names(&page.model().center);
        let missing = page.model().token.missing(&names).map(|(_, file)| file);
        let checked = page.model().token.checked().iter();
        (checked.map(|checked| names.whose(checked).owner).collect::<Vec<_>>(), missing)
    };
    assert_eq!(owners(&page), (vec![None, Some(other.clone())], None));
    page.token(TokenEvent::SoughtEntered("team-a".to_owned()));
    assert_eq!(owners(&page), (vec![Some(corp), Some(other.clone())], None));
    page.token(TokenEvent::SoughtEntered("https://acme.awsapps.com/start".to_owned()));
    let (found, missing) = owners(&page);
    assert_eq!(found, [None, Some(other)]);
    let expected = Owner::StartUrl("https://acme.awsapps.com/start".to_owned()).file_name();
    assert_eq!(missing, Some(expected));
}

#[test]
fn a_reminder_is_downloaded() {
    let mut page = on_token();
    page.paste(TOKEN);
    let effects =
        page.token(TokenEvent::ReminderClicked(at("2026-11-24T11:00:00Z"), "It ends".into()));
    let [Effect::Download { name, text }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(*name, "aws-sign-in.ics");
    assert!(text.contains("DTSTART:20261124T110000Z\r\nSUMMARY:It ends"), "{text}");
}
