//! A time in the person's zone and language. Where there is no browser, in tests, it is UTC.

use chrono::{DateTime, Utc};
use yew::{Html, html};

/// How it is written.
#[derive(Clone, Copy, Debug)]
pub enum TimeForm {
    /// `Tue, 24 Nov 2026, 18:05:00 CET`.
    Full,
    /// `today, 18:05`, or `24 Nov, 18:05` on another day than this moment's.
    Near(DateTime<Utc>),
}

pub fn local_time(at: DateTime<Utc>, form: TimeForm) -> Html {
    let text = match form {
        TimeForm::Full => written(at, FULL),
        TimeForm::Near(now) if written(at, DATE) == written(now, DATE) => {
            format!("today, {}", written(at, CLOCK))
        }
        TimeForm::Near(_) => format!("{}, {}", written(at, DATE), written(at, CLOCK)),
    };
    html! { <time datetime={format!("{:?}", at)}>{ text }</time> }
}

/// A way to write times: for `Intl.DateTimeFormat`, and for chrono.
#[derive(Clone, Copy)]
struct Written {
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
    intl: &'static str,
    #[cfg_attr(target_arch = "wasm32", allow(dead_code))]
    utc: &'static str,
}

const FULL: Written = Written {
    intl: r#"{"weekday":"short","day":"numeric","month":"short","year":"numeric","hour":"2-digit","minute":"2-digit","second":"2-digit","timeZoneName":"short"}"#,
    utc: "%a, %-d %b %Y, %H:%M:%S UTC",
};
const DATE: Written =
    Written { intl: r#"{"day":"numeric","month":"short","year":"numeric"}"#, utc: "%-d %b %Y" };
const CLOCK: Written = Written { intl: r#"{"hour":"2-digit","minute":"2-digit"}"#, utc: "%H:%M" };

#[cfg(target_arch = "wasm32")]
fn written(at: DateTime<Utc>, how: Written) -> String {
    use wasm_bindgen::{JsCast, JsValue};
    #[allow(clippy::cast_precision_loss)]
    let date = js_sys::Date::new(&JsValue::from_f64(at.timestamp_millis() as f64));
    let options = js_sys::JSON::parse(how.intl).unwrap_or_default().unchecked_into();
    date.to_locale_string("default", &options).into()
}

#[cfg(not(target_arch = "wasm32"))]
fn written(at: DateTime<Utc>, how: Written) -> String {
    at.format(how.utc).to_string()
}
