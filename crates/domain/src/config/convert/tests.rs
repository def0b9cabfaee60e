//! Conversions by hand, and there and back over profiles of every look.

use super::*;
use crate::config::header::Header;
use crate::config::value::Value;
use expect_test::{Expect, expect};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, profiles: &[&str], form: SignInForm<'_>, expect: Expect) {
    let document = Document::parse(text);
    let converted = convert(&document, profiles, form);
    let got = converted.map(|document| document.as_str().to_owned());
    expect.assert_eq(&got.unwrap_or_else(|error| error.to_string()));
}

fn convert(
    document: &Document,
    profiles: &[impl AsRef<str>],
    form: SignInForm<'_>,
) -> Result<Document, ConversionError> {
    let mut editor = Editor::new(document.clone());
    editor.convert(profiles.iter().map(AsRef::as_ref), form)?;
    Ok(editor.document().clone())
}

const LEGACY: &str = "[profile a]\nsso_start_url = https://acme.awsapps.com/start/#/\nsso_region = eu-west-1\nregion = x\n[profile b]\nsso_region = eu-west-1\nsso_start_url = https://acme.awsapps.com/start\n[profile c]\nregion = x\n[profile d]\nsso_region = eu-west-2\nsso_start_url = https://acme.awsapps.com/start\n";

