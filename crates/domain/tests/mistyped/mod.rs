//! Config files as people mistype them: profiles and sessions whose headers and settings are right, or nearly.

use proptest::prelude::*;
use proptest::sample::select;

/// A file's lines.
pub(crate) fn lines() -> impl Strategy<Value = Vec<&'static str>> {
    let groups = [START_URLS, REGIONS, ACCOUNTS, ROLES];
    let mut all: Vec<&str> = [HEADERS, SESSIONS, OTHERS].concat();
    all.extend(groups.iter().flat_map(|group| group.iter()));
    let soup = prop::collection::vec(select(all), 0..16);
    let sections = prop::collection::vec(prop_oneof![2 => profile(), 1 => session()], 1..5);
    let sections = sections.prop_map(|sections| sections.concat());
    prop_oneof![1 => soup, 2 => sections, 3 => (whole(), few()).prop_map(both)]
}

/// Profiles that sign in, and little that could come in their way.
fn whole() -> impl Strategy<Value = Vec<&'static str>> {
    let profile = |header: &'static str| {
        let portals = vec![&WHOLE_PORTALS[..1], &WHOLE_PORTALS[1..3], &WHOLE_PORTALS[3..]];
        let more = prop::collection::vec(select(OTHERS), 0..2);
        (select(portals), more).prop_map(move |(portal, more)| {
            [
                &[header],
                portal,
                &["sso_account_id = 111122223333", "sso_role_name = Dev"],
                &more[..],
            ]
            .concat()
        })
    };
    let session = [
        "[sso-session ours]",
        "sso_start_url = https://ours.awsapps.com/start",
        "sso_region = eu-west-1",
    ];
    (profile("[profile w1]"), profile("[profile w2]"), profile("[w3]"))
        .prop_map(move |(one, two, three)| [session.to_vec(), one, two, three].concat())
}

/// The lines of a section, few of them.
fn few() -> impl Strategy<Value = Vec<&'static str>> {
    let all = [SESSIONS, START_URLS, REGIONS, ACCOUNTS, ROLES, OTHERS].concat();
    prop::collection::vec(select(all), 0..3)
}

const WHOLE_PORTALS: [&str; 5] = [
    "sso_session = ours",
    "sso_start_url = https://acme.awsapps.com/start",
    "sso_region = eu-west-1",
    "sso_start_url = https://acme.awsapps.com/start/#/",
    "sso_region = eu-west-1",
];

fn profile() -> impl Strategy<Value = Vec<&'static str>> {
    let portal =
        prop_oneof![2 => some(SESSIONS), 1 => (some(START_URLS), some(REGIONS)).prop_map(both)];
    let role = (some(ACCOUNTS), some(ROLES)).prop_map(both);
    let others = prop::collection::vec(select(OTHERS), 0..3);
    let again = prop::option::weighted(0.2, prop_oneof![some(ROLES), some(START_URLS)]);
    (select(HEADERS), portal, role, others, again).prop_map(
        |(header, portal, role, others, again)| {
            [vec![header], portal, role, others, again.unwrap_or_default()].concat()
        },
    )
}

fn session() -> impl Strategy<Value = Vec<&'static str>> {
    (select(SESSION_HEADERS), some(START_URLS), some(REGIONS))
        .prop_map(|(header, start_url, region)| [vec![header], start_url, region].concat())
}

/// Mostly one of these.
fn some(lines: &'static [&'static str]) -> impl Strategy<Value = Vec<&'static str>> {
    prop::option::weighted(0.9, select(lines)).prop_map(|line| line.into_iter().collect())
}

fn both((one, other): (Vec<&'static str>, Vec<&'static str>)) -> Vec<&'static str> {
    [one, other].concat()
}

