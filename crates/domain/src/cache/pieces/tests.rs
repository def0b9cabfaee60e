use super::*;
use expect_test::{Expect, expect};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expect: Expect) {
    let line = |piece: &Piece| match piece {
        Piece::File { text, cut: None } => format!("file {}", text.expose()),
        Piece::File { text, cut: Some(cut) } => {
            format!("cut after {} in {:?}: {}", cut.characters, cut.field, text.expose())
        }
        Piece::Time(at) => format!("time {at}"),
        Piece::Message { said, profile: None } => format!("message {said:?}"),
        Piece::Message { said, profile: Some(profile) } => {
            format!("message {said:?} with {profile}")
        }
        Piece::Config(text) => format!("config {:?}", text.expose()),
    };
    expect.assert_eq(&pieces(text).iter().map(line).collect::<Vec<_>>().join("\n"));
}

#[test]
fn files_one_after_another_are_told_apart() {
    check(
        r#"{"a":"}\"{"}{"b":{"c":[{}]}}"#,
        expect![[r#"
            file {"a":"}\"{"}
            file {"b":{"c":[{}]}}"#]],
    );
    check(
        "\u{feff}{\"a\": 1}\n\n{ \"b\": 2}\n{}",
        expect![[r#"
            file {"a": 1}
            file { "b": 2}
            file {}"#]],
    );
}

#[test]
fn what_stands_around_a_file_is_passed_over() {
    check("me@host:${HOME} % echo '{\"a\":1}'\nme@host %", expect![[r#"file {"a":1}"#]]);
    check(
        "{\n “a”: “b”\u{a0}}",
        expect![[r#"
        file {
         "a": "b" }"#]],
    );
    check(r#""{\"a\":\"b\"}""#, expect![[r#"file {"a":"b"}"#]]);
    check("\u{fffd}\u{fffd}{\0\"\0a\0\"\0:\x001\0}\0", expect![[r#"file {"a":1}"#]]);
}

#[test]
fn where_a_file_breaks_off_is_said_and_the_next_is_not_lost() {
    check(
        "{\"startUrl\":\"u\",\"accessToken\":\"SECR\n{\"b\":2}",
        expect![[r#"
            cut after 35 in Some("accessToken"): {"startUrl":"u","accessToken":"SECR
            file {"b":2}"#]],
    );
    check(
        r#"{"startUrl":"ü","own":{"#,
        expect![[r#"cut after 23 in None: {"startUrl":"ü","own":{"#]],
    );
}

#[test]
fn bare_times_are_known() {
    check(
        "$ jq -r .expiresAt *.json\n2025-05-26T10:42:21UTC\n\"2025-05-26T10:42:21Z\"\n",
        expect![[r#"
            time 2025-05-26 10:42:21 UTC
            time 2025-05-26 10:42:21 UTC"#]],
    );
}

#[test]
fn a_message_goes_with_files_but_not_with_its_own_json() {
    check(
        r#"Session token not found or invalid {"error":"x"} {"expiresAt":"y"}"#,
        expect![[r#"
            message SessionEnded
            file {"expiresAt":"y"}"#]],
    );
}

#[test]
fn a_config_is_told_from_the_files_around_it() {
    check(
        "[profile dev]\nsso_session = corp\n",
        expect![[r#"config "[profile dev]\nsso_session = corp\n""#]],
    );
    check(
        "$ cat ~/.aws/config ~/.aws/sso/cache/*.json\n# mine\n[default]\nx = {\"a\": 1}\n{\"b\":2}{\"c\":3}\n$",
        expect![[r#"
            file {"b":2}
            file {"c":3}
            config "[default]\nx = {\"a\": 1}\n""#]],
    );
    check(
        "{\"b\":2}\n[sso-session corp]\nsso_region = eu-west-1",
        expect![[r#"
            file {"b":2}
            config "[sso-session corp]\nsso_region = eu-west-1""#]],
    );
    check(
        "Session token not found or invalid\n[default]\nregion = eu-west-1",
        expect![[r#"
            message SessionEnded
            config "[default]\nregion = eu-west-1""#]],
    );
}

#[test]
fn a_messages_profile_comes_with_it() {
    check(
        "$ aws s3 ls --profile dev\nSession token not found or invalid",
        expect!["message SessionEnded with dev"],
    );
}

#[test]
fn anything_else_is_one_piece() {
    check("", expect!["file "]);
    check("[1, 2]", expect!["file [1, 2]"]);
    check("<html>{color: red}", expect!["file <html>{color: red}"]);
}

proptest! {
    #[test]
    fn any_text_has_pieces_and_those_are_parts_of_it(text in "[{}\\[\\]\":\\\\a\n ü“]{0,60}") {
        let pieces = pieces(&text);
        prop_assert!(!pieces.is_empty());
        let plain = with_plain_quotes(&text);
        for piece in pieces {
            if let Piece::File { text: part, .. } = piece {
                prop_assert!(text.contains(part.expose()) || plain.contains(part.expose()));
            }
        }
    }

    #[test]
    fn any_bytes_have_pieces(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(!pieces(&String::from_utf8_lossy(&bytes)).is_empty());
    }

    #[test]
    fn files_in_a_row_are_as_many(names in prop::collection::vec("[a-z{}\\[\\]]{0,8}", 1..20), between in "[ \n]{0,3}") {
        let files: Vec<String> = names.iter().map(|name| format!(r#"{{"{name}":["{name}"]}}"#)).collect();
        let found = pieces(&files.join(&between));
        let expected: Vec<Piece> =
            files.iter().map(|text| Piece::File { text: Secret::new(text.clone()), cut: None }).collect();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn a_long_text_of_openings_takes_one_pass() {
    for text in ["{\"".repeat(200_000), "{ ".repeat(200_000), "{\"a\n".repeat(200_000)] {
        assert!(pieces(&text).len() <= MOST_PIECES);
    }
}
