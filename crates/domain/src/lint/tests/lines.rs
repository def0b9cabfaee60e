//! What the CLI refuses, and lines that read otherwise than they look.

use super::*;

#[test]
fn a_good_file_has_no_problems() {
    check("", expect![""]);
    check(
        &format!("# mine\n[profile dev]\nsso_session = corp\n{ROLE}region = eu-west-1\n{CORP}"),
        expect![""],
    );
    check(
        "[profile a]\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = b\n[profile b]\naws_access_key_id = x\ncli_pager = \"less\"\nreason = x\ns3 =\n  region = x\n[services x]\n[plugins]\nregion = a\n",
        expect![""],
    );
}

#[test]
fn every_reason_to_refuse_the_file_is_said() {
    check(
        "\u{feff}x = 1\n[profile a]\nnonsense\n= y\nregion = a\ns3 =\n  k\nRegion = a\nregion = b\n[profile a]\n",
        expect![[r#"
            [1] ParseError(ByteOrderMark)
                !
                -1 ﻿x = 1
                +1 x = 1
            [1] ParseError(BeforeFirstHeader { last: 1 })
                ? CommentOut
                -1 ﻿x = 1
                +1 # x = 1
            [3] ParseError(NoDelimiter)
                !
                -1 ﻿x = 1
                +1 x = 1
                -3 nonsense
                +3 # nonsense
            [4] ParseError(NoKey)
                ? CommentOut
                -1 ﻿x = 1
                +1 x = 1
                -4 = y
                +4 # = y
            [7] ParseError(BadNested)
                !
                -1 ﻿x = 1
                +1 x = 1
                -6 s3 =
                -7   k
                +6 # s3 =
                +7 #   k
            [8, 5] ParseError(DuplicateKey { first: 5 })
                ? Keep a of line 8
                -1 ﻿x = 1
                +1 x = 1
                -5 region = a
                -9 region = b
                ? Keep b of line 9
                -1 ﻿x = 1
                +1 x = 1
                -5 region = a
                -8 Region = a
            [9, 5] ParseError(DuplicateKey { first: 5 })
                ? Keep a of line 8
                -1 ﻿x = 1
                +1 x = 1
                -5 region = a
                -9 region = b
                ? Keep b of line 9
                -1 ﻿x = 1
                +1 x = 1
                -5 region = a
                -8 Region = a
            [10, 2] ParseError(DuplicateSection { first: 2 })
        "#]],
    );
}

#[test]
fn a_bad_block_of_the_defaults_counts_where_a_section_takes_it() {
    let defaults = "[DEFAULT]\ns3 =\n  a\n";
    check(defaults, expect![""]);
    check(
        &format!("{defaults}[profile a]\nregion = eu-west-1\n"),
        expect![[r#"
            [3] ParseError(BadNested)
                !
                -2 s3 =
                -3   a
                +2 # s3 =
                +3 #   a
        "#]],
    );
    check(
        &format!("{defaults}[profile a]\ns3 = x\n"),
        expect![[r#"
        [5] NotNested s3
    "#]],
    );
}

#[test]
fn doubled_sections_are_joined_with_the_later_one_counting() {
    check(
        "[profile a]\nregion = x-1\noutput = json\n[profile b]\n[profile a]\n# mine\nregion = y-1\ns3 =\n  a = b\n\n[profile c]\n",
        expect![[r#"
            [5, 1] ParseError(DuplicateSection { first: 1 })
                ? Keep x-1 of line 2
                +4 # mine
                +5 s3 =
                +6   a = b
                -5 [profile a]
                -6 # mine
                -7 region = y-1
                -8 s3 =
                -9   a = b
                -10 
                ? Keep y-1 of line 7
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
            [7] UnknownRegion region, y-1
        "#]],
    );
    check(
        "[profile a]\nregion = a-1\n[profile a]\n  output = json\n",
        expect![[r#"
            [3, 1] ParseError(DuplicateSection { first: 1 })
            [4] IndentedSettings
                !
                -4   output = json
                +4 output = json
        "#]],
    );
}

#[test]
fn headers_that_are_no_profiles_are_renamed() {
    check(
        "[dev]\nregion = a\n[ profile two ] # x\nregion = a\n[Profile three]\nregion = a\n[other]\nx = y\n",
        expect![[r#"
            [1] NotAProfile dev, dev
                ? Rename [profile dev]
                -1 [dev]
                +1 [profile dev]
            [3] NotAProfile  profile two , two
                !
                -3 [ profile two ] # x
                +3 [profile two] # x
            [4] UnknownRegion region, a
            [5] NotAProfile Profile three, three
                !
                -5 [Profile three]
                +5 [profile three]
            [6] UnknownRegion region, a
        "#]],
    );
    check(
        "[profile my dev]\nregion = a\n[profile o'brien]\n[sso-session]\n[profile]\n",
        expect![[r#"
            [1] Nameless profile my dev
                !
                -1 [profile my dev]
                +1 [profile 'my dev']
            [1] UnportableName my dev; ' '
            [2] UnknownRegion region, a
            [3] Nameless profile o'brien
                !
                -3 [profile o'brien]
                +3 [profile 'o'"'"'brien']
            [3] UnportableName o'brien; '\''
            [4] Nameless sso-session
            [5] Nameless profile
        "#]],
    );
    check(
        "[dev]\nregion = a\n[profile dev]\n",
        expect![[r#"
            [1] NotAProfile dev, dev
        "#]],
    );
    check(
        "[profile a b]\n[default]\n[profile default]\n[profile 'c']\n[profile c]\n[profile c#]\n",
        expect![[r#"
            [1] Nameless profile a b
                !
                -1 [profile a b]
                +1 [profile 'a b']
            [1] UnportableName a b; ' '
            [2, 3] Hidden default
            [4, 5] Hidden c
            [6] UnportableName c#; '#'
        "#]],
    );
}

#[test]
#[allow(clippy::invisible_characters, reason = "the line that goes has one")]
fn lines_that_look_like_something_else_are_shown() {
    check(
        "[profile a]\nregion = a\n  [profile b]\noutput = json\n  sso_region = x\n",
        expect![[r#"
            [3, 2] HeaderInValue
                ? Rename [profile b]
                -3   [profile b]
                +3 [profile b]
            [5, 4] SettingInValue sso_region
                ? Apply
                -5   sso_region = x
                +5 sso_region = x
        "#]],
    );
    check(
        "[profile\u{a0}a]\nregion = \u{201c}x\u{201d}\n[profile \u{201c}b\u{201d}]\nregion\u{200b} = y\n",
        expect![[r#"
            [1] Nameless profile a
                !
                -1 [profile a]
                +1 [profile a]
            [1] OddCharacter(Blank('\u{a0}'))
                ? Rename [profile a]
                -1 [profile a]
                +1 [profile a]
            [2] OddCharacter(Quote('“'))
            [2] QuotedValue region
                !
                -2 region = “x”
                +2 region = x
            [2] UnknownRegion region, x
            [3] UnportableName “b”; '“'
            [3] OddCharacter(Quote('“'))
                ? Rename [profile "b"]
                -3 [profile “b”]
                +3 [profile "b"]
            [4] OddCharacter(Invisible('\u{200b}'))
                ? Apply
                -4 region​ = y
                +4 region = y
        "#]],
    );
    check(
        "[profile a]\rregion = eu-west-1\noutput = json\n",
        expect![[r#"
        [1] MixedLineEndings
            !
            -1 [profile a]
            +1 [profile a]
    "#]],
    );
    check(
        "[profile a]\r\nregion = eu-west-1 # home\n  # x\noutput = \"json\"\r\n",
        expect![[r#"
            [1] MixedLineEndings
                !
                -1 [profile a]
                +1 [profile a]
                -4 output = "json"
                +4 output = "json"
            [2] CommentInValue region
                !
                -2 region = eu-west-1 # home
                +2 # home
                +3 region = eu-west-1
            [4] QuotedValue output
                !
                -4 output = "json"
                +4 output = json
        "#]],
    );
}

#[test]
fn of_nested_settings_only_what_is_none_becomes_a_comment() {
    check(
        "[profile a]\ns3 =\n  max_queue_size = 1\n  nonsense\n",
        expect![[r#"
        [4] ParseError(BadNested)
            !
            -4   nonsense
            +4 #   nonsense
    "#]],
    );
}
