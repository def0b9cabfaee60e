use super::*;
use crate::config::plan::Change;
use expect_test::{Expect, expect};

/// The remarks, each with the lines that its fix changes.
#[track_caller]
fn check(text: &str, expect: Expect) {
    check_both(text, None, expect);
}

#[track_caller]
fn check_both(text: &str, credentials: Option<&str>, expect: Expect) {
    let document = Document::parse(text);
    let mut out = String::new();
    let credentials = credentials.map(Document::parse);
    let about_credentials = credentials.iter().flat_map(|it| credentials_remarks(it, &document));
    for remark in about_credentials.chain(remarks(&document, credentials.as_ref())) {
        out.push_str(&format!("{remark:?}\n"));
        let Some(plan) = remark.fix() else { continue };
        for change in plan.changes() {
            out.push_str(&match change {
                Change::MarkRemoved => "    no mark\n".to_owned(),
                Change::Added { line, new } => format!("    +{line} {new}\n"),
                Change::Changed { line, new, .. } => format!("    ~{line} {new}\n"),
                Change::Removed { line, old } => format!("    -{line} {old}\n"),
                Change::Ended { line } => format!("    ended {line}\n"),
            });
        }
        let is_config = *plan.document() == document;
        let count = |document: &Document| {
            let all = if is_config {
                remarks(document, None)
            } else {
                credentials_remarks(document, &Document::parse(text))
            };
            all.iter().filter(|other| other.kind == remark.kind).count()
        };
        assert!(count(&plan.apply()) < count(plan.document()), "{remark:?} comes again");
        let refused = |document: &Document| read(document).refusals().len();
        assert!(
            refused(&plan.apply()) <= refused(plan.document()),
            "{remark:?}: the fix breaks the file"
        );
    }
    expect.assert_eq(&out);
}

const ROLE: &str = "sso_account_id = 111122223333\nsso_role_name = Dev\n";
const CORP: &str =
    "[sso-session corp]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n";

#[test]
fn a_good_file_has_no_remarks() {
    check("", expect![""]);
    check(
        &format!("# mine\n[profile dev]\nsso_session = corp\n{ROLE}region = me-west-7\n{CORP}"),
        expect![""],
    );
    check(
        "[profile a]\nrole_arn = x\nsource_profile = b\n[profile b]\ns3 =\n  region = x\n[services x]\n[plugins]\nregion = a\n",
        expect![""],
    );
}

