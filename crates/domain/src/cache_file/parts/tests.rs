use super::*;
use expect_test::{Expect, expect};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expect: Expect) {
    let line = |(text, cut): (String, Option<Cut>)| match cut {
        None => text,
        Some(cut) => format!("cut after {} in {:?}: {text}", cut.characters, cut.field),
    };
    let found = objects(&plain_text(text)).into_iter().map(line).collect::<Vec<_>>();
    expect.assert_eq(&found.join("\n"));
}

#[test]
fn files_one_after_another_are_told_apart() {
    check(
        r#"{"a":"}\"{"}{"b":{"c":[{}]}}"#,
        expect![[r#"
            {"a":"}\"{"}
            {"b":{"c":[{}]}}"#]],
    );
    check(
        "\u{feff}{\"a\": 1}\n\n{ \"b\": 2}\n{}",
        expect![[r#"
            {"a": 1}
            { "b": 2}
            {}"#]],
    );
}

#[test]
fn what_stands_around_a_file_is_passed_over() {
    check("me@host:${HOME} % echo '{\"a\":1}'\nme@host %", expect![[r#"{"a":1}"#]]);
    check(
        "{\n “a”: “b”\u{a0}}",
        expect![[r#"
        {
         "a": "b" }"#]],
    );
    check(r#""{\"a\":\"b\"}""#, expect![[r#"{"a":"b"}"#]]);
    check("\u{fffd}\u{fffd}{\0\"\0a\0\"\0:\x001\0}\0", expect![[r#"{"a":1}"#]]);
}

#[test]
fn where_a_file_breaks_off_is_said_and_the_next_is_not_lost() {
    check(
        "{\"startUrl\":\"u\",\"accessToken\":\"SECR\n{\"b\":2}",
        expect![[r#"
            cut after 35 in Some("accessToken"): {"startUrl":"u","accessToken":"SECR
            {"b":2}"#]],
    );
    check(
        r#"{"startUrl":"ü","own":{"#,
        expect![[r#"cut after 23 in None: {"startUrl":"ü","own":{"#]],
    );
}

proptest! {
    #[test]
    fn objects_are_parts_of_the_text(text in "[{}\\[\\]\":\\\\a\n ü“]{0,60}") {
        let texts = [with_plain_quotes(&text), text.replace('\n', ""), text.clone()];
        for (part, _) in objects(&text) {
            prop_assert!(texts.iter().any(|text| text.contains(&part)));
        }
    }

    #[test]
    fn objects_in_a_row_are_as_many(names in prop::collection::vec("[a-z{}\\[\\]]{0,8}", 1..20), between in "[ \n]{0,3}") {
        let expected: Vec<String> = names.iter().map(|name| format!(r#"{{"{name}":["{name}"]}}"#)).collect();
        let found = objects(&expected.join(&between)).into_iter().map(|(text, _)| text);
        prop_assert_eq!(found.collect::<Vec<_>>(), expected);
    }
}
