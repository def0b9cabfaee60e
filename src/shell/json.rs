//! JSON, parsed by the browser.
//!
//! Not here: what it means.

use js_sys::{Array, JSON, Object, Reflect};
use onramp_domain::json::Json;
use wasm_bindgen::{JsCast, JsValue};

/// Whatever is nested deeper is taken for nothing. The deepest answer and file that mean something have three levels;
/// any text can be pasted, and the stack is small.
const DEEPEST: u8 = 64;

/// What a text says; `None` where it is no JSON.
pub(super) fn parse(text: &str) -> Option<Json> {
    JSON::parse(text).ok().map(|value| read(&value, DEEPEST))
}

fn read(value: &JsValue, levels: u8) -> Json {
    if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if let Some(number) = value.as_f64() {
        Json::Number(number)
    } else if levels == 0 {
        Json::Null
    } else if let Some(list) = value.dyn_ref::<Array>() {
        Json::List(list.iter().map(|item| read(&item, levels - 1)).collect())
    } else if value.is_object() {
        let object: &Object = value.unchecked_ref();
        let field = |name: JsValue| {
            // Nothing that has just been parsed has a getter that could throw.
            let value = Reflect::get(object, &name).unwrap_or(JsValue::NULL);
            Some((name.as_string()?, read(&value, levels - 1)))
        };
        Json::Object(Object::keys(object).iter().filter_map(field).collect())
    } else if value.is_null() {
        Json::Null
    } else {
        Json::Bool
    }
}
