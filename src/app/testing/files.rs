//! Cache files as a person pastes and drops them, and the JSON parser's part in reading them.
//!
//! Not here: the browser's own parser. serde_json stands in for it and hands over the same.

use super::{Page, brief};
use crate::app::effect::Effect;
use crate::app::event::{Event, TokenEvent};
use crate::app::token::CacheText;
use onramp_domain::cache::{CacheFields, JsonFault};
use onramp_domain::json::Json;
use serde_json::Value;

impl Page {
    /// Something happens on "Check a token".
    pub(crate) fn token(&mut self, event: TokenEvent) -> Vec<Effect> {
        self.send(Event::Token(event))
    }

    /// A text is pasted and read.
    pub(crate) fn paste(&mut self, text: &str) {
        self.token(TokenEvent::CachePasted(CacheText::pasted(text.to_owned())));
        self.parse_all();
    }

    /// Files are dropped and read: names and texts.
    pub(crate) fn drop_files(&mut self, files: &[(&str, &str)]) -> Vec<Effect> {
        let text = |file: &(&str, &str)| CacheText::from_file(file.0.to_owned(), file.1.to_owned());
        let effects = self.token(TokenEvent::FilesRead(files.iter().map(text).collect()));
        self.parse_all();
        effects
    }

    /// Parses whatever waits for it, in the order in which it was asked for.
    fn parse_all(&mut self) {
        while let Some(place) =
            self.asked.iter().position(|effect| matches!(effect, Effect::ParseJson(_)))
        {
            let Effect::ParseJson(text) = self.asked.remove(place) else {
                panic!("not to be parsed: {}", brief(&self.asked));
            };
            let parsed = parse(text.expose());
            self.token(TokenEvent::JsonParsed(text, parsed));
        }
    }
}

/// What the parser says of a text.
pub(crate) fn parse(text: &str) -> Result<Box<CacheFields>, JsonFault> {
    let value: Value = serde_json::from_str(text).map_err(|_| JsonFault::NotJson { at: None })?;
    let fields = from_serde(value).into_fields().ok_or(JsonFault::NotAnObject)?;
    Ok(Box::new(CacheFields::of_object(fields)))
}

/// What serde_json has read, as the page's own reader hands over what the browser has.
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
