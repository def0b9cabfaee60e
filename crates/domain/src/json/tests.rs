use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What serde_json has read, as the page's reader would hand it over.
pub(crate) fn from_serde(value: Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(_) => Json::Bool,
        Value::Number(number) => Json::Number(number.as_f64().unwrap()),
        Value::String(text) => Json::Text(text),
        Value::Array(list) => Json::List(list.into_iter().map(from_serde).collect()),
        Value::Object(map) => {
            Json::Object(map.into_iter().map(|(key, value)| (key, from_serde(value))).collect())
        }
    }
}

fn fields(value: Value) -> Fields {
    from_serde(value).into_fields().unwrap()
}

#[test]
fn a_field_is_missing_right_or_of_another_type() {
    let mut all = fields(json!({"text": "a", "number": 1.5, "null": null, "list": ["b"]}));
    assert_eq!(all.text("text"), Ok(Some("a".to_owned())));
    assert_eq!(all.number("number"), Ok(Some(1.5)));
    assert_eq!(all.list("list").map(|list| list.len()), Ok(1));
    assert_eq!((all.text("null"), all.number("none")), (Ok(None), Ok(None)));
    assert_eq!(all.needed_text("null"), Err(Unreadable));
    let mut all = fields(json!({"text": 1, "number": "1", "list": {}, "flag": true}));
    assert_eq!(all.text("text"), Err(Unreadable));
    assert_eq!(all.number("number"), Err(Unreadable));
    assert_eq!(all.list("list").map(|list| list.len()), Err(Unreadable));
    assert_eq!(all.text("flag"), Err(Unreadable));
}

#[test]
fn a_list_of_objects_holds_nothing_else() {
    struct Name(String);
    impl FromFields for Name {
        fn from_fields(mut fields: Fields) -> Result<Name, Unreadable> {
            fields.needed_text("name").map(Name)
        }
    }
    let names = |value: Value| {
        let list = fields(json!({ "list": value })).objects::<Name>("list");
        list.map(|list| list.into_iter().map(|name| name.0).collect::<Vec<_>>())
    };
    assert_eq!(names(json!([{"name": "a"}, {"name": "b", "more": 1}])).unwrap(), ["a", "b"]);
    assert_eq!(names(json!(null)).unwrap(), [""; 0]);
    assert_eq!(names(json!([{"name": "a"}, {}])), Err(Unreadable));
    assert_eq!(names(json!(["a"])), Err(Unreadable));
}

proptest! {
    #[test]
    fn what_is_written_any_parser_reads(name in any::<String>(), one in any::<String>(), two in any::<String>()) {
        prop_assume!(name != "list");
        let text = Writer::new().text(&name, &one).texts("list", &[one.clone(), two.clone()]).finish();
        let read: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(read, json!({ name: one.clone(), "list": [one, two] }));
    }
}
