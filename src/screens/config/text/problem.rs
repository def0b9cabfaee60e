//! What is wrong with a file, why it matters, and what the buttons do about it.

use crate::numbers::grouped;
use crate::screens::config::state::draft::{Done, Draft};
use onramp_domain::config::{Excerpt, ParseErrorKind};
use onramp_domain::lint::{ChoiceLabel, Contents, OddCharacter, ProblemKind, Severity};

pub const PROBLEMS: &str = "Problems";
pub const PROBLEMS_EMPTY: &str = "What's wrong with your config, and why it matters, appears here.";
pub const NO_PROBLEMS: &str = "We found no problems.";
pub const FIX: &str = "Fix";
pub const OPEN_IN_TOKEN: &str = "Check it as a token";

pub fn problems_left(problems: usize) -> String {
    format!("{} left", grouped(problems))
}

/// The accessible name of the button that takes every fix that is certain; one name, however many.
pub fn fix_safe_name(fixes: usize) -> String {
    format!("Fix {} safe ones", grouped(fixes))
}

pub fn fix_safe(fixes: usize) -> String {
    match fixes {
        1 => "Fix 1 safe one".to_owned(),
        _ => format!("Fix {} safe ones", grouped(fixes)),
    }
}

/// The accessible name of a problem's button.
pub fn about(button: &str, title: &str) -> String {
    format!("{button}: {title}")
}

/// What is said after fixes, when none that is certain is left.
pub fn after_fixes(draft: &Draft) -> Option<&'static str> {
    let is_fixed = matches!(draft.done, Done::Fixed(_));
    (is_fixed && draft.safe_fixes() == 0).then_some("These need your decision.")
}

/// The tag's class and words; what is merely unwise has none.
pub fn severity(severity: Severity) -> Option<(&'static str, &'static str)> {
    match severity {
        Severity::Refused => Some(("tag bad", "breaks every command")),
        Severity::Fails => Some(("tag warn", "doesn't work")),
        Severity::Unwise => None,
    }
}

/// The words on a choice's button.
pub fn choice(label: &ChoiceLabel) -> String {
    match label {
        ChoiceLabel::Apply => FIX.to_owned(),
        ChoiceLabel::Keep { value, line } if value.is_empty() => format!("Keep line {line}"),
        ChoiceLabel::Keep { value, .. } => format!("Keep {value}"),
        ChoiceLabel::Use(value) => format!("Use {value}"),
        ChoiceLabel::Rename(header) => format!("Rename to [{header}]"),
        ChoiceLabel::Remove(section) => format!("Remove {section}"),
        ChoiceLabel::CommentOut => "Make it a comment".to_owned(),
        ChoiceLabel::Join => "Merge both".to_owned(),
    }
}

