//! The kinds of remarks.
//!
//! Not here: finding them, and their sentences.

use crate::config::refusal::Reason;
use crate::region::{Partition, Region};

/// What a remark says. Names and values are as they stand in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RemarkKind {
    /// It is no config file at all.
    NotAConfig(Contents),
    /// The CLI refuses the whole file for this: no profile works.
    Refused(Reason),
    /// A header that the CLI reads as no profile, though it is meant as one: `[dev]`, `[ profile dev ]`.
    /// `build_profile_map` takes headers only that begin with `profile`.
    NotAProfile {
        /// The header between its brackets.
        header: Box<str>,
        /// The profile that is probably meant.
        name: Box<str>,
    },
    /// A header of a profile or a session that hasn't exactly one name: `[profile my dev]`, `[profile o'brien]`.
    Nameless {
        /// The header between its brackets.
        header: Box<str>,
    },
    /// Two headers that name one profile or session in different ways. The CLI takes the last only, other SDKs
    /// `[profile default]` before `[default]`.
    Hidden {
        /// The name.
        name: Box<str>,
    },
    /// A name with a character for which some SDKs skip it.
    UnportableName {
        /// The name.
        name: Box<str>,
        /// The character.
        character: char,
    },
    /// An indented header, read as a part of the value above it.
    HeaderInValue,
    /// An indented setting below one that has a value, read as a part of that value.
    SettingInValue {
        /// The setting that is lost.
        key: Box<str>,
    },
    /// A character that looks like another one.
    Odd(Oddity),
    /// Some lines end in `\n`, others in `\r\n` or `\r`. Every reader copes; some editors don't.
    MixedLineEndings,
    /// `# …` behind a value, which is a part of the value.
    CommentInValue {
        /// The setting.
        key: Box<str>,
    },
    /// Quotes around a value, which are a part of the value.
    QuotedValue {
        /// The setting.
        key: Box<str>,
    },
    /// `sso_session` names a session that isn't there: `SSOProvider` fails with "does not exist".
    SessionMissing {
        /// The profile.
        profile: Box<str>,
        /// What it names.
        session: Box<str>,
        /// A session with nearly that name.
        nearest: Option<Box<str>>,
    },
    /// A session that no profile names.
    SessionUnused {
        /// The session.
        session: Box<str>,
    },
    /// A session without one of the keys that it needs.
    SessionIncomplete {
        /// The session.
        session: Box<str>,
        /// What it lacks.
        missing: Vec<&'static str>,
    },
    /// A key of both the profile and its session, with different values: `SSOProvider` fails with "is inconsistent".
    Contradiction {
        /// The profile.
        profile: Box<str>,
        /// The key.
        key: Box<str>,
    },
    /// A profile that signs in without one of the keys that it needs: `SSOProvider` fails with "is missing".
    SignInIncomplete {
        /// The profile.
        profile: Box<str>,
        /// What it lacks.
        missing: Vec<&'static str>,
    },
    /// Long-lived access keys beside a sign-in. The CLI uses the sign-in; the keys lie about.
    AccessKeysBesideSignIn {
        /// The profile.
        profile: Box<str>,
    },
    /// Long-lived access keys in the credentials file for a profile that signs in.
    AccessKeysInCredentials {
        /// The profile.
        profile: Box<str>,
    },
    /// A `credential_process` beside a sign-in. The CLI uses the sign-in, other SDKs may run the program.
    ProcessBesideSignIn {
        /// The profile.
        profile: Box<str>,
    },
    /// `role_arn` beside a sign-in: the CLI takes the role, and the sign-in is used by nobody.
    RoleBesideSignIn {
        /// The profile.
        profile: Box<str>,
    },
    /// Two profiles for the same role of the same account.
    SameRole {
        /// The profiles.
        profiles: Vec<Box<str>>,
    },
    /// Legacy profiles with one portal in several spellings. The token's file is named by the spelling, so each is
    /// another sign-in.
    StartUrlSpellings {
        /// The commonest spelling.
        commonest: Box<str>,
        /// The others.
        others: Vec<Box<str>>,
    },
    /// Two sessions for one portal and one region: two sign-ins.
    SameSession {
        /// The sessions.
        sessions: Vec<Box<str>>,
    },
    /// An account id that isn't twelve digits.
    AccountId {
        /// What stands there.
        value: Box<str>,
        /// What is probably meant: with the leading zeros that a spreadsheet took, or without dashes.
        meant: Option<Box<str>>,
    },
    /// A region that there isn't, or without Identity Center where that is asked for.
    UnknownRegion {
        /// The setting.
        key: &'static str,
        /// What stands there.
        value: Box<str>,
        /// The region that is one or two letters away.
        nearest: Option<Region>,
    },
    /// A start URL that names another region than `sso_region`.
    RegionDiffers {
        /// The region in the start URL.
        named: Region,
        /// The region beside it.
        region: Region,
    },
    /// A start URL of another partition than `sso_region`.
    PartitionDiffers {
        /// The start URL's.
        start_url: Partition,
        /// The region beside it.
        region: Region,
    },
    /// An output format that the CLI doesn't have.
    UnknownOutput {
        /// What stands there.
        value: Box<str>,
    },
    /// `source_profile` names a profile that isn't there: `AssumeRoleProvider` fails with "does not exist".
    SourceMissing {
        /// The profile.
        profile: Box<str>,
        /// What it names.
        source: Box<str>,
        /// A profile with nearly that name.
        nearest: Option<Box<str>>,
    },
    /// Profiles that are each other's `source_profile`: `AssumeRoleProvider` fails with "infinite loop".
    SourceCircle {
        /// The profiles, in order.
        profiles: Vec<Box<str>>,
    },
    /// `role_arn` without `source_profile` and `credential_source`, or with both.
    SourceCount {
        /// The profile.
        profile: Box<str>,
    },
    /// `[profile dev]` in the credentials file, where it means a profile named `profile dev`.
    PrefixInCredentials {
        /// The header between its brackets.
        header: Box<str>,
    },
}

/// What a text is that is no config file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Contents {
    /// JSON, such as a cache file.
    Json,
    /// HTML or XML.
    Markup,
    /// A dotfile template, with `{{ }}` or `{% %}`.
    Template,
    /// An encrypted file.
    Encrypted,
    /// Something else, without a single header.
    Other,
}

/// A character that looks like another one, and is not read as that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Oddity {
    /// A blank that is neither space nor tab, as web pages and chats put in.
    Blank(char),
    /// A curly quote, as word processors put in.
    Quote(char),
    /// A character without width.
    Invisible(char),
}
