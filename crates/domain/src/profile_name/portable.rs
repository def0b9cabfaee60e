//! Profile names of characters that work in every SDK.

use crate::names::is_portable;

/// A name of portable characters only: every run of others, with one dash directly before and after it, becomes one
/// dash; dashes at the ends go.
pub(super) fn portable(text: String) -> String {
    // As nearly all are.
    if text.chars().all(is_portable) && text.trim_matches('-').len() == text.len() {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find(|c| !is_portable(c)) {
        let (before, run) = rest.split_at(start);
        out.push_str(before.strip_suffix('-').unwrap_or(before));
        out.push('-');
        let after = run.trim_start_matches(|c| !is_portable(c));
        rest = after.strip_prefix('-').unwrap_or(after);
    }
    out.push_str(rest);
    out.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_takes_one_dash_on_either_side_with_it() {
        for (text, expect) in [
            ("Acme Production", "Acme-Production"),
            ("a, [b]-c", "a-b-c"),
            ("a--b", "a--b"),
            ("a-- b", "a--b"),
            ("-x-", "x"),
            ("日本-Admin", "Admin"),
            ("--", ""),
        ] {
            assert_eq!(portable(text.to_owned()), expect, "{text}");
        }
    }
}
