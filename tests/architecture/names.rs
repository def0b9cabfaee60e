//! Looking for names in a source.

use crate::source::Source;

/// Those of these names that a source uses. One that ends in `*` stands for all that begin so.
pub(crate) fn used(source: &Source, names: &[&str]) -> Vec<String> {
    let is_one = |word: &&str| {
        names.iter().any(|name| match name.strip_suffix('*') {
            Some(beginning) => word.starts_with(beginning),
            None => word == name,
        })
    };
    source.words().into_iter().filter(is_one).map(|word| format!("uses {word}")).collect()
}

/// Those of these paths that a source uses, alone or within longer ones.
pub(crate) fn used_paths(source: &Source, parts: &[&str]) -> Vec<String> {
    let parts: Vec<String> = parts.iter().map(|part| format!("::{part}::")).collect();
    let has_one = |path: &String| {
        let path = format!("::{path}::");
        parts.iter().any(|part| path.contains(part))
    };
    source.paths().into_iter().filter(has_one).map(|path| format!("uses {path}")).collect()
}

/// Those of these texts that stand anywhere in a file, comments and all.
pub(crate) fn said(source: &Source, texts: &[&str]) -> Vec<String> {
    texts
        .iter()
        .filter(|text| source.text.contains(**text))
        .map(|text| format!("has {text}"))
        .collect()
}
