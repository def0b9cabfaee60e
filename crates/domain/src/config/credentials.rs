//! The credentials file, `~/.aws/credentials`: of the same form, but a header is the profile's name and nothing else.
//!
//! Not here: using the keys. A profile that is in both files has the settings of both; the credentials file's count.
//!
//! Source: botocore's `Session.full_config`, which takes that file's sections as profiles and lays them over the
//! config file's.

use super::document::Document;
use super::plan::Plan;
use super::remove::plan_remove_sections;
use super::section::Section;

/// The sections of this profile: `[dev]`, as it stands. `[profile dev]` would be a profile named `profile dev`.
pub fn sections<'d>(document: &'d Document, profile: &str) -> impl Iterator<Item = Section<'d>> {
    document.sections().filter(move |section| section.header_text() == profile)
}

/// The names of all profiles in a credentials file.
pub fn names(document: &Document) -> impl Iterator<Item = &str> {
    document.sections().map(Section::header_text)
}

/// The names of the profiles with long-lived keys in a credentials file.
pub fn with_access_keys(document: &Document) -> impl Iterator<Item = &str> {
    let has_keys = |section: &Section<'_>| section.property("aws_access_key_id").is_some();
    document.sections().filter(has_keys).map(Section::header_text)
}

/// What removing this profile from a credentials file changes; see [`super::plan_remove`].
pub fn plan_remove(document: &Document, profile: &str) -> Plan {
    plan_remove_sections(document, &sections(document, profile).map(Section::index).collect())
}