/// A problem's title, and its reason with what to do.
pub fn problem(kind: &ProblemKind) -> (String, String) {
    let said = |title: String, why: &str| (title, why.to_owned());
    match kind {
        ProblemKind::NotAConfig(contents) => {
            said("This isn't a config file".to_owned(), not_a_config(*contents))
        }
        ProblemKind::ParseError(error) => {
            let (title, why) = parse_error(error);
            said(title.to_owned(), why)
        }
        ProblemKind::NotAProfile { header, name } => (
            format!("[{header}] isn't a valid profile header"),
            format!("The CLI doesn't see it. It should be [profile {name}]."),
        ),
        ProblemKind::NotASession { header, name } => (
            format!("[{header}] isn't a valid session header"),
            format!("The CLI doesn't see it. It should be [sso-session {name}]."),
        ),
        ProblemKind::Nameless { header } => said(
            format!("[{header}] doesn't have exactly one name"),
            "The CLI skips it. A name with spaces needs quotes: [profile \"my dev\"].",
        ),
        ProblemKind::Hidden { name } => said(
            format!("{name} is there twice, under two headers"),
            "The CLI uses only the last one, and other tools may use the first. Keep one of them.",
        ),
        ProblemKind::UnportableName { name, character } => said(
            format!("{name} has {character:?} in its name"),
            "The CLI accepts it, but some AWS tools skip such a profile. Letters, digits, - and _ work everywhere.",
        ),
        ProblemKind::HeaderInValue => said(
            "A header is indented".to_owned(),
            "The CLI reads it as part of the value above, so the profile isn't there. It must start at the beginning of the line.",
        ),
        ProblemKind::SettingInValue { key } => said(
            format!("{key} is indented"),
            "The CLI reads it as part of the value above, so the setting is lost.",
        ),
        ProblemKind::OddCharacter(odd) => said(
            odd_character(*odd),
            "It comes from copying out of a web page or a chat. The CLI doesn't take it for the plain one.",
        ),
        ProblemKind::MixedLineEndings => said(
            "Lines end in different ways".to_owned(),
            "Windows line endings are mixed with others. The CLI copes, some editors don't. The fix ends every line the way most do.",
        ),
        ProblemKind::CommentInValue { key } => said(
            format!("A comment follows the value of {key}"),
            "The CLI takes it for part of the value. A comment needs its own line.",
        ),
        ProblemKind::QuotedValue { key } => said(
            format!("The value of {key} is in quotes"),
            "The CLI takes the quotes for part of the value.",
        ),
        ProblemKind::SessionMissing { profile, session, nearest } => said(
            format!("{profile} needs a session {session}, which isn't there"),
            &did_you_mean("The profile can't sign in.", nearest.as_deref()),
        ),
        ProblemKind::SessionUnused { session } => {
            said(format!("No profile uses the session {session}"), "It does no harm.")
        }
        ProblemKind::SessionIncomplete { session, missing } => (
            format!("The session {session} is incomplete"),
            format!("It has no {}, so no profile can sign in with it.", missing.join(" and no ")),
        ),
        ProblemKind::Contradiction { profile, key } => said(
            format!("{profile} and its session disagree about {key}"),
            "The CLI refuses to sign in. The session's value is the one to keep.",
        ),
        ProblemKind::SignInIncomplete { profile, missing } => (
            format!("{profile} is incomplete"),
            format!("It has no {}, so it can't sign in.", missing.join(" and no ")),
        ),
        ProblemKind::AccessKeysBesideSignIn { profile } => said(
            format!("{profile} has long-lived keys besides its sign-in"),
            "The CLI uses the sign-in, and anybody who reads the file has the keys. Deactivate them at AWS, then remove them.",
        ),
        ProblemKind::AccessKeysInCredentials { profile } => said(
            format!("{profile} has long-lived keys in ~/.aws/credentials"),
            "Tools may use those instead of the sign-in. Deactivate them at AWS, then remove them.",
        ),
        ProblemKind::ProcessBesideSignIn { profile } => said(
            format!("{profile} has a program besides its sign-in"),
            "The CLI uses the sign-in, other tools may run the program in credential_process. Keep one of them.",
        ),
        ProblemKind::RoleBesideSignIn { profile } => said(
            format!("{profile} has a role_arn besides its sign-in"),
            "The CLI assumes the role and never uses the sign-in. Make two profiles, one for each.",
        ),
        ProblemKind::SameRole { profiles } => said(
            format!("{} are the same role", list(profiles, ", ")),
            "They do the same. One of them may be left over.",
        ),
        ProblemKind::StartUrlSpellings { others, .. } => said(
            format!("One portal is written in {} ways", others.len() + 1),
            "The CLI keeps a sign-in for each spelling, so you sign in more often than you need to.",
        ),
        ProblemKind::SameSession { sessions } => said(
            format!("{} are the same sign-in", list(sessions, " and ")),
            "They lead to one portal, and you sign in to each of them.",
        ),
        ProblemKind::AccountId { value, meant } => said(
            format!("{value} isn't a valid account ID"),
            match meant {
                Some(meant) if value.replace('-', "") == **meant => {
                    "Account IDs have 12 digits and no dashes."
                }
                Some(_) => {
                    "Account IDs have 12 digits. A spreadsheet may have eaten a leading zero, so check before you change it."
                }
                None => "Account IDs have 12 digits, leading zeros included.",
            },
        ),
        ProblemKind::UnknownRegion { key, value, nearest } => said(
            format!("{value} isn't an AWS region"),
            &did_you_mean(
                &format!("With it in {key}, commands fail: nothing answers at its address."),
                nearest.as_ref().map(onramp_domain::Region::id),
            ),
        ),
        ProblemKind::RegionDiffers { named, region } => said(
            format!("The start URL is for {}, but sso_region says {}", named.id(), region.id()),
            "The sign-in goes to the wrong place and fails.",
        ),
        ProblemKind::PartitionDiffers { region, .. } => said(
            format!("The start URL doesn't go with {}", region.id()),
            "It belongs to another part of AWS, such as China or GovCloud, so the sign-in fails.",
        ),
        ProblemKind::UnknownOutput { value } => said(
            format!("{value} isn't an output format"),
            "The CLI knows json, yaml, yaml-stream, text, table and off.",
        ),
        ProblemKind::SourceMissing { profile, source, nearest } => said(
            format!("{profile} needs a profile {source}, which isn't there"),
            &did_you_mean(
                "It's named in source_profile, so the role can't be assumed.",
                nearest.as_deref(),
            ),
        ),
        ProblemKind::SourceCircle { profiles } => said(
            format!("{} need each other", list(profiles, ", ")),
            "Each names the next in source_profile, so none has credentials to start with.",
        ),
        ProblemKind::SourceCount { profile } => said(
            format!("{profile} has a role_arn, but not exactly one source"),
            "To assume a role the CLI needs either source_profile or credential_source.",
        ),
        ProblemKind::PrefixInCredentials { header } => said(
            format!("[{header}] is in ~/.aws/credentials"),
            "There a header is just the profile's name, without the word profile.",
        ),
    }
}

