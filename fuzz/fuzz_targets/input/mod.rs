//! Texts from a fuzzer's bytes: as they are where the first one is even, else as choices among a config file's parts.

#[path = "../../../crates/domain/tests/botocore/shapes.rs"]
mod shapes;

#[allow(unused_imports, reason = "only targets that name a profile need names")]
pub(crate) use shapes::NAMES;

pub(crate) fn text_of(bytes: &[u8]) -> String {
    match bytes.split_first() {
        Some((kind, text)) if kind % 2 == 0 => String::from_utf8_lossy(text).into_owned(),
        Some((_, choices)) => shapes::text_of(choices),
        None => String::new(),
    }
}
