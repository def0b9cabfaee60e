//! What becomes of pasted and dropped files, and of the secrets in them.

mod cases;
mod notifications;
mod order;
mod ownership;
pub mod press;
mod view;

use super::msg::{Copyable, Msg};
use super::state::{Answer, Outcome, State, TextBox};
use crate::app;
use crate::effect::{Effect, HandOff};
use crate::file_text::{FileError, FileText, ReadFile};
use crate::testing::{Page, brief, draw};
use expect_test::{Expect, expect};

const TOKEN: &str = r#"{"startUrl":"https://acme.awsapps.com/start","region":"eu-west-1","accessToken":"SECRET","expiresAt":"2026-11-24T11:00:00Z"}"#;
const CUT_OFF: &str = r#"{"startUrl":"https://acme.awsapps.com/start","accessToken":"SECR"#;
/// What stands in the box of it.
const CUT_OFF_BOXED: &str =
    r#"{"startUrl":"https://acme.awsapps.com/start","accessToken":"[removed]"#;
const REGISTRATION: &str =
    r#"{"clientId":"c","clientSecret":"SECRET","expiresAt":"2027-01-01T00:00:00Z"}"#;
const REFRESHED: &str = r#"{"accessToken":"SECRET","expiresAt":"2026-11-24T09:30:00Z","refreshToken":"SECRET","clientId":"c","clientSecret":"SECRET","registrationExpiresAt":"2027-01-01T00:00:00Z"}"#;
const CREDENTIALS: &str = r#"{"ProviderType":"sso","Credentials":{"AccessKeyId":"A","SecretAccessKey":"SECRET","SessionToken":"SECRET","Expiration":"2026-11-24T11:00:00Z"}}"#;

impl Page {
    /// Something happens on "Check a token".
    fn token(&mut self, msg: Msg) -> Vec<Effect> {
        self.send(app::Msg::Token(msg))
    }

    /// A text is pasted or typed.
    fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.token(Msg::TextEntered(FileText::new(text)))
    }

    /// Files are dropped: names and texts.
    fn drop_files(&mut self, files: &[(&str, &str)]) -> Vec<Effect> {
        let files = files.iter().map(|(name, text)| ReadFile {
            name: Some((*name).to_owned()),
            text: Ok(FileText::new(*text)),
        });
        self.token(Msg::FilesRead(files.collect()))
    }

    fn checked(&self) -> &State {
        &self.model.token
    }
}

fn on_token() -> Page {
    Page::open("#/token")
}

fn dropped(files: &[(&str, &str)]) -> Page {
    let mut page = on_token();
    page.drop_files(files);
    page
}

fn pasted(text: &str) -> Page {
    let mut page = on_token();
    page.paste(text);
    page
}