const HEADERS: &[&str] = &[
    "[profile a]",
    "[profile b]",
    "[profile a] # again",
    "[profile 'a']",
    "[a]",
    "[lab]",
    "[ profile c ]",
    "[Profile a]",
    "[profile my dev]",
    "[profile\u{a0}e]",
    "[profile “f”]",
    "[Default]",
    "[default]",
    "[profile default]",
    "[DEFAULT]",
    "[profile g",
];

const SESSION_HEADERS: &[&str] = &[
    "[sso-session corp]",
    "[sso-session corp]",
    "[sso-session lab]",
    "[ sso-session lab ]",
    "[sso_session corp]",
];

const SESSIONS: &[&str] = &[
    "sso_session = corp",
    "sso_session = corp",
    "sso_session = \"corp\"",
    "sso_session = lab # ours",
    "sso_session = lab",
    "sso_session = crp",
    "sso-session = lab",
    "sso_sesion = corp",
    "sso_session =",
];

const START_URLS: &[&str] = &[
    "sso_start_url = https://acme.awsapps.com/start",
    "sso_start_url = https://acme.awsapps.com/start",
    "sso_start_url = https://acme.awsapps.com/start/#/",
    "sso_start_url=https://ACME.awsapps.com/start",
    "sso_start_url = 'https://acme.awsapps.com/start/'",
    "sso_start_url = https://lab.awsapps.com/start # lab",
    "sso_start_url = https://ssoins-0123456789abcdef.eu-west-1.portal.amazonaws.com",
    "sso_start_url = https://acme.awsapps.com\n/start",
    "sso_start_url = http://acme.awsapps.com/start#",
    "start_url = https://acme.awsapps.com/start",
    "sso_start_url = https://012345678905.signin.aws.amazon.com/console",
    "sso_start_url = https://view.awsapps.com/start",
];

const REGIONS: &[&str] = &[
    "sso_region = eu-west-1",
    "sso_region = eu-west-1",
    "sso_region = EU-WEST-1",
    "sso_region = eu-west-1a",
    "sso_region = \"eu_west_1\"",
    "sso_region = us-east-1",
    "sso_region = eu-wst-1",
    "sso_region = mx-central-2",
    "ssoRegion = eu-west-1",
    "  sso_region = eu-west-1",
];

const ACCOUNTS: &[&str] = &[
    "sso_account_id = 111122223333",
    "sso_account_id = 111122223333",
    "sso_account_id = 1111-2222-3333",
    "sso_account_id = '11112222333'",
    "sso_account_id = 42",
    "  sso_account_id = 111122223333",
    "sso-account-id = 111122223333",
];

const ROLES: &[&str] = &[
    "sso_role_name = Admin",
    "sso_role_name = Admin",
    "sso_role_name = Admin # mine",
    "sso_role_name = Admin2",
    "Sso_Role_Name = Admin",
    "sso_role_name = “Admin”",
    "sso_role_name = AWSReservedSSO_Admin_0123456789abcdef",
    "sso_role = Admin",
    "sso_role_name =\n  Admin",
];

const OTHERS: &[&str] = &[
    "  [profile d]",
    "region = eu-west-1 # home",
    "region = eu-west-1",
    "Region = eu-west-1",
    "  region = us-west-2",
    "output = JSON",
    "output =\n  region = eu-west-1",
    "  output = json",
    "sso_registration_scope = sso:account:access",
    "sso_registration_scopes = sso:account:access codewhisperer:completions",
    "[profile default]\nsso_region = eu-west-1",
    "[profile my dev]\nsso_region = us-east-1",
    "output = \"json\" ; x",
    "role_arn = arn:aws:iam::111122223333:role/x",
    "source_profile = a",
    "source_profile = de",
    "sso_registration_scopes = sso:account:access",
    "aws_access_key_id = AKIA",
    "credential_process = x",
    "credential_process = aws sso login --profile a",
    "credential_process = aws configure export-credentials --profile a",
    "s3 =",
    "  max = 1",
    "  nonsense",
    "nonsense",
    "= x",
    "# note",
    "; note",
    "",
    "\u{feff}",
];
