//! Values that cannot be right; files that are no configs.

use super::*;

#[test]
fn a_role_that_is_only_named_like_one_of_iams_stays() {
    let role = "sso_account_id = 111122223333\nsso_role_name = AWSReservedSSO_Admin_abc\n";
    check(&format!("[profile a]\n{PORTAL}{role}region = eu-west-1\n"), expect![""]);
}

#[test]
fn values_that_cannot_be_right_get_the_one_meant() {
    check(
        &format!(
            "[profile a]\nsso_session=corp\nsso_account_id  =  42000000042\nsso_role_name = A\nregion = eu-west-1a\noutput = JSON\n[profile b]\nsso_session = corp\nsso_account_id = 1111-2222-3333\nsso_role_name = A\nregion = moon\n{CORP}"
        ),
        expect![[r#"
            [3] AccountId 42000000042; 042000000042
                ? Use 042000000042
                -3 sso_account_id  =  42000000042
                +3 sso_account_id  =  042000000042
            [5] UnknownRegion region, eu-west-1a; eu-west-1
                !
                -5 region = eu-west-1a
                +5 region = eu-west-1
            [6] UnknownOutput JSON
                !
                -6 output = JSON
                +6 output = json
            [9] AccountId 1111-2222-3333; 111122223333
                !
                -9 sso_account_id = 1111-2222-3333
                +9 sso_account_id = 111122223333
            [11] UnknownRegion region, moon
        "#]],
    );
    check(
        "[profile p]\nsso_session = a\n[profile q]\nsso_session = b\n[sso-session a]\nsso_start_url = https://ssoins-0123456789abcdef.eu-west-1.portal.amazonaws.com\nsso_region = us-east-1\n[sso-session b]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = cn-north-1\n",
        expect![[r#"
            [1] NoRole p
            [3] NoRole q
            [7, 6] RegionDiffers eu-west-1, us-east-1
                ? Use eu-west-1
                -7 sso_region = us-east-1
                +7 sso_region = eu-west-1
            [10, 9] PartitionDiffers cn-north-1
        "#]],
    );
}

#[test]
fn what_is_no_region_is_meant_nowhere() {
    check(
        "[profile a]\nregion = moon-west-1\n",
        expect![[r#"
            [2] UnknownRegion region, moon-west-1
        "#]],
    );
    check(
        &format!("[default]\n{PORTAL}{ROLE}[profile default]\nsso_region = moon-west-1\n"),
        expect![[r#"
            [1, 6] Hidden default
            [6] SignInIncomplete default, sso_start_url, sso_account_id, sso_role_name
            [7] UnknownRegion sso_region, moon-west-1
        "#]],
    );
}

#[test]
fn of_what_is_no_config_nothing_else_is_said() {
    for (text, contents) in [
        ("{\"startUrl\": \"x\"}", Contents::Json),
        ("[\n  1\n]", Contents::Json),
        ("[ {\"startUrl\": \"x\"},", Contents::Json),
        ("[profile a]\nrole_arn = {{ .role }}\n{{ end }}\n", Contents::Template),
        ("[profile {{ name }}]\nregion = x\n", Contents::Template),
        ("{% for name in names %}\n[profile a]\n", Contents::Template),
        ("[profile a]\n<% if home %>\n", Contents::Template),
        ("Dear all,\nplease find below\n", Contents::Other),
        ("-----BEGIN PGP MESSAGE-----\n", Contents::Encrypted),
        ("\n$ANSIBLE_VAULT;1.1;AES256\n6132\n", Contents::Encrypted),
        ("\0GITCRYPT\0\u{1}", Contents::Encrypted),
        ("<!DOCTYPE html>\n", Contents::Markup),
    ] {
        let problems = lint(&Document::parse(text), None);
        let [problem] = &problems[..] else { panic!("{text}: {problems:?}") };
        assert_eq!(*problem.kind(), ProblemKind::NotAConfig(contents), "{text}");
    }
    check(
        "sso_region = x\n",
        expect![[r#"
            [1] ParseError(BeforeFirstHeader { last: 1 })
                ? CommentOut
                -1 sso_region = x
                +1 # sso_region = x
        "#]],
    );
}

/// Nobody would look through so many, and every name would be compared with every other.
#[test]
fn among_many_names_none_is_proposed() {
    let asks =
        "[profile a]\nrole_arn = arn:aws:iam::111122223333:role/Ops\nsource_profile = productoin\n";
    let proposals = |others: usize| {
        let others: String = (0..others).map(|number| format!("[profile {number}]\n")).collect();
        let document = Document::parse(format!("{others}[profile production]\n{asks}"));
        let problems = lint(&document, None);
        let is_it = |it: &&Problem| matches!(it.kind(), ProblemKind::SourceMissing { .. });
        problems.iter().find(is_it).map(|it| it.fix().is_some())
    };
    assert_eq!(proposals(150), Some(true));
    assert_eq!(proposals(250), Some(false));
}