/// The answers, a line each: the file, and what it was read as.
fn answers(page: &Page) -> String {
    let line = |answer: &Answer| {
        let name = answer.name.as_deref().unwrap_or("(pasted)");
        match &answer.outcome {
            Outcome::File(report) => {
                format!("{name}: {:?} until {}", report.kind(), report.expires_at())
            }
            Outcome::Time(at) => format!("{name}: {at}"),
            Outcome::Message(message) => format!("{name}: {:?}", message.cause),
            Outcome::NotCache(error, _) => format!("{name}: {error}"),
            Outcome::Unreadable(error) => format!("{name}: {error:?}"),
        }
    };
    page.checked().answers.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(page: &Page, expect: Expect) {
    expect.assert_eq(&answers(page));
    shows_no_secret(page);
}

#[track_caller]
fn shows_no_secret(page: &Page) {
    let debug = format!("{:?}", page.model).replace("AWS_SECRET_ACCESS_KEY", "");
    assert!(!debug.contains("SECR"), "a secret can be printed: {debug}");
}

fn read_and_left(text: &str) -> TextBox {
    TextBox { text: text.to_owned(), is_rest: true }
}

fn entered(text: &str) -> TextBox {
    TextBox { text: text.to_owned(), is_rest: false }
}

/// What follows from the last of these texts, what is then in the box, and the answers. One that can be read leaves the
/// box and counts down; a better one takes the place of a bad one.
#[test]
fn a_text_that_was_read_leaves_the_box_and_another_stays() {
    let token = "(pasted): SsoToken until 2026-11-24 11:00:00 UTC";
    for (texts, effects, text_box, expected) in [
        (&[TOKEN][..], "WakeAt(Tick)", read_and_left(""), token),
        (&[CUT_OFF], "", entered(CUT_OFF_BOXED), "(pasted): not JSON"),
        (&[CUT_OFF, TOKEN], "WakeAt(Tick)", read_and_left(""), token),
        (&[CUT_OFF, " \n"], "", entered(""), ""),
        (&["Session token not found or invalid"], "", read_and_left(""), "(pasted): SessionEnded"),
        (
            &["Session token not found or invalid", "2026-11-24T11:00:00UTC"],
            "WakeAt(Tick)",
            read_and_left(""),
            "(pasted): 2026-11-24 11:00:00 UTC",
        ),
    ] {
        let mut page = on_token();
        let all: Vec<String> = texts.iter().map(|text| brief(&page.paste(text))).collect();
        assert_eq!(all.last().map(String::as_str), Some(effects), "{texts:?}");
        assert_eq!(page.checked().text_box, text_box, "{texts:?}");
        assert_eq!(answers(&page), expected);
        shows_no_secret(&page);
    }
    assert_eq!(box_after("{\"a\":\r\n1"), "{\"a\":\n1", "as a browser's box has it");
}

#[test]
fn each_file_gets_an_answer_under_its_name() {
    let mut page = pasted(CUT_OFF);
    let effects = page.drop_files(&[
        ("a.json", TOKEN),
        ("b.json", REGISTRATION),
        ("config", "[default]\nregion = eu-west-1"),
        ("empty.json", ""),
        ("list.json", "[]"),
    ]);
    assert_eq!(brief(&effects), "Focus(result), WakeAt(Tick)");
    check(
        &page,
        expect![[r#"
            a.json: SsoToken until 2026-11-24 11:00:00 UTC
            b.json: ClientRegistration until 2027-01-01 00:00:00 UTC
            empty.json: nothing there
            list.json: JSON, but not an object"#]],
    );
    assert_eq!(page.checked().text_box, entered(""));
}

#[test]
fn a_file_without_a_text_is_an_answer_too() {
    let mut page = on_token();
    let file = |name: &str, error| ReadFile { name: Some(name.to_owned()), text: Err(error) };
    page.token(Msg::FilesRead(vec![
        file("huge.json", FileError::TooLarge { bytes: 1_000_000_000 }),
        file("gone.json", FileError::Unreadable),
        file("image.json", FileError::NotText),
        file("cache", FileError::NothingThere),
        file("power-shell.json", FileError::Utf16(FileText::new(TOKEN))),
    ]));
    check(
        &page,
        expect![[r#"
            huge.json: TooLarge { bytes: 1000000000 }
            gone.json: Unreadable
            image.json: NotText
            cache: NothingThere
            power-shell.json: SsoToken until 2026-11-24 11:00:00 UTC"#]],
    );
}

#[test]
fn an_older_choice_of_files_that_took_longer_to_read_changes_nothing() {
    let mut page = on_token();
    let files = |text: &str| vec![ReadFile::pasted(FileText::new(text))];
    page.send(app::Msg::FilesRead { sequence: 2, files: files(TOKEN) });
    page.send(app::Msg::FilesRead { sequence: 1, files: files(REGISTRATION) });
    check(&page, expect!["(pasted): SsoToken until 2026-11-24 11:00:00 UTC"]);
}

#[test]
fn leaving_the_screen_forgets_what_was_checked() {
    let mut page = dropped(&[("a.json", TOKEN)]);
    page.go("#/token");
    assert_eq!(page.checked().answers.len(), 1);
    page.go("#/help");
    check(&page, expect![""]);
    page.go("#/token");
    page.paste(CUT_OFF);
    page.go("#/help");
    assert_eq!(page.checked().text_box, entered(""));
}

#[test]
fn the_skip_link_keeps_the_answers() {
    let mut page = dropped(&[("a.json", TOKEN)]);
    assert_eq!(brief(&page.send(app::Msg::SkipClicked)), "Focus(main)");
    assert_eq!(page.checked().answers.len(), 1);
}

/// The box's text after this was pasted.
fn box_after(text: &str) -> String {
    pasted(text).checked().text_box.text.clone()
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
fn secrets_pasted_behind_what_is_in_the_box_are_neither_kept_nor_drawn() {
    let secrets = [
        "aws_secret_access_key = SECRET",
        "[default]\naws_access_key_id = A\naws_secret_access_key = SECRET\naws_session_token = SECRET",
        "export AWS_SECRET_ACCESS_KEY=SECRET",
        "$Env:AWS_SESSION_TOKEN=\"SECRET\"",
        r#"{"accessToken":"SECRET","refreshToken":"SECRET"#,
        r#"{"Credentials":{"SecretAccessKey":"SECRET","SessionToken":"SECRET"#,
        r#"{"accessToken":{"secretAccessKey":"SECRET"},"dpopKey":"SECRET"}"#,
        CUT_OFF,
        CREDENTIALS,
    ];
    for secret in secrets {
        let mut page = pasted(CUT_OFF);
        let boxed = page.checked().text_box.text.clone();
        page.paste(&format!("{boxed}\n{secret}"));
        let boxed = page.checked().text_box.text.replace("AWS_SECRET_ACCESS_KEY", "");
        assert!(!boxed.contains("SECR"), "{boxed}");
        shows_no_secret(&page);
        draw(page.html());
    }
}

#[test]
fn a_message_that_is_typed_is_recognised_when_it_is_whole() {
    let message = "Error: something nobody knows: Token has expired and refresh failed";
    let mut page = on_token();
    for end in 1..=message.len() {
        let boxed = page.checked().text_box.text.clone();
        page.paste(&format!("{boxed}{}", &message[end - 1..end]));
    }
    check(&page, expect!["(pasted): RefreshFailed"]);
    page.paste("Error: something nobody knows");
    check(&page, expect!["(pasted): Unrecognised"]);
    assert_eq!(page.checked().text_box, entered("Error: something nobody knows"));
}

#[test]
fn the_same_text_told_twice_changes_nothing() {
    let mut page = pasted(&format!("{TOKEN}{CUT_OFF}"));
    let rest = page.checked().text_box.text.clone();
    page.paste(&rest);
    assert_eq!(page.checked().answers.len(), 2);
    page.paste(TOKEN);
    page.paste("");
    assert_eq!(page.checked().answers.len(), 1);
}

#[test]
fn clear_takes_everything_away() {
    let mut page = dropped(&[("a.json", TOKEN), ("config", "[profile a]\nsso_start_url = x")]);
    page.token(Msg::SearchEntered("corp".to_owned()));
    page.token(Msg::ClearClicked);
    check(&page, expect![""]);
    assert_eq!((page.checked().search(), page.checked().config()), ("", None));
}

#[test]
fn a_text_is_mended_in_the_box_though_its_secrets_are_gone() {
    let mut page = pasted(&TOKEN[..TOKEN.len() - 1]);
    check(&page, expect!["(pasted): not JSON"]);
    let mended = format!("{}}}", page.checked().text_box.text);
    page.paste(&mended);
    check(&page, expect!["(pasted): SsoToken until 2026-11-24 11:00:00 UTC"]);
}

#[test]
fn a_pasted_config_is_opened_in_tidy_when_asked_and_forgotten_when_left() {
    let config = "[profile a]\naws_secret_access_key = SECRET\n";
    let mut page = pasted(config);
    let state = &mut State::default();
    let send = |state: &mut State, msg| super::update(state, msg, &page.model.shared, page.now);
    send(state, Msg::TextEntered(FileText::new(config)));
    let effects = send(state, Msg::OpenInConfigClicked);
    let [Effect::HandOff(HandOff::OpenInConfig(file))] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(*file, ReadFile::pasted(FileText::new(config)));
    page.go("#/help");
    assert_eq!(page.checked().config(), None);
    page.go("#/token");
    assert_eq!(brief(&page.token(Msg::OpenInConfigClicked)), "");
    check(&page, expect![""]);
}

#[test]
fn a_reminder_is_downloaded() {
    let mut page = pasted(TOKEN);
    let effects = page.token(Msg::ReminderClicked(0));
    let [Effect::Download { name, text }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(*name, "aws-sign-in.ics");
    let text = text.expose().replace("\r\n ", "");
    let summary = "SUMMARY:AWS sign-in ends: aws sso login --profile PROFILE";
    assert!(text.contains(&format!("DTSTART:20261124T110000Z\r\n{summary}")), "{text}");
    assert_eq!(brief(&page.token(Msg::ReminderClicked(7))), "");
}

#[test]
fn what_is_copied_is_what_stands_there() {
    let mut page = dropped(&[("a.json", &TOKEN.replace("T11", "T09")), ("b.json", REGISTRATION)]);
    page.token(Msg::SearchEntered("corp".to_owned()));
    let mut copied = |what: Copyable| {
        let effects = page.token(Msg::CopyClicked(what));
        let lines = effects.iter().filter_map(|effect| match effect {
            Effect::Copy { button, text } => {
                Some(format!("{} {}: {}", button.0, button.1, text.expose()))
            }
            _ => None,
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    let lines = [
        copied(Copyable::CommandForAll),
        copied(Copyable::Command(0)),
        copied(Copyable::Command(1)),
        copied(Copyable::Command(2)),
    ];
    expect![[r#"
        command-for-all 0: aws sso login --sso-session corp
        command 0: aws sso login --sso-session corp
        command 1: aws sts get-caller-identity --profile PROFILE
    "#]]
    .assert_eq(&lines.join("\n"));
    assert!(copied(Copyable::TerminalLine(2)).starts_with("terminal-line 2: python3 "));
    assert_eq!(copied(Copyable::TerminalLine(3)), "");
}
