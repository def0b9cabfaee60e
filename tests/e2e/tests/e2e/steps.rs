//! What several tests do on the page, and the simulated organisation's portals.

use onramp_e2e::{Answer, Page, Role};

pub(crate) const BIG: &str = "https://d-0000000001.awsapps.com/start";
pub(crate) const SOLO: &str = "https://solo.awsapps.com/start";
pub(crate) const EMPTY: &str = "https://empty.awsapps.com/start";
pub(crate) const DUAL_STACK: &str = "https://ssoins-0000000000000001.portal.eu-central-1.app.aws";

/// Portals outside the commercial partition: start URL and region.
pub(crate) const PARTITIONS: [(&str, &str); 3] = [
    ("https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/onramp", "us-gov-west-1"),
    ("https://start.home.awsapps.cn/directory/onramp", "cn-north-1"),
    ("https://ssoins-0000000000000002.eusc-de-east-1.portal.amazonaws.eu", "eusc-de-east-1"),
];

/// The one role of [`SOLO`], as its checkbox is called.
pub(crate) const SOLE_ROLE: &str = "AdministratorAccess in Solo (123456789012)";

/// A session's token as the AWS CLI leaves it, good for a thousand years.
pub(crate) const TOKEN: &str = r#"{"startUrl": "https://solo.awsapps.com/start", "region": "us-east-1", "accessToken": "SECRET-ACCESS", "expiresAt": "3000-01-02T03:04:05Z", "clientId": "CID", "clientSecret": "SECRET-CLIENT", "registrationExpiresAt": "3000-01-02T03:04:05Z", "refreshToken": "SECRET-REFRESH"}"#;

/// A config as life has it: a line that the CLI refuses, a header without `profile`, an old sign-in, a left-over.
pub(crate) const MESSY_CONFIG: &str = "\
# mine
[profile dev]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Developer
region = eu-west-1 # home
nonsense

[profile old]
region = eu-west-1

[ops]
role_arn = arn:aws:iam::111122223333:role/Ops
source_profile = dev

[profile legacy]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 444455556666
sso_role_name = AdministratorAccess

[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
";

/// A config that was written at [`SOLO`] some time ago, and touched by hand since: of its three profiles there the first
/// is for a role and the last for an account that are gone.
pub(crate) const OLD_CONFIG: &str = "\
# mine
[profile read]
sso_session = solo
sso_account_id = 123456789012
sso_role_name = ReadOnly

[profile ops]   ; by hand
role_arn = arn:aws:iam::123456789012:role/Ops
source_profile = left
region=eu-west-1

[profile left]
sso_session = solo
sso_account_id = 999988887777
sso_role_name = Admin

[sso-session solo]
# the office
sso_start_url = https://solo.awsapps.com/start/#/
sso_region = us-east-1
";

/// Fills the form in and presses "Sign in".
pub(crate) async fn sign_in(page: &Page, start_url: &str) {
    page.fill(Role::Textbox, "Start URL", start_url).await;
    page.press(Role::Button, "Sign in").await;
}

/// The whole sign-in, up to the list.
pub(crate) async fn sign_in_and_allow(page: &Page, start_url: &str) {
    sign_in(page, start_url).await;
    page.answer_approval(Answer::Allow).await;
    page.find(Role::Button, "Sign out").await;
}

/// [`sign_in_and_allow`] at [`SOLO`], up to its block.
pub(crate) async fn sign_in_at_solo(page: &Page) {
    sign_in_and_allow(page, SOLO).await;
    page.find(Role::Button, "Copy config block").await;
}

/// [`sign_in_at_solo`], with the region chosen by hand.
pub(crate) async fn sign_in_at_solo_in(page: &Page, region: &str) {
    page.choose("SSO region", region).await;
    sign_in_at_solo(page).await;
}

/// From the chosen roles to what to do with them.
pub(crate) async fn go_on(page: &Page) {
    page.press(Role::Button, "Continue").await;
    page.find(Role::Region, "Save").await;
}