fn not_a_config(contents: Contents) -> &'static str {
    match contents {
        Contents::Json => {
            "It looks like JSON, such as a file from the CLI's cache; those go into “Check a token”. Your config is ~/.aws/config."
        }
        Contents::Markup => {
            "It looks like a web page. Copy the text that the page shows, or the file itself."
        }
        Contents::Template => {
            "It looks like a template that a program fills in first. Paste the result: ~/.aws/config."
        }
        Contents::Encrypted => "It's encrypted. Decrypt it first, then paste ~/.aws/config.",
        Contents::Other => "It has no header such as [profile dev]. Your config is ~/.aws/config.",
    }
}

fn parse_error(error: &ParseErrorKind) -> (&'static str, &'static str) {
    match error {
        ParseErrorKind::ByteOrderMark => (
            "An invisible mark stands at the beginning",
            "Some Windows editors put it there. The CLI takes it for text and reads nothing.",
        ),
        ParseErrorKind::BeforeFirstHeader { .. } => (
            "There's text before the first header",
            "The CLI doesn't know which profile it belongs to. The fix makes it a comment, so you lose nothing.",
        ),
        ParseErrorKind::NoDelimiter => (
            "A line without “=”",
            "The CLI can't read it. The fix makes it a comment, so you lose nothing.",
        ),
        ParseErrorKind::NoKey => (
            "A line starts with “=”",
            "The setting's name is missing. The fix makes it a comment, so you lose nothing.",
        ),
        ParseErrorKind::DuplicateSection { .. } => (
            "A header is there twice",
            "The fix merges both. Where they differ, the last one counts.",
        ),
        ParseErrorKind::DuplicateKey { .. } => (
            "A setting is there twice in one section",
            "Keep the one you mean. Capital letters make no difference.",
        ),
        ParseErrorKind::BadNested => (
            "An indented line isn't a setting",
            "Below a setting without a value, each indented line needs “=”. The fix makes it a comment.",
        ),
    }
}

fn odd_character(odd: OddCharacter) -> String {
    match odd {
        OddCharacter::Blank(character) => {
            format!("There's an unusual space, U+{:04X}", u32::from(character))
        }
        OddCharacter::Quote(character) => format!("There's a curly quote, {character}"),
        OddCharacter::Invisible(character) => {
            format!("There's an invisible character, U+{:04X}", u32::from(character))
        }
    }
}

fn list(excerpts: &[Excerpt], between: &str) -> String {
    excerpts.iter().map(|excerpt| &**excerpt).collect::<Vec<_>>().join(between)
}

fn did_you_mean(why: &str, nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!("{why} Did you mean {nearest}?"),
        None => why.to_owned(),
    }
}
