//! What is wrong with a config file, or unwise, on which lines, and what would put it right. One file a rule: what it
//! finds, and its fix. How grave it is, [`ProblemKind::severity`] says; the sentences are the page's.
//!
//! Rules judge what is meant: what is certain (misspelt keys, headers, slips in values) is put right first, line by line,
//! and they look at the document as it is then. So `"corp"` is the session corp, the slip is the only problem that is
//! told of it, and putting it right uncovers no other.
//!
//! Source, where a problem says what the CLI does: botocore's `configloader`, `credentials` (`SSOProvider`,
//! `AssumeRoleProvider`) and `tokens` (`SSOTokenProvider`), read for it; each kind names its own.

mod access_keys_in_credentials;
mod account_id;
mod bad_nested;
mod before_first_header;
mod beside_sign_in;
mod builder_id;
mod contradiction;
mod credential_source;
mod duplicate_key;
mod duplicate_section;
mod empty_value;
mod fix;
mod header;
mod header_in_value;
mod hidden_name;
mod indented;
mod kind;
mod misspelt_key;
mod mixed_line_endings;
mod nearest;
mod no_region;
mod not_a_config;
mod not_a_setting;
mod not_a_start_url;
mod not_nested;
mod odd_character;
mod output;
mod parse_errors;
mod placeholder;
mod portal_region;
mod prefix_in_credentials;
mod process;
mod region;
mod role_arn;
mod role_key_in_session;
mod role_name;
mod same_role;
mod same_session;
mod scopes;
mod services_missing;
mod session_beside_role;
mod session_incomplete;
mod session_missing;
mod session_unused;
mod setting_in_value;
mod sign_in;
mod sign_in_in_credentials;
mod sign_in_incomplete;
mod slip;
mod source_circle;
mod source_count;
mod source_missing;
mod split_by_login;
mod start_url_spellings;
mod subject;
mod terminal_line;
mod unportable_name;

pub use fix::{Applicability, Choice, ChoiceLabel, Fix};
pub use kind::{Contents, GivenBy, OddCharacter, ProblemKind, Searched, Severity};
pub use not_a_config::contents;

use crate::config::{Document, LineNumber, Property, read};
use std::fmt;
use subject::{
    CredentialsFile, Likeness, Problems, Subject, again, alike, line_of, lines, lines_read, names,
    properties,
};

/// One thing that is wrong with a document.
#[derive(Clone, PartialEq, Eq)]
pub struct Problem {
    document: Document,
    kind: ProblemKind,
    lines: Vec<LineNumber>,
    fix: Option<Fix>,
}

/// Everything that is wrong with a config file, by line. Profiles in `credentials` count as sources and as users of
/// sessions; what is wrong with that file, [`lint_credentials`] says. Linear in the documents' lengths.
pub fn lint(document: &Document, credentials: Option<&Document>) -> Vec<Problem> {
    let mut problems = Problems::of(document);
    if not_a_config::check(document, &mut problems) {
        return problems.by_line();
    }
    parse_errors::check(document, &mut problems);
    let keys_right = misspelt_key::put_right(document, &mut problems);
    let headers_right = header::put_right(&keys_right, &mut problems);
    let reading = read(&headers_right);
    let credentials = credentials.map(CredentialsFile::new);
    let credentials = credentials.as_ref();
    let subject = Subject { document: &headers_right, reading: &reading, credentials };
    hidden_name::check(&subject, &mut problems);
    unportable_name::check(&subject, &mut problems);
    check_text(&keys_right, &mut problems);
    indented::check(&keys_right, &mut problems);
    let all_right = slip::put_right(&headers_right, &reading, &mut problems);
    let reading = read(&all_right);
    let subject = Subject { document: &all_right, reading: &reading, credentials };
    for property in lines_read(&all_right, &reading) {
        let value = property.first_line_value();
        let rule = VALUE_RULES.iter().find(|(key, _)| property.has_key(key));
        let found = match rule {
            _ if value.is_empty() => empty_value::check(property),
            Some((_, rule)) => placeholder::check(value).or_else(|| rule(property, value)),
            None => None,
        };
        if let Some((kind, fix)) = found {
            problems.push(kind, &[property.line().number()], fix);
        }
    }
    for rule in RULES {
        rule(&subject, &mut problems);
    }
    problems.by_line()
}

/// A problem of one line, and what would put it right.
type Diagnosis = (ProblemKind, Option<Fix>);

type ValueRule = fn(Property<'_>, &str) -> Option<Diagnosis>;

/// What is asked of the value of a key.
const VALUE_RULES: &[(&str, ValueRule)] = &[
    ("sso_account_id", account_id::check),
    ("region", region::check),
    ("sso_region", region::check),
    ("output", output::check),
    ("sso_role_name", role_name::check),
    ("sso_registration_scopes", scopes::check),
    ("sso_start_url", not_a_start_url::check),
    ("role_arn", role_arn::check),
    ("credential_source", credential_source::check),
];

/// What is asked of profiles and sessions.
const RULES: &[fn(&Subject<'_>, &mut Problems<'_>)] = &[
    builder_id::check,
    portal_region::check,
    session_missing::check,
    session_unused::check,
    session_incomplete::check,
    same_session::check,
    sign_in_incomplete::check,
    role_key_in_session::check,
    no_region::check,
    contradiction::check,
    beside_sign_in::check,
    process::check,
    session_beside_role::check,
    same_role::check,
    start_url_spellings::check,
    source_count::check,
    source_missing::check,
    source_circle::check,
    services_missing::check,
    not_nested::check,
];

/// Everything that is wrong with a credentials file, by its lines; of the config file only what concerns both. Linear
/// in the documents' lengths.
pub fn lint_credentials(document: &Document, config: &Document) -> Vec<Problem> {
    let mut problems = Problems::of(document);
    if not_a_config::check(document, &mut problems) {
        return problems.by_line();
    }
    let keys_right = misspelt_key::put_right(document, &mut problems);
    parse_errors::check(document, &mut problems);
    check_text(&keys_right, &mut problems);
    let config = read(config);
    access_keys_in_credentials::check(document, &config, &mut problems);
    prefix_in_credentials::check(document, &config, &mut problems);
    sign_in_in_credentials::check(&keys_right, &mut problems);
    problems.by_line()
}

/// What is asked of the text, whichever of the files it is.
fn check_text(document: &Document, problems: &mut Problems<'_>) {
    mixed_line_endings::check(document, problems);
    odd_character::check(document, problems);
    header_in_value::check(document, problems);
    setting_in_value::check(document, problems);
    terminal_line::check(document, problems);
}

impl Problem {
    pub fn kind(&self) -> &ProblemKind {
        &self.kind
    }

    /// The lines that it is about, the most important first. None where something is not there.
    pub fn lines(&self) -> &[LineNumber] {
        &self.lines
    }

    /// What would put it right.
    pub fn fix(&self) -> Option<&Fix> {
        self.fix.as_ref()
    }

    pub fn is_safely_fixable(&self) -> bool {
        self.fix.as_ref().is_some_and(|fix| fix.applicability() == Applicability::Safe)
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?}", self.lines, self.kind)
    }
}

#[cfg(test)]
mod tests;
