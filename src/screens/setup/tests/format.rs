//! Step four: the format of the sign-in, and what follows from it.

use super::check;
use super::use_it::{one, page_region, several};
use crate::screens::setup::msg::UseItMsg;
use expect_test::expect;
use onramp_domain::entry::Format;

#[test]
fn the_format_decides_what_is_written_and_how_one_logs_in() {
    for (format, one_profile, two_profiles) in [
        (
            Format::SsoSession,
            expect![[r#"
            [profile Admin-000000000042]
            sso_session = acme
            sso_account_id = 000000000042
            sso_role_name = Admin
            region = eu-west-1
            [sso-session acme]
            sso_start_url = https://acme.awsapps.com/start
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access
            | aws sso login --profile Admin-000000000042
        "#]],
            expect![[r#"
            | aws sso login --sso-session acme
        "#]],
        ),
        (
            Format::Legacy,
            expect![[r#"
            [profile Admin-000000000042]
            sso_start_url = https://acme.awsapps.com/start
            sso_region = eu-west-1
            sso_account_id = 000000000042
            sso_role_name = Admin
            region = eu-west-1
            | aws sso login --profile Admin-000000000042
        "#]],
            expect![[r#"
            | aws sso login --profile Dev-111111111111
        "#]],
        ),
        (
            Format::Both,
            expect![[r#"
            [profile Admin-000000000042]
            sso_session = acme
            sso_start_url = https://acme.awsapps.com/start
            sso_region = eu-west-1
            sso_account_id = 000000000042
            sso_role_name = Admin
            region = eu-west-1
            [sso-session acme]
            sso_start_url = https://acme.awsapps.com/start
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access
            | aws sso login --profile Admin-000000000042
        "#]],
            expect![[r#"
            | aws sso login --sso-session acme
        "#]],
        ),
    ] {
        let mut page = one();
        page.use_it(UseItMsg::FormatChosen(format));
        check(&page, |_| page.block() + &page_region(&page, "Log in"), one_profile);
        let mut page = several(&[("111111111111", "Dev"), ("000000000042", "Dev")]);
        page.use_it(UseItMsg::FormatChosen(format));
        check(&page, |_| page_region(&page, "Log in"), two_profiles);
    }
}

#[test]
fn who_needs_which_format_is_told() {
    let options = |page: &crate::testing::Outline| {
        let main = page.all("main");
        let lines = main.lines().map(str::trim);
        let lines = lines.filter(|line| line.starts_with("term") || line.starts_with("definition"));
        lines.collect::<Vec<_>>().join("\n")
    };
    check(
        &one(),
        options,
        expect![[r#"
            term: Session
            definition: One sign-in for all profiles, which the CLI renews by itself. Right for nearly everyone: AWS CLI 2.9 and newer, AWS's current SDKs, Terraform 1.6 and newer.
            term: Legacy
            definition: Start URL and region in every profile, for older programs that don't find your sign-in otherwise: AWS CLI 2 before 2.9, Terraform's S3 backend up to 1.5, and anything built on AWS's SDK for Go 1 before 1.44.298 (July 2023), such as old Session Manager plugins. The sign-in isn't renewed, so log in again when it ends.
            term: Both
            definition: Old and new tools side by side, where the old ones read the start URL from the profile and sign in themselves. AWS's SDK for Rust refuses such a profile. Older programs that use the CLI's sign-in need Legacy.
            term: macOS
            definition: brew install awscli, or the installer at AWS.
            term: Windows
            definition: winget install -e --id Amazon.AWSCLI, or the installer at AWS.
            term: Linux
            definition: The installer at AWS. A distribution's own package is often version 1."#]],
    );
}
