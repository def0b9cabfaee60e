//! What follows from what happens on the screen.

mod cases;
mod faults;
mod folder;
mod formats;
mod long;
mod pending_merge;
mod portal_changes;
pub mod press;
mod two_files;
mod view;

use super::msg::{CopyButton, Msg};
use super::state::{AwsFile, Done, NotTaken, RemovedFrom, State};
use super::{update, view as draw_screen};
use crate::effect::{Effect, HandOff};
use crate::file_text::{FileError, FileText, ReadFile};
use crate::shared::Shared;
use crate::testing::{at, brief};
use chrono::{DateTime, Utc};
use expect_test::{Expect, expect};
use onramp_domain::entry::{Entry, Format, SsoSession};
use onramp_domain::names::{AccountId, ConfigValue, ProfileName, RoleName, Scopes, SessionName};
use std::rc::Rc;
use yew::{Callback, Html};

/// The screen, and all that it has asked for.
struct Screen {
    state: State,
    shared: Shared,
    now: DateTime<Utc>,
    asked: Vec<Effect>,
}

impl Screen {
    fn open() -> Screen {
        let now = at("2026-11-24T10:00:00Z");
        Screen { state: State::default(), shared: Shared::default(), now, asked: Vec::new() }
    }

    fn pasted(text: &str) -> Screen {
        let mut page = Screen::open();
        page.send(pasted(text));
        page
    }

    /// Something happens; what is to be done, by name. What other screens are given has tests of its own.
    fn send(&mut self, msg: Msg) -> String {
        let effects = update(&mut self.state, msg, &self.shared, self.now);
        self.asked.extend(effects.iter().cloned());
        let own: Vec<Effect> =
            effects.into_iter().filter(|it| !matches!(it, Effect::HandOff(_))).collect();
        brief(&own)
    }

    fn types(&mut self, text: &str) {
        self.send(Msg::Typed(FileText::new(text)));
    }

    fn config(&self) -> String {
        self.state.draft.config.text().expose().to_string()
    }

    fn credentials(&self) -> Option<String> {
        let credentials = self.state.draft.file(AwsFile::Credentials);
        credentials.map(|credentials| credentials.text().expose().to_string())
    }

    fn done(&self) -> Done {
        self.state.draft.done.clone()
    }

    /// The index of the first problem whose fix is certain.
    fn safe(&self) -> usize {
        let problems = &self.state.draft.problems;
        problems.iter().position(super::state::ProblemRow::is_safe).expect("one is safe")
    }

    /// The text that was last to be copied or downloaded.
    fn taken_away(&self) -> String {
        let text = self.asked.iter().rev().find_map(|effect| match effect {
            Effect::Copy { text, .. } | Effect::Download { text, .. } => Some(text),
            _ => None,
        });
        text.expect("something was taken away").expose().to_string()
    }

    fn html(&self) -> Html {
        draw_screen(&self.state, &self.shared, self.now, &Callback::noop())
    }

    #[track_caller]
    fn holds_no_secret_to_print(&self) {
        assert!(!format!("{:?} {:?}", self.asked, self.state).contains("SECRET"));
    }
}

/// This text is pasted.
fn pasted(text: impl Into<Rc<str>>) -> Msg {
    Msg::FilesRead(vec![ReadFile::pasted(FileText::new(text))])
}

/// The patch that would be copied, with plain line breaks and nothing before an empty line.
#[track_caller]
fn check(page: &Screen, expect: Expect) {
    let config = &page.state.draft.config;
    let patch = if config.is_changed() {
        config.patch().expose().replace("\r\n", "\n").replace("\n \n", "\n\n")
    } else {
        "no change\n".to_owned()
    };
    expect.assert_eq(&patch);
}

/// The session that "Set up" signed in to.
fn session() -> SsoSession {
    SsoSession {
        name: SessionName::parse("acme").expect("a name"),
        start_url: ConfigValue::parse("https://acme.awsapps.com/start").expect("a value"),
        region: ConfigValue::parse("eu-west-1").expect("a value"),
        scopes: Scopes::default(),
    }
}

/// The administrator's role in account 42, as "Set up" sends it.
fn admin(format: Format) -> Msg {
    let entry = Entry {
        format,
        profile: ProfileName::parse("Admin-000000000042").expect("a name"),
        session: Rc::new(session()),
        account_id: AccountId::parse("000000000042").expect("an id"),
        role_name: RoleName::parse("Admin").expect("a name"),
        region: Some(ConfigValue::parse("eu-west-1").expect("a value")),
        output: None,
        extra: Default::default(),
    };
    Msg::ProfilesGiven([entry].into())
}

const CORP: &str =
    "[sso-session corp]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n";

fn messy() -> String {
    format!(
        "# mine\r\n[profile dev]\r\nsso_session = corp\r\nsso_account_id = 111122223333\r\nsso_role_name = Dev\r\nnonsense\r\n\r\n[profile old]\r\nregion = eu-west-1\r\n{}",
        CORP.replace('\n', "\r\n")
    )
}

#[test]
fn what_comes_in_goes_out_byte_for_byte() {
    for text in ["", "\u{feff}[profile a]\r\nx = 1\r", "\r\n\r\n", "no config at all", &messy()] {
        assert_eq!(Screen::pasted(text).config(), text);
    }
}

