//! The filters of a template: `{role_name|short}`.

use crate::search;

/// What changes a property's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Filter {
    Lower,
    Slug,
    Short,
    Without(String),
}

impl Filter {
    pub(super) const NAMES: [&str; 4] = ["lower", "slug", "short", "without"];

    /// Reads what stands behind a `|`.
    pub(super) fn parse(text: &str) -> Option<Filter> {
        match text.split_once(':') {
            None => match text {
                "lower" => Some(Filter::Lower),
                "slug" => Some(Filter::Slug),
                "short" => Some(Filter::Short),
                _ => None,
            },
            Some(("without", start)) => Some(Filter::Without(start.to_owned())),
            Some(_) => None,
        }
    }

    pub(super) fn apply(&self, text: &str) -> String {
        match self {
            Filter::Lower => text.to_lowercase(),
            Filter::Slug => slug(text),
            Filter::Short => short(&text.to_lowercase()).to_owned(),
            Filter::Without(start) => text.strip_prefix(start.as_str()).unwrap_or(text).to_owned(),
        }
    }
}

/// Lower case without accents: every run of what is neither a letter nor a digit becomes one dash, none at the ends.
fn slug(text: &str) -> String {
    let folded = search::fold(text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// `administrator` for `administratoraccess`.
fn short(text: &str) -> &str {
    let front = text.strip_suffix("access").unwrap_or(text).trim_end_matches(['-', '_', '.', ' ']);
    if front.is_empty() { text } else { front }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(filter: &str, expected: &[(&str, &str)]) {
        for (text, expected) in expected {
            assert_eq!(Filter::parse(filter).unwrap().apply(text), *expected, "{text}");
        }
    }

    #[test]
    fn a_slug_has_plain_letters() {
        check(
            "slug",
            &[
                ("Zoë's Sandbox (R&D), [old]", "zoe-s-sandbox-r-d-old"),
                ("Straße ÆRØ Łódź Đà Nẵng Þór", "strasse-aero-lodz-da-nang-thor"),
                ("Zoe\u{308} \u{ff21}\u{ff11}", "zoe-a1"),
                ("İstanbul ığ ĲMUIDEN ŸŽ×÷", "istanbul-ig-ijmuiden-yz"),
                ("日本 -- Север", ""),
                ("", ""),
            ],
        );
    }

    #[test]
    fn a_short_name_says_nothing_of_access() {
        check(
            "short",
            &[
                ("AdministratorAccess", "administrator"),
                ("Read-Only-Access", "read-only"),
                ("AccessAnalyzer", "accessanalyzer"),
                ("Access", "access"),
                ("PROD", "prod"),
                ("", ""),
            ],
        );
    }

    #[test]
    fn only_a_prefix_that_is_there_goes() {
        check("without:AWS", &[("AWSAdmin", "Admin"), ("AdminAWS", "AdminAWS"), ("", "")]);
    }
}