#[test]
fn every_reason_to_refuse_the_file_is_said() {
    check(
        "\u{feff}x = 1\n[profile a]\nnonsense\n= y\nregion = a\ns3 =\n  k\nRegion = a\nregion = b\n[profile a]\n",
        expect![[r#"
            [1] Refused(ByteOrderMark)
                no mark
            [1] Refused(BeforeFirstHeader { last: 1 })
                no mark
                ~1 # x = 1
            [3] Refused(NoDelimiter)
                no mark
                ~3 # nonsense
            [4] Refused(NoKey)
                no mark
                ~4 # = y
            [7] Refused(BadNested)
                no mark
                ~7 #   k
            [8, 5] Refused(DuplicateKey { first: 5 })
                no mark
                -8 Region = a
            [9, 5] Refused(DuplicateKey { first: 5 })
            [10, 2] Refused(DuplicateSection { first: 2 })
        "#]],
    );
}

#[test]
fn doubled_sections_are_joined_with_the_later_one_counting() {
    check(
        "[profile a]\nregion = x-1\noutput = json\n[profile b]\n[profile a]\n# mine\nregion = y-1\ns3 =\n  a = b\n\n[profile c]\n",
        expect![[r#"
            [5, 1] Refused(DuplicateSection { first: 1 })
                -2 region = x-1
                +3 # mine
                +4 region = y-1
                +5 s3 =
                +6   a = b
                -5 [profile a]
                -6 # mine
                -7 region = y-1
                -8 s3 =
                -9   a = b
                -10 
            [7] UnknownRegion { key: "region", value: "y-1", nearest: None }
        "#]],
    );
    check(
        "[profile a]\nregion = a-1\n[profile a]\n  output = json\n",
        expect![[r#"
        [3, 1] Refused(DuplicateSection { first: 1 })
    "#]],
    );
}

#[test]
fn headers_that_are_no_profiles_are_renamed() {
    check(
        "[dev]\nregion = a\n[ profile two ] # x\nregion = a\n[Profile three]\nregion = a\n[other]\nx = y\n",
        expect![[r#"
            [1] NotAProfile { header: "dev", name: "dev" }
                ~1 [profile dev]
            [3] NotAProfile { header: " profile two ", name: "two" }
                ~3 [profile two] # x
            [5] NotAProfile { header: "Profile three", name: "three" }
                ~5 [profile three]
        "#]],
    );
    check(
        "[profile my dev]\nregion = a\n[profile o'brien]\n[sso-session]\n[profile]\n",
        expect![[r#"
            [1] Nameless { header: "profile my dev" }
                ~1 [profile 'my dev']
            [3] Nameless { header: "profile o'brien" }
                ~3 [profile 'o'"'"'brien']
            [4] Nameless { header: "sso-session" }
            [5] Nameless { header: "profile" }
        "#]],
    );
    check(
        "[dev]\nregion = a\n[profile dev]\n",
        expect![[r#"
        [1] NotAProfile { header: "dev", name: "dev" }
    "#]],
    );
    check(
        "[profile a b]\n[default]\n[profile default]\n[profile 'c']\n[profile c]\n[profile c#]\n",
        expect![[r#"
            [1] Nameless { header: "profile a b" }
                ~1 [profile 'a b']
            [2, 3] Hidden { name: "default" }
            [4, 5] Hidden { name: "c" }
            [6] UnportableName { name: "c#", character: '#' }
        "#]],
    );
}

#[test]
fn lines_that_look_like_something_else_are_shown() {
    check(
        "[profile a]\nregion = a\n  [profile b]\noutput = json\n  sso_region = x\n",
        expect![[r#"
        [3, 2] HeaderInValue
            ~3 [profile b]
        [5, 4] SettingInValue { key: "sso_region" }
            ~5 sso_region = x
    "#]],
    );
    check(
        "[profile\u{a0}a]\nregion = \u{201c}x\u{201d}\n[profile \u{201c}b\u{201d}]\nregion\u{200b} = y\n",
        expect![[r#"
            [1] Nameless { header: "profile\u{a0}a" }
                ~1 [profile a]
            [1] Odd(Blank('\u{a0}'))
                ~1 [profile a]
            [2] Odd(Quote('“'))
            [3] UnportableName { name: "“b”", character: '“' }
            [3] Odd(Quote('“'))
                ~3 [profile "b"]
            [4] Odd(Invisible('\u{200b}'))
        "#]],
    );
    check(
        "[profile a]\r\nregion = eu-west-1 # home\n  # x\noutput = \"json\"\r\n",
        expect![[r#"
            [1] MixedLineEndings
                +1 [profile a]
                -1 [profile a]
                +4 output = "json"
                -4 output = "json"
            [2] CommentInValue { key: "region" }
                +2 # home
                ~2 region = eu-west-1
            [4] QuotedValue { key: "output" }
                ~4 output = json
        "#]],
    );
}

#[test]
fn sessions_are_missing_unused_incomplete_or_twice() {
    check(
        &format!("[profile a]\nsso_session = crp\n{ROLE}[sso-session b]\n{CORP}"),
        expect![[r#"
            [2] SessionMissing { profile: "a", session: "crp", nearest: Some("corp") }
                ~2 sso_session = corp
            [5] SessionUnused { session: "b" }
            [5] SessionIncomplete { session: "b", missing: ["sso_start_url", "sso_region"] }
            [6] SessionUnused { session: "corp" }
        "#]],
    );
    check(
        "[profile a]\nsso_session = x\n[profile b]\nsso_session = y\n[sso-session x]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n[sso-session y]\nsso_start_url = https://acme.awsapps.com/start/#/\nsso_region = eu-west-1\n",
        expect![[r#"
            [1] SignInIncomplete { profile: "a", missing: ["sso_account_id", "sso_role_name"] }
            [3] SignInIncomplete { profile: "b", missing: ["sso_account_id", "sso_role_name"] }
            [5, 8] SameSession { sessions: ["x", "y"] }
        "#]],
    );
}

#[test]
fn a_sign_in_lacks_or_contradicts() {
    check(
        &format!(
            "[profile a]\nsso_session = corp\nsso_region = us-east-1\nsso_account_id = 111122223333\n{CORP}"
        ),
        expect![[r#"
            [1] SignInIncomplete { profile: "a", missing: ["sso_role_name"] }
            [3, 7] Contradiction { profile: "a", key: "sso_region" }
                -3 sso_region = us-east-1
        "#]],
    );
    check(
        "[profile a]\nsso_start_url = https://acme.awsapps.com/start\n",
        expect![[r#"
        [1] SignInIncomplete { profile: "a", missing: ["sso_region", "sso_account_id", "sso_role_name"] }
    "#]],
    );
}

#[test]
fn other_ways_beside_a_sign_in_are_named() {
    check_both(
        &format!(
            "[profile a]\nsso_session = corp\n{ROLE}credential_process = x\naws_access_key_id = AKIA\naws_secret_access_key = x\n[profile b]\nsso_session = corp\nrole_arn = x\nsource_profile = a\n{ROLE}{CORP}"
        ),
        Some("[a]\naws_access_key_id = x\n[profile b]\naws_access_key_id = x\n"),
        expect![[r#"
            [1, 2] AccessKeysInCredentials { profile: "a" }
            [3] PrefixInCredentials { header: "profile b" }
                ~3 [b]
            [5] ProcessBesideSignIn { profile: "a" }
            [6, 7] AccessKeysBesideSignIn { profile: "a" }
            [10] RoleBesideSignIn { profile: "b" }
        "#]],
    );
}

#[test]
fn one_portal_in_several_spellings_is_several_sign_ins() {
    let profile = |name, role, url| {
        format!(
            "[profile {name}]\nsso_start_url = {url}\nsso_region = eu-west-1\nsso_account_id = 111122223333\nsso_role_name = {role}\n"
        )
    };
    let url = "https://acme.awsapps.com/start";
    check(
        &[profile("a", "A", url), profile("b", "B", &format!("{url}/#/")), profile("c", "C", url)]
            .concat(),
        expect![[r#"
            [7] StartUrlSpellings { commonest: "https://acme.awsapps.com/start", others: ["https://acme.awsapps.com/start/#/"] }
                ~7 sso_start_url = https://acme.awsapps.com/start
        "#]],
    );
}

#[test]
fn values_that_cannot_be_right_get_the_one_meant() {
    check(
        &format!(
            "[profile a]\nsso_session=corp\nsso_account_id  =  42000000042\nsso_role_name = A\nregion = eu-west-1a\noutput = JSON\n[profile b]\nsso_session = corp\nsso_account_id = 1111-2222-3333\nsso_role_name = A\nregion = moon\n{CORP}"
        ),
        expect![[r#"
            [3] AccountId { value: "42000000042", meant: Some("042000000042") }
                ~3 sso_account_id  =  042000000042
            [5] UnknownRegion { key: "region", value: "eu-west-1a", nearest: Some(eu-west-1) }
                ~5 region = eu-west-1
            [6] UnknownOutput { value: "JSON" }
                ~6 output = json
            [9] AccountId { value: "1111-2222-3333", meant: Some("111122223333") }
                ~9 sso_account_id = 111122223333
            [11] UnknownRegion { key: "region", value: "moon", nearest: None }
        "#]],
    );
    check(
        "[profile p]\nsso_session = a\n[profile q]\nsso_session = b\n[sso-session a]\nsso_start_url = https://ssoins-0123456789abcdef.eu-west-1.portal.amazonaws.com\nsso_region = us-east-1\n[sso-session b]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = cn-north-1\n",
        expect![[r#"
            [1] SignInIncomplete { profile: "p", missing: ["sso_account_id", "sso_role_name"] }
            [3] SignInIncomplete { profile: "q", missing: ["sso_account_id", "sso_role_name"] }
            [7, 6] RegionDiffers { named: eu-west-1, region: us-east-1 }
                ~7 sso_region = eu-west-1
            [10, 9] PartitionDiffers { start_url: Aws, region: cn-north-1 }
        "#]],
    );
}

#[test]
fn chains_end_or_go_in_circles() {
    check(
        "[profile a]\nrole_arn = x\nsource_profile = b\n[profile b]\nrole_arn = x\nsource_profile = a\n[profile c]\nrole_arn = x\nsource_profile = zz\n[profile d]\nrole_arn = x\n",
        expect![[r#"
            [3, 6] SourceCircle { profiles: ["a", "b"] }
            [9] SourceMissing { profile: "c", source: "zz", nearest: None }
            [11] SourceCount { profile: "d" }
        "#]],
    );
    check(
        "[profile a]\nrole_arn = x\nsource_profile = a\naws_access_key_id = x\n[profile b]\nrole_arn = x\nsource_profile = b\n",
        expect![[r#"
            [7] SourceCircle { profiles: ["b"] }
        "#]],
    );
}

#[test]
fn what_is_no_config_is_not_picked_to_pieces() {
    check(
        "{\"startUrl\": \"x\"}",
        expect![[r#"
        [1] NotAConfig(Json)
    "#]],
    );
    check(
        "[profile a]\nrole_arn = {{ .role }}\n{{ end }}\n",
        expect![[r#"
        [1] NotAConfig(Template)
    "#]],
    );
    check(
        "Dear all,\nplease find below\n",
        expect![[r#"
        [1] NotAConfig(Other)
    "#]],
    );
    check(
        "-----BEGIN PGP MESSAGE-----\n",
        expect![[r#"
        [1] NotAConfig(Encrypted)
    "#]],
    );
    check(
        "<!DOCTYPE html>\n",
        expect![[r#"
        [1] NotAConfig(Markup)
    "#]],
    );
    check(
        "sso_region = x\n",
        expect![[r#"
        [1] Refused(BeforeFirstHeader { last: 1 })
            ~1 # sso_region = x
    "#]],
    );
}

#[test]
fn a_credentials_file_is_looked_at_by_itself() {
    check_both(
        "[profile dev]\nregion = eu-west-1\n",
        Some("[profile dev]\naws_access_key_id = x\nnonsense\n[ops]\nregion = a\n[profile dev]\n"),
        expect![[r#"
            [1] PrefixInCredentials { header: "profile dev" }
                ~1 [dev]
            [3] Refused(NoDelimiter)
                ~3 # nonsense
            [6, 1] Refused(DuplicateSection { first: 1 })
            [6] PrefixInCredentials { header: "profile dev" }
        "#]],
    );
    check_both(
        "",
        Some("{\"accessToken\": \"x\"}"),
        expect![[r#"
        [1] NotAConfig(Json)
    "#]],
    );
}