#[test]
fn a_fix_and_a_removal_change_their_lines_and_are_undone_one_by_one() {
    let mut page = Screen::pasted(&messy());
    let safe = page.safe();
    assert_eq!(page.send(Msg::FixClicked { problem: safe, choice: 0 }), "Focus(problems)");
    page.send(Msg::RemoveClicked("old".into()));
    check(
        &page,
        expect![[r#"
            --- a/config
            +++ b/config
            @@ -3,10 +3,8 @@
             sso_session = corp
             sso_account_id = 111122223333
             sso_role_name = Dev
            -nonsense
            +# nonsense
 
            -[profile old]
            -region = eu-west-1
             [sso-session corp]
             sso_start_url = https://acme.awsapps.com/start
             sso_region = eu-west-1
        "#]],
    );
    page.send(Msg::UndoClicked);
    check(
        &page,
        expect![[r#"
            --- a/config
            +++ b/config
            @@ -3,7 +3,7 @@
             sso_session = corp
             sso_account_id = 111122223333
             sso_role_name = Dev
            -nonsense
            +# nonsense
 
             [profile old]
             region = eu-west-1
        "#]],
    );
    page.send(Msg::UndoClicked);
    assert_eq!(page.config(), messy());
    assert!(!page.state.history.can_undo());
    page.send(Msg::UndoClicked);
    page.send(Msg::RedoClicked);
    page.send(Msg::RedoClicked);
    assert!(!page.config().contains("[profile old]"));
    assert!(!page.state.history.can_redo());
}

#[test]
fn a_change_after_undo_takes_the_place_of_what_was_undone() {
    let mut page = Screen::pasted(&messy());
    page.send(Msg::RemoveClicked("old".into()));
    page.send(Msg::UndoClicked);
    page.send(Msg::RemoveClicked("dev".into()));
    assert!(!page.state.history.can_redo());
    assert!(page.config().contains("[profile old]"));
}

#[test]
fn what_is_typed_is_one_step_and_keeps_the_line_breaks() {
    let mut page = Screen::pasted("[profile a]\r\nregion = x\r\n");
    page.types("[profile a]\nregion = xy\n");
    page.types("[profile a]\nregion = xyz\n");
    assert_eq!(page.config(), "[profile a]\r\nregion = xyz\r\n");
    check(
        &page,
        expect![[r#"
            --- a/config
            +++ b/config
            @@ -1,2 +1,2 @@
             [profile a]
            -region = x
            +region = xyz
        "#]],
    );
    page.send(Msg::UndoClicked);
    assert_eq!(page.config(), "[profile a]\r\nregion = x\r\n");
}

#[test]
fn what_is_typed_from_nothing_is_what_came_in() {
    let mut page = Screen::open();
    page.types("[");
    page.types("[profile a]");
    check(
        &page,
        expect![[r#"
            no change
        "#]],
    );
    assert!(!page.state.history.can_undo());
}

#[test]
fn the_boxs_own_text_is_no_news() {
    let mut page = Screen::pasted("[profile a]\r\nregion = x\r\n");
    page.send(Msg::RemoveClicked("a".into()));
    page.types("");
    assert_eq!(
        (page.config().as_str(), page.done()),
        ("", Done::Removed("a".into(), RemovedFrom::Config))
    );
}

#[test]
fn legacy_profiles_come_to_share_a_session() {
    let legacy = "sso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 111122223333\nsso_role_name = Dev\n";
    let mut page = Screen::pasted(&format!("[profile a]\n{legacy}[profile b]\n{legacy}"));
    page.send(Msg::ConvertClicked(0, Format::SsoSession));
    expect![[r#"
        [profile a]
        sso_session = acme
        sso_account_id = 111122223333
        sso_role_name = Dev
        [profile b]
        sso_session = acme
        sso_account_id = 111122223333
        sso_role_name = Dev
        [sso-session acme]
        sso_start_url = https://acme.awsapps.com/start
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access
    "#]]
    .assert_eq(&page.config());
}

#[test]
fn clear_drops_the_text_with_every_step() {
    let mut page = Screen::pasted(&messy());
    page.send(Msg::RemoveClicked("old".into()));
    page.send(Msg::ClearClicked);
    assert!(page.state.draft.is_empty() && !page.state.history.can_undo());
}

#[test]
fn the_text_is_copied_and_saved_exactly_and_printed_nowhere() {
    let mut page =
        Screen::pasted("[profile a]\r\naws_secret_access_key = SECRET\r\n[profile b]\r\n");
    page.send(Msg::RemoveClicked("b".into()));
    let exact = "[profile a]\r\naws_secret_access_key = SECRET\r\n";
    assert_eq!(page.send(Msg::CopyClicked(CopyButton::New(AwsFile::Config))), "Copy");
    assert_eq!(page.taken_away(), exact);
    assert_eq!(page.send(Msg::DownloadClicked(AwsFile::Config)), "Download");
    assert_eq!(page.taken_away(), exact);
    page.send(Msg::CopyClicked(CopyButton::Patch));
    assert!(page.taken_away().starts_with("--- a/config"));
    page.holds_no_secret_to_print();
}

#[test]
fn problems_quote_their_lines_without_keys() {
    let quoted = |text: &str| {
        let page = Screen::pasted(text);
        let problems = page.state.draft.problems;
        let quotes = problems.iter().flat_map(|row| &row.quotes);
        quotes.map(|quote| quote.text.expose().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(quoted("[profile a]\nregion = eu-west-1 # x\n"), ["region = eu-west-1 # x"]);
    assert_eq!(
        quoted("[profile a]\nAWS_secret_access_key = SECRET\naws_secret_access_key = SECRET\n"),
        ["aws_secret_access_key", "AWS_secret_access_key"]
    );
    assert_eq!(quoted("{\"accessToken\": \"SECRET==\"}"), [""]);
}
