//! The sentences of the remarks on a config file: what is wrong, and why it matters.

use onramp_domain::config::{Contents, Oddity, Reason, RemarkKind};

/// A remark's title, and its reason with what to do.
pub(in crate::ui) fn remark(kind: &RemarkKind) -> (String, String) {
    let said = |title: String, why: &str| (title, why.to_owned());
    match kind {
        RemarkKind::NotAConfig(contents) => {
            said("That is no config file".to_owned(), not_a_config(*contents))
        }
        RemarkKind::Refused(reason) => {
            let (title, why) = refused(reason);
            said(title.to_owned(), why)
        }
        RemarkKind::NotAProfile { header, name } => (
            format!("[{header}] is no profile"),
            format!(
                "In this file only the headers [profile {name}] and [default] make profiles, so the CLI does not see it."
            ),
        ),
        RemarkKind::Nameless { header } => said(
            format!("[{header}] has not exactly one name"),
            "The CLI skips it. A name with blanks stands in quotes: [profile \"my dev\"].",
        ),
        RemarkKind::Hidden { name } => said(
            format!("{name} is there twice, under two headers"),
            "The CLI takes the last one only, and other tools may take the first. Keep one of them.",
        ),
        RemarkKind::UnportableName { name, character } => said(
            format!("{name} has a {character:?} in its name"),
            "The CLI takes it, but some AWS tools skip such a profile. Letters, digits, - and _ work everywhere.",
        ),
        RemarkKind::HeaderInValue => said(
            "A header is indented".to_owned(),
            "So the CLI reads it as a part of the value above, and the profile is not there. It must begin at the line's start.",
        ),
        RemarkKind::SettingInValue { key } => said(
            format!("{key} is indented"),
            "So the CLI reads it as a part of the value above, and the setting is lost.",
        ),
        RemarkKind::Odd(oddity) => said(
            odd(*oddity),
            "It comes from copying out of a web page or a chat. The CLI does not take it for the plain one.",
        ),
        RemarkKind::MixedLineEndings => said(
            "Lines end in different ways".to_owned(),
            "Windows' and other systems' line endings are mixed. The CLI copes with that; some editors don't. The fix ends all lines as most do, and shows each that it touches.",
        ),
        RemarkKind::CommentInValue { key } => said(
            format!("A comment stands behind {key}'s value"),
            "The CLI takes it for a part of the value. Comments need a line of their own.",
        ),
        RemarkKind::QuotedValue { key } => said(
            format!("{key}'s value is in quotes"),
            "The CLI takes the quotes for a part of the value.",
        ),
        RemarkKind::SessionMissing { profile, session, nearest } => said(
            format!("{profile} needs a session {session}, which is not there"),
            &nearest_said("The profile can't sign in.", nearest.as_deref()),
        ),
        RemarkKind::SessionUnused { session } => said(
            format!("No profile uses the session {session}"),
            "It does no harm, and nobody needs it.",
        ),
        RemarkKind::SessionIncomplete { session, missing } => (
            format!("The session {session} is not complete"),
            format!("It lacks {}, so no profile can sign in through it.", missing.join(" and ")),
        ),
        RemarkKind::Contradiction { profile, key } => said(
            format!("{profile} and its session differ in {key}"),
            "The CLI then refuses to sign in. The session's value is the one to keep.",
        ),
        RemarkKind::SignInIncomplete { profile, missing } => (
            format!("{profile} is not complete"),
            format!("It lacks {}, so it can't sign in.", missing.join(" and ")),
        ),
        RemarkKind::AccessKeysBesideSignIn { profile } => said(
            format!("{profile} has long-lived keys beside its sign-in"),
            "The CLI uses the sign-in, and the keys lie about for anybody who reads the file. Deactivate them at AWS, then remove them.",
        ),
        RemarkKind::AccessKeysInCredentials { profile } => said(
            format!("{profile} has long-lived keys in ~/.aws/credentials"),
            "Tools may use those in place of the sign-in. Deactivate them at AWS, then remove them.",
        ),
        RemarkKind::ProcessBesideSignIn { profile } => said(
            format!("{profile} has a program beside its sign-in"),
            "The CLI uses the sign-in, other tools may run the program in credential_process. Keep one of them.",
        ),
        RemarkKind::RoleBesideSignIn { profile } => said(
            format!("{profile} has a role_arn beside its sign-in"),
            "The CLI assumes the role and never uses the sign-in. Two profiles, one for each, say what is meant.",
        ),
        RemarkKind::SameRole { profiles } => said(
            format!("{} are the same role", profiles.join(", ")),
            "They work alike. One of them may be left over.",
        ),
        RemarkKind::StartUrlSpellings { others, .. } => said(
            format!("One portal is written in {} ways", others.len() + 1),
            "The CLI keeps a sign-in for each spelling, so you sign in once more than you need to.",
        ),
        RemarkKind::SameSession { sessions } => said(
            format!("{} are the same sign-in", sessions.join(" and ")),
            "They lead to one portal, and you sign in to each of them.",
        ),
        RemarkKind::AccountId { value, meant } => said(
            format!("{value} is no account id"),
            &match meant {
                Some(meant) => format!(
                    "An account id has twelve digits: probably {meant}, with the zeros that a spreadsheet took or without dashes."
                ),
                None => "An account id has twelve digits, zeros in front and all.".to_owned(),
            },
        ),
        RemarkKind::UnknownRegion { key, value, nearest } => said(
            format!("{value} is no AWS region"),
            &nearest_said(
                &format!("With it in {key}, commands fail: there is nothing at its address."),
                nearest.as_ref().map(onramp_domain::Region::id),
            ),
        ),
        RemarkKind::RegionDiffers { named, region } => said(
            format!("The start URL is for {}, sso_region says {}", named.id(), region.id()),
            "The sign-in goes to the wrong place and fails.",
        ),
        RemarkKind::PartitionDiffers { region, .. } => said(
            format!("The start URL does not go with {}", region.id()),
            "It belongs to another part of AWS, such as China or GovCloud, and the sign-in fails.",
        ),
        RemarkKind::UnknownOutput { value } => said(
            format!("{value} is no output format"),
            "The CLI knows json, yaml, yaml-stream, text, table and off.",
        ),
        RemarkKind::SourceMissing { profile, source, nearest } => said(
            format!("{profile} needs a profile {source}, which is not there"),
            &nearest_said(
                "It is named in source_profile, and the role can't be assumed.",
                nearest.as_deref(),
            ),
        ),
        RemarkKind::SourceCircle { profiles } => said(
            format!("{} need each other", profiles.join(", ")),
            "Each names the next in source_profile, so none has credentials to begin with.",
        ),
        RemarkKind::SourceCount { profile } => said(
            format!("{profile} has a role_arn, but not exactly one source"),
            "The CLI needs either source_profile or credential_source to assume a role.",
        ),
        RemarkKind::PrefixInCredentials { header } => said(
            format!("[{header}] stands in ~/.aws/credentials"),
            "There a header is the profile's name alone, without the word profile.",
        ),
        // New kinds are shown by their lines at least.
        _ => said("Look at these lines".to_owned(), ""),
    }
}

