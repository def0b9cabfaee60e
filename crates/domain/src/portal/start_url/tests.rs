use super::*;
use expect_test::{Expect, expect};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expect: Expect) {
    let got = match StartUrl::parse(text) {
        Ok(url) => format!("{url} {:?} {:?}", url.kind(), url.region()),
        Err(error) => format!("{error:?}"),
    };
    expect.assert_eq(&got);
}

#[test]
fn an_address_is_found_in_what_stands_around_it() {
    for text in [
        "Portal: https://d-1234567890.awsapps.com/start",
        "sso_start_url=d-1234567890.awsapps.com/start",
        "sso_start_url = d-1234567890",
        "export AWS_START_URL='https://d-1234567890.awsapps.com/start'",
        r#""startUrl":"https://d-1234567890.awsapps.com/start","#,
        "(https://d-1234567890.awsapps.com/start).",
        "<https://d-1234567890.awsapps.com/start|our portal>",
        r#"<a href="https://d-1234567890.awsapps.com/start">portal</a>"#,
        "[our portal](https://d-1234567890.awsapps.com/start), as always",
        "[https://d-1.awsapps.com](https://d-1234567890.awsapps.com/start)",
        "Log in at https://d-1234567890.awsapps.com/start, then choose an account.",
        "“https://d-1234567890.awsapps.com/start”",
        "\u{feff}https://d-1234567890.awsapps.com/start\u{200b}",
        "https://https://d-1234567890.awsapps.com/start",
        "https%3A%2F%2Fd-1234567890.awsapps.com%2Fstart%2F%23%2F",
        "//d-1234567890.awsapps.com",
        "https://d-1234567890.awsapps.com:443/start",
        "https://d-1234567890.awsapps.com./start",
        "https://d-1234567890.awsapps.com/start →",
    ] {
        let url = StartUrl::parse(text);
        assert_eq!(
            url.as_ref().map(StartUrl::as_str),
            Ok("https://d-1234567890.awsapps.com/start"),
            "{text}"
        );
    }
}

#[test]
fn nothing_is_guessed_where_two_readings_are_left() {
    check("https://d-1234567890.awsapps.com /start", expect!["NotAUrl"]);
    check("acme.awsapps.com d-1234567890", expect!["NotAUrl"]);
    check("https://a.awsapps.com/start https://b.awsapps.com/start", expect!["NotAUrl"]);
    check("javascript:x='https://d-1234567890.awsapps.com/start'", expect!["NotHttps"]);
    check(
        "evil.example/?to=https://d-1234567890.awsapps.com/start",
        expect!["https://evil.example Vanity None"],
    );
}

#[test]
fn what_hides_the_host_is_refused() {
    check("https://d-1234567890.awsapps.com@evil.example/start", expect!["HasCredentials"]);
    check(r"https://evil.example\@d-1234567890.awsapps.com/start", expect!["NotAUrl"]);
    check("https://d-1234567890%2Eawsapps.com/start", expect!["NotAUrl"]);
    check("https://d-1234567890.\u{430}wsapps.com/start", expect!["LookAlike"]);
    // Half of the letters could be any others.
    check("https://\u{430}w\u{455}\u{430}\u{440}\u{440}s.cn", expect!["NotAUrl"]);
    check("https://\u{430}ws\u{430}\u{440}\u{440}s.cn", expect!["LookAlike"]);
    check("https://prä.example/start", expect!["NotAUrl"]);
}

#[test]
fn a_directorys_portal_is_cut_to_its_directory() {
    check(
        "https://start.us-gov-home.awsapps.com/directory/acme/user-consent/authorize.html?region=us-gov-east-1",
        expect!["https://start.us-gov-home.awsapps.com/directory/acme AwsApps Some(us-gov-east-1)"],
    );
    check("https://start.home.awsapps.cn/directory/", expect!["NotAUrl"]);
    check("https://start.home.awsapps.cn/directory/a_b", expect!["NotAUrl"]);
    check("https://start.eu-west-1.home.awsapps.cn/directory/acme", expect!["LookAlike"]);
    check(
        "https://d-1234567890.awsapps.com/start?region=cn-north-1",
        expect!["https://d-1234567890.awsapps.com/start AwsApps None"],
    );
}

#[test]
fn a_companys_own_host_keeps_its_path_and_must_be_https() {
    check("aws.acme.example/sso/", expect!["https://aws.acme.example/sso Vanity None"]);
    check("http://aws.acme.example/sso", expect!["NotHttps"]);
    check("https://10.0.0.1/sso", expect!["NotAUrl"]);
    check("localhost:8080", expect!["NotAUrl"]);
}

#[test]
fn neither_what_is_pasted_nor_what_is_written_is_too_long() {
    let x = "x".repeat(2030);
    check(&format!("https://d-1234567890.awsapps.com/start?{x}"), expect!["TooLong"]);
    check(&format!("aws.acme.example/{x}"), expect!["TooLong"]);
    let longest =
        format!("https://aws.acme.example/{}", &x[..2048 - "https://aws.acme.example/".len()]);
    assert_eq!(StartUrl::parse(&longest).unwrap().as_str(), longest);
}

#[test]
fn the_host_stands_without_its_port() {
    let url = StartUrl::parse("https://sso.acme.example:8443/start").unwrap();
    assert_eq!(url.host(), "sso.acme.example");
}

#[test]
fn every_form_of_portal_opens_the_console_with_a_role() {
    let account = AccountId::parse("000000000042").unwrap();
    let role = RoleName::parse("Dev+Ops@a=b,c").unwrap();
    let end = "/#/console?account_id=000000000042&role_name=Dev%2BOps%40a%3Db%2Cc";
    for portal in [
        "https://acme.awsapps.com/start",
        "https://ssoins-0000000000000001.portal.eu-central-1.app.aws",
        "https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/onramp",
        "https://start.home.awsapps.cn/directory/onramp",
        "https://sso.acme.example:8443/aws",
    ] {
        let url = StartUrl::parse(portal).unwrap().console_url(account, &role);
        assert_eq!(url, Some(format!("{portal}{end}")));
    }
    let issuer = StartUrl::parse("https://identitycenter.amazonaws.com/ssoins-0000000000000001");
    assert_eq!(issuer.unwrap().console_url(account, &role), None);
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        let _ = StartUrl::parse(&text);
    }

    #[test]
    fn a_start_urls_own_text_is_read_as_itself(
        text in r#"["<(]?(https?://)?[a-z@:]{0,3}(\.?(d-1234567890|acme|ssoins-1|start|home|portal|eu-west-1|awsapps|app|aws|com|cn|example)){1,6}(:[0-9]{1,4})?([/.;?#)']|start|directory|%2F|[a-z=*-]){0,9}"#
    ) {
        if let Ok(url) = StartUrl::parse(&text) {
            let again = StartUrl::parse(url.as_str());
            prop_assert_eq!(again.as_ref().map(StartUrl::as_str), Ok(url.as_str()));
            prop_assert_eq!(again.map(|again| again.kind()), Ok(url.kind()));
            prop_assert!(url.as_str().starts_with("https://"));
            prop_assert!(!url.as_str().contains(['\n', ' ', '#', '?', '@', '"']) || url.kind() == PortalKind::Vanity);
        }
    }
}