#[test]
fn legacy_profiles_come_to_share_a_session() {
    let corp = SessionName::parse("corp").unwrap();
    let form = SignInForm::Session(&corp);
    check(
        LEGACY,
        &["a", "b"],
        form,
        expect![[r#"
        [profile a]
        sso_session = corp
        region = x
        [profile b]
        sso_session = corp
        [profile c]
        region = x
        [profile d]
        sso_region = eu-west-2
        sso_start_url = https://acme.awsapps.com/start
        [sso-session corp]
        sso_start_url = https://acme.awsapps.com/start/#/
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access
    "#]],
    );
    check(LEGACY, &["a", "d"], form, expect!["the profile `d` signs in elsewhere"]);
    check(LEGACY, &["c"], form, expect!["the profile `c` names no portal and region"]);
    check(LEGACY, &["x"], form, expect!["there is no profile `x`"]);
    let there =
        "[sso-session corp]\nsso_start_url=https://acme.awsapps.com/start\nsso_region=eu-west-1\n";
    check(
        &format!("{there}{LEGACY}"),
        &["b"],
        form,
        expect![[r#"
        [sso-session corp]
        sso_start_url=https://acme.awsapps.com/start
        sso_region=eu-west-1
        [profile a]
        sso_start_url = https://acme.awsapps.com/start/#/
        sso_region = eu-west-1
        region = x
        [profile b]
        sso_session = corp
        [profile c]
        region = x
        [profile d]
        sso_region = eu-west-2
        sso_start_url = https://acme.awsapps.com/start
    "#]],
    );
    check(&format!("{there}{LEGACY}"), &["d"], form, expect!["the profile `d` signs in elsewhere"]);
    check(
        &format!("[sso-session corp]\n{LEGACY}"),
        &["a"],
        form,
        expect!["the profile `a` signs in elsewhere"],
    );
}

#[test]
fn a_session_with_a_role_of_its_own_is_for_no_other() {
    let corp = SessionName::parse("corp").unwrap();
    let text = "[profile a]\nsso_start_url = u\nsso_region = r\nsso_role_name = A\n[sso-session corp]\nsso_start_url = u\nsso_region = r\nsso_role_name = B\n";
    check(text, &["a"], SignInForm::Session(&corp), expect!["the profile `a` signs in elsewhere"]);
    let same = text.replace("= B", "= A");
    check(
        &same,
        &["a"],
        SignInForm::Both(&corp),
        expect![[r#"
        [profile a]
        sso_session = corp
        sso_start_url = u
        sso_region = r
        sso_role_name = A
        [sso-session corp]
        sso_start_url = u
        sso_region = r
        sso_role_name = A
    "#]],
    );
}

#[test]
fn a_session_that_names_another_is_for_nobody() {
    let corp = SessionName::parse("corp").unwrap();
    for named in ["", "sso_session = x\n"] {
        let text = format!(
            "[profile a]\nsso_start_url = u\nsso_region = r\n{named}[sso-session corp]\nsso_start_url = u\nsso_region = r\nsso_session = x\n[sso-session x]\nsso_start_url = u\nsso_region = r\n"
        );
        check(
            &text,
            &["a"],
            SignInForm::Both(&corp),
            expect!["the profile `a` signs in elsewhere"],
        );
    }
}

#[test]
fn a_new_session_has_what_every_section_has() {
    let corp = SessionName::parse("corp").unwrap();
    let text =
        "[DEFAULT]\nregion = x\n[profile a]\nsso_start_url = u\nsso_region = r\nregion = y\n";
    let elsewhere = expect!["the profile `a` signs in elsewhere"];
    check(text, &["a"], SignInForm::Session(&corp), elsewhere);
    check(
        &text.replace("= y", "= x"),
        &["a"],
        SignInForm::Session(&corp),
        expect![[r#"
            [DEFAULT]
            region = x
            [profile a]
            sso_session = corp
            region = x
            [sso-session corp]
            sso_start_url = u
            sso_region = r
            sso_registration_scopes = sso:account:access
        "#]],
    );
}

#[test]
fn what_runs_over_several_lines_is_not_written_again() {
    let corp = SessionName::parse("corp").unwrap();
    for start_url in ["https://acme.awsapps.com/start\n  role_arn = x", "\n  role_arn"] {
        check(
            &format!("[profile a]\nsso_start_url = {start_url}\nsso_region = eu-west-1\n"),
            &["a"],
            SignInForm::Session(&corp),
            expect!["the profile `a` names no portal and region"],
        );
    }
    check(
        "[profile a]\nsso_start_url = u\nsso_region = r\nsso_registration_scopes = a\n  role_arn = x\n",
        &["a"],
        SignInForm::Session(&corp),
        expect![[r#"
            [profile a]
            sso_session = corp
            [sso-session corp]
            sso_start_url = u
            sso_region = r
            sso_registration_scopes = sso:account:access
        "#]],
    );
}

#[test]
fn a_session_goes_into_its_profiles() {
    let corp = SessionName::parse("corp").unwrap();
    let text = "[profile a]\nsso_session = corp\nregion = x\n[sso-session corp]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n";
    check(
        text,
        &["a"],
        SignInForm::Legacy,
        expect![[r#"
        [profile a]
        sso_start_url = https://acme.awsapps.com/start
        sso_region = eu-west-1
        region = x
        [sso-session corp]
        sso_start_url = https://acme.awsapps.com/start
        sso_region = eu-west-1
    "#]],
    );
    check(
        text,
        &["a"],
        SignInForm::Both(&corp),
        expect![[r#"
        [profile a]
        sso_session = corp
        sso_start_url = https://acme.awsapps.com/start
        sso_region = eu-west-1
        region = x
        [sso-session corp]
        sso_start_url = https://acme.awsapps.com/start
        sso_region = eu-west-1
    "#]],
    );
}

#[test]
fn both_begin_with_the_session_and_agree_to_the_letter() {
    let corp = SessionName::parse("corp").unwrap();
    let text = "[profile a]\n# mine\nregion = x\nsso_region = eu-west-1\nsso_account_id = 111122223333\nsso_start_url = https://acme.awsapps.com/start/#/\nsso_registration_scopes = a:b\n[profile b]\nSSO_Start_URL=https://acme.awsapps.com/start\nsso_region=eu-west-1\n";
    check(
        text,
        &["a", "b"],
        SignInForm::Both(&corp),
        expect![[r#"
            [profile a]
            # mine
            region = x
            sso_session = corp
            sso_region = eu-west-1
            sso_account_id = 111122223333
            sso_start_url = https://acme.awsapps.com/start/#/
            [profile b]
            sso_session = corp
            sso_start_url = https://acme.awsapps.com/start/#/
            sso_region=eu-west-1
            [sso-session corp]
            sso_start_url = https://acme.awsapps.com/start/#/
            sso_region = eu-west-1
            sso_registration_scopes = a:b
        "#]],
    );
}

#[test]
fn what_comes_from_the_defaults_is_not_converted() {
    let corp = SessionName::parse("corp").unwrap();
    let text = "[DEFAULT]\nsso_region = eu-west-1\n[profile a]\nsso_start_url = https://acme.awsapps.com/start\n";
    check(
        text,
        &["a"],
        SignInForm::Session(&corp),
        expect!["the profile `a` has its sign-in from [DEFAULT]"],
    );
    // Its own key goes, and what is behind it comes out.
    let text = "[profile a]\nsso_session = corp\n[sso-session corp]\nsso_start_url = u\nsso_region = r\n[DEFAULT]\nsso_session = other\n";
    check(
        text,
        &["a"],
        SignInForm::Legacy,
        expect!["the profile `a` has its sign-in from [DEFAULT]"],
    );
}

/// A profile's sign-in keys; `sso_account_id` and `sso_role_name` are every form's.
const SIGN_IN: [&str; 4] =
    ["sso_session", "sso_start_url", "sso_region", "sso_registration_scopes"];

/// Legacy profiles at one portal, as people write them: any order, case, spacing, indentation, with comments.
fn legacy_file() -> impl Strategy<Value = String> {
    let other = prop::sample::select(vec![
        "region = x",
        "# mine",
        "",
        "; old",
        "s3 =\n    max_queue_size = 9",
        "output=json",
        "Role_Session_Name : a",
        "sso_registration_scopes = sso:account:access, a:b",
    ]);
    let start_url = prop::sample::select(vec![
        "sso_start_url = https://acme.awsapps.com/start",
        "SSO_START_URL=https://acme.awsapps.com/start/#/",
        "sso_start_url  =   https://acme.awsapps.com/start/",
    ]);
    let region = prop::sample::select(vec!["sso_region = eu-west-1", "sso_Region: eu-west-1"]);
    let profile =
        (prop::collection::vec(other, 0..5), start_url, region, any::<[prop::sample::Index; 2]>());
    let profiles = prop::collection::vec((profile, 0..3usize), 1..4);
    let ending = prop::sample::select(vec!["\n", "\r\n"]);
    (profiles, ending, any::<bool>()).prop_map(|(profiles, ending, ends)| {
        let mut text = String::new();
        for (number, ((mut lines, start_url, region, places), depth)) in
            profiles.into_iter().enumerate()
        {
            lines.sort_unstable();
            lines.dedup_by(|one, other| one == other && one.contains(['=', ':']));
            for (line, place) in [start_url, region].into_iter().zip(places) {
                lines.insert(place.index(lines.len() + 1), line);
            }
            text.push_str(&format!("[profile p{number}]   # {number}\n"));
            for line in lines {
                let indent = " ".repeat(depth);
                text.extend([indent.as_str(), &line.replace('\n', &format!("\n{indent}")), "\n"]);
            }
        }
        let text = text.replace('\n', ending);
        if ends { text } else { text.trim_end_matches(['\r', '\n']).to_owned() }
    })
}

/// The lines that are about no sign-in, byte for byte but for the last one's line break.
fn other_lines(document: &Document) -> Vec<String> {
    let mut is_sign_in = vec![false; document.lines().len()];
    for section in document.sections() {
        if matches!(section.header(), Header::SsoSession(_)) {
            section.lines().for_each(|line| is_sign_in[line] = true);
        }
        for property in section.properties().filter(|it| SIGN_IN.iter().any(|key| it.has_key(key)))
        {
            property.lines().for_each(|line| is_sign_in[line] = true);
        }
    }
    let others = document.lines().zip(is_sign_in).filter(|(_, is_sign_in)| !is_sign_in);
    others.map(|(line, _)| line.text().to_owned()).collect()
}

/// What each profile is, beside its sign-in; and where it signs in.
fn meaning(document: &Document) -> Vec<String> {
    let reading = read(document);
    assert_eq!(reading.parse_errors(), []);
    let profile = |profile: &Settings<'_>| {
        let others = profile.iter().filter(|(key, _)| !SIGN_IN.contains(&&**key));
        let others: Vec<String> =
            others.map(|(key, value)| format!("{key} {:?}", shown(&value))).collect();
        let portal = SignInPortal::of(&reading, profile).expect("a portal");
        let start_url = crate::StartUrl::parse(&portal.start_url).expect("a start URL");
        format!("{} {others:?} {} {}", profile.name(), start_url.as_str(), portal.region)
    };
    reading.profiles().map(profile).collect()
}

fn shown(value: &Value<'_>) -> String {
    match value {
        Value::Text(text) => text.to_string(),
        Value::Nested(rows) => rows.iter().map(|(key, value)| format!("{key}={value};")).collect(),
    }
}

proptest! {
    /// Through any forms and back: where each signs in, every other key and every other line stay.
    #[test]
    fn there_and_back_keeps_the_meaning_and_every_other_line(
        text in legacy_file(),
        forms in prop::collection::vec(0..3usize, 1..4),
    ) {
        let corp = SessionName::parse("corp").unwrap();
        let forms = forms.into_iter().chain([1]).map(|form| {
            [SignInForm::Session(&corp), SignInForm::Legacy, SignInForm::Both(&corp)][form]
        });
        let before = Document::parse(text);
        let names: Vec<String> = read(&before).profiles().map(|profile| profile.name().to_owned()).collect();
        let mut now = before.clone();
        for form in forms {
            now = convert(&now, &names, form).unwrap();
            prop_assert!(convert(&now, &names, form).unwrap() == now, "a second time changes nothing");
            prop_assert_eq!(meaning(&before), meaning(&now));
            prop_assert_eq!(other_lines(&before), other_lines(&now));
        }
        for profile in read(&now).profiles() {
            prop_assert!(profile.get("sso_session").is_none());
        }
    }

    /// What botocore's `SSOProvider` asks of a profile with both: the session's keys are its own, to the letter.
    #[test]
    fn a_profile_with_both_contradicts_its_session_nowhere(text in legacy_file()) {
        let corp = SessionName::parse("corp").unwrap();
        let document = Document::parse(text);
        let names: Vec<String> = read(&document).profiles().map(|profile| profile.name().to_owned()).collect();
        let both = convert(&document, &names, SignInForm::Both(&corp)).unwrap();
        let reading = read(&both);
        let session = reading.sso_session("corp").unwrap();
        for profile in reading.profiles() {
            for (key, value) in session.iter() {
                prop_assert!(profile.get(&key).is_none_or(|own| own == value), "{}", key);
            }
        }
    }
}