fn not_a_config(contents: Contents) -> &'static str {
    match contents {
        Contents::Json => {
            "It looks like JSON, such as a file of the CLI's cache; those belong to “Check a token”. The config is ~/.aws/config."
        }
        Contents::Markup => {
            "It looks like a web page. Copy the text that the page shows, or the file itself."
        }
        Contents::Template => {
            "It looks like a template that a program fills in first. Paste what comes out of it: ~/.aws/config."
        }
        Contents::Encrypted => "It is encrypted. Decrypt it first, then paste ~/.aws/config.",
        Contents::Other => {
            "There is no header such as [profile dev] in it. The config is ~/.aws/config."
        }
    }
}

fn refused(reason: &Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::ByteOrderMark => (
            "An invisible mark stands at the beginning",
            "Some Windows editors put it there. The CLI takes it for text and reads nothing.",
        ),
        Reason::BeforeFirstHeader { .. } => (
            "There is text before the first header",
            "The CLI does not know which profile it belongs to. The fix makes a comment of it.",
        ),
        Reason::NoDelimiter => (
            "A line is no setting",
            "There is no = in it. The fix makes a comment of it, so that nothing is lost.",
        ),
        Reason::NoKey => (
            "A line begins with =",
            "The setting's name is missing. The fix makes a comment of it, so that nothing is lost.",
        ),
        Reason::DuplicateSection { .. } => (
            "A header is there twice",
            "The fix makes one section of both; where they differ, the later one counts.",
        ),
        Reason::DuplicateKey { .. } => (
            "A setting is there twice in one section",
            "Keep the one that you mean. Capital letters make no difference.",
        ),
        Reason::BadNested => (
            "An indented line is no setting",
            "Below a setting without a value each indented line needs an =. The fix makes a comment of it.",
        ),
    }
}

fn odd(oddity: Oddity) -> String {
    match oddity {
        Oddity::Blank(character) => {
            format!("There is an unusual blank, U+{:04X}", u32::from(character))
        }
        Oddity::Quote(character) => format!("There is a curly quote, {character}"),
        Oddity::Invisible(character) => {
            format!("There is an invisible character, U+{:04X}", u32::from(character))
        }
    }
}

fn nearest_said(why: &str, nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!("{why} Did you mean {nearest}?"),
        None => why.to_owned(),
    }
}
