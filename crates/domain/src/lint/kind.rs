//! The kinds of problems, and how grave each is.

use crate::aws::{Partition, Region};
use crate::config::{Excerpt, ParseErrorKind};
use crate::portal::StartUrlError;

/// What a problem is. Names and values are as they stand in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    NotAConfig(Contents),
    /// The CLI refuses the whole file for this: no profile works.
    ParseError(ParseErrorKind),
    /// A header that the CLI reads as no profile, though it is meant as one: `[dev]`, `[ profile dev ]`.
    /// `build_profile_map` takes headers only that begin with `profile`.
    NotAProfile {
        header: Excerpt,
        name: Excerpt,
    },
    /// A header that the CLI reads as no session, though it is meant as one: `[ sso-session corp ]`, `[sso_session corp]`.
    NotASession {
        header: Excerpt,
        name: Excerpt,
    },
    /// A header of a profile or a session that hasn't exactly one name: `[profile my dev]`, `[profile o'brien]`.
    Nameless(Excerpt),
    /// Two headers that name one profile or session in different ways. The CLI takes the last only, other SDKs
    /// `[profile default]` before `[default]`.
    Hidden(Excerpt),
    /// A name with a character for which some SDKs skip the profile, or don't find the session.
    UnportableName {
        name: Excerpt,
        character: char,
    },
    /// `[profile default]` with nothing but `sso_region` beside `[default]`: `aws sso login` writes that when it finds
    /// another region for the portal (the CLI's `customizations/sso/login.py`), and hides the whole profile with it.
    SplitByLogin {
        name: Excerpt,
        region: Excerpt,
    },
    /// A key that nothing reads, and the one that it is a misspelling of.
    MisspeltKey {
        key: Excerpt,
        meant: &'static str,
    },
    /// Settings that are indented right below their header. The CLI reads them; the SDK for Java refuses the file:
    /// "Expected a profile or property definition".
    IndentedSettings,
    /// An indented header, read as a part of the value above it.
    HeaderInValue,
    /// An indented setting below one that has a value, read as a part of that value.
    SettingInValue(Excerpt),
    OddCharacter(OddCharacter),
    /// Some lines end in `\n`, others in `\r\n` or `\r`. Every reader copes; some editors don't.
    MixedLineEndings,
    /// `# …` behind a value, which is a part of the value.
    CommentInValue(Excerpt),
    /// Quotes around a value, which are a part of the value.
    QuotedValue(Excerpt),
    /// `sso_session` names a session that isn't there: `SSOProvider` fails with "does not exist".
    SessionMissing {
        profile: Excerpt,
        session: Excerpt,
        nearest: Option<Excerpt>,
        /// The first of those that are there.
        there: Vec<Excerpt>,
    },
    SessionUnused(Excerpt),
    SessionIncomplete {
        session: Excerpt,
        missing: Vec<&'static str>,
    },
    /// `sso_account_id` or `sso_role_name` in a session: the CLI takes every key of it into the profile, other SDKs
    /// look for these in the profile only.
    RoleKeyInSession {
        session: Excerpt,
        key: &'static str,
    },
    /// A key of both the profile and its session, with different values: `SSOProvider` fails with "is inconsistent".
    Contradiction {
        profile: Excerpt,
        key: Excerpt,
        given_by: GivenBy,
    },
    /// A profile with a sign-in and no role: `aws sso login` works with it, and commands get no credentials.
    NoRole(Excerpt),
    /// A session or a profile with the start URL of AWS Builder ID, which has no accounts.
    BuilderId(Excerpt),
    /// Profiles that sign in, without a region for their commands.
    NoRegion(Vec<Excerpt>),
    /// A profile that signs in without one of the keys that it needs: `SSOProvider` fails with "is missing".
    SignInIncomplete {
        profile: Excerpt,
        missing: Vec<&'static str>,
    },
    /// Long-lived access keys beside a sign-in. The CLI uses the sign-in; the keys lie about.
    AccessKeysBesideSignIn(Excerpt),
    /// A sign-in in the credentials file, which is for keys.
    SignInInCredentials {
        header: Excerpt,
        /// What the header is in the config file.
        config_header: Excerpt,
    },
    /// Long-lived access keys in the credentials file for a profile that signs in.
    AccessKeysInCredentials(Excerpt),
    /// A `credential_process` beside a sign-in. The CLI uses the sign-in, other SDKs may run the program.
    ProcessBesideSignIn(Excerpt),
    /// A `credential_process` that prints no credentials: `aws sso login`.
    LoginAsProcess(Excerpt),
    /// A `credential_process` that runs a program for a profile that isn't there, or for its own.
    ProcessProfile {
        profile: Excerpt,
        named: Excerpt,
    },
    /// A session in a profile that takes a role: the CLI doesn't need it, the SDK for Java wants a whole sign-in then.
    SessionBesideRole {
        profile: Excerpt,
        session: Excerpt,
    },
    /// `role_arn` beside a sign-in: the CLI takes the role, and the sign-in is used by nobody.
    RoleBesideSignIn(Excerpt),
    /// Profiles for the same role of the same account, with the same region and output.
    SameRole(Vec<Excerpt>),
    /// Legacy profiles with one portal in several spellings. The token's file is named by the spelling, so each is
    /// another sign-in.
    StartUrlSpellings {
        commonest: Excerpt,
        others: Vec<Excerpt>,
    },
    /// Sessions for one portal and one region, with the same scopes: several sign-ins.
    SameSession(Vec<Excerpt>),
    /// An account id that isn't twelve digits.
    AccountId {
        value: Excerpt,
        /// What is meant: without dashes; or probably meant, with the zero in front that a spreadsheet took.
        meant: Option<Excerpt>,
    },
    /// A role that is no permission set's name.
    RoleName {
        value: Excerpt,
        /// What is meant, where the role is named as in IAM: `AWSReservedSSO_…`, or an ARN.
        permission_set: Option<Excerpt>,
    },
    /// A start URL without `https://`, which the CLI refuses: "must use the https scheme".
    StartUrlScheme(Excerpt),
    /// A start URL that is another page's address.
    NotAStartUrl {
        value: Excerpt,
        error: StartUrlError,
    },
    /// Scopes that aren't separated by commas.
    ScopeSeparators(Excerpt),
    /// A region that is shaped like one, and in no list: it may be newer than the list.
    UnlistedRegion {
        key: &'static str,
        value: Excerpt,
        /// The only region that can be meant.
        nearest: Option<Region>,
    },
    /// A region that there isn't, or without Identity Center where that is asked for.
    UnknownRegion {
        key: &'static str,
        value: Excerpt,
        /// The only region that can be meant.
        nearest: Option<Region>,
    },
    /// A start URL that names another region than `sso_region`.
    RegionDiffers {
        named: Region,
        region: Region,
    },
    /// A start URL of another partition than `sso_region`.
    PartitionDiffers {
        start_url: Partition,
        region: Region,
    },
    UnknownOutput(Excerpt),
    /// A value that the instructions left to fill in.
    Placeholder(Excerpt),
    /// A setting without a value, which the CLI takes for one.
    EmptyValue(&'static str),
    /// A `role_arn` that is no role's ARN.
    RoleArn(Excerpt),
    CredentialSource(Excerpt),
    /// `services` names a section that isn't there.
    ServicesMissing {
        profile: Excerpt,
        services: Excerpt,
    },
    /// `s3 =` without settings indented below it.
    NotNested(Excerpt),
    /// A command such as `export AWS_PROFILE=dev`.
    TerminalLine,
    /// `source_profile` names a profile that isn't there: `AssumeRoleProvider` fails with "does not exist".
    SourceMissing {
        profile: Excerpt,
        source: Excerpt,
        nearest: Option<Excerpt>,
        searched: Searched,
    },
    /// `source_profile` names a profile without credentials: `AssumeRoleProvider` fails with "must have credentials".
    SourceWithoutCredentials {
        profile: Excerpt,
        source: Excerpt,
        searched: Searched,
    },
    /// Profiles that are each other's `source_profile`: `AssumeRoleProvider` fails with "infinite loop".
    SourceCircle(Vec<Excerpt>),
    /// `role_arn` without `source_profile` and `credential_source`, or with both.
    SourceCount(Excerpt),
    /// `source_profile` without `role_arn`: the CLI takes nothing from it.
    SourceWithoutRole(Excerpt),
    /// `[profile dev]` in the credentials file, where it means a profile named `profile dev`.
    PrefixInCredentials(Excerpt),
}

/// Which files were looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Searched {
    /// The config only: what is not there may be in the credentials file.
    Config,
    BothFiles,
}

/// Where a profile has a key from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenBy {
    Profile,
    /// `[DEFAULT]` in capitals, which gives its settings to every section.
    Defaults,
}

/// How much a problem matters, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The CLI refuses the whole file.
    Refused,
    /// Something in it can't work.
    Fails,
    /// It works, but not well.
    Unwise,
}

impl ProblemKind {
    pub fn severity(&self) -> Severity {
        match self {
            ProblemKind::NotAConfig(_) | ProblemKind::ParseError(_) => Severity::Refused,
            ProblemKind::NotAProfile { .. }
            | ProblemKind::NotASession { .. }
            | ProblemKind::Nameless(_)
            | ProblemKind::HeaderInValue
            | ProblemKind::SettingInValue(_)
            | ProblemKind::CommentInValue(_)
            | ProblemKind::QuotedValue(_)
            | ProblemKind::SessionMissing { .. }
            | ProblemKind::SessionIncomplete { .. }
            | ProblemKind::Contradiction { .. }
            | ProblemKind::SignInIncomplete { .. }
            | ProblemKind::AccountId { .. }
            | ProblemKind::UnknownRegion { .. }
            | ProblemKind::RegionDiffers { .. }
            | ProblemKind::PartitionDiffers { .. }
            | ProblemKind::UnknownOutput(_)
            | ProblemKind::SplitByLogin { .. }
            | ProblemKind::MisspeltKey { .. }
            | ProblemKind::LoginAsProcess(_)
            | ProblemKind::ProcessProfile { .. }
            | ProblemKind::RoleName { .. }
            | ProblemKind::StartUrlScheme(_)
            | ProblemKind::NotAStartUrl { .. }
            | ProblemKind::ScopeSeparators(_)
            | ProblemKind::Placeholder(_)
            | ProblemKind::EmptyValue(_)
            | ProblemKind::RoleArn(_)
            | ProblemKind::CredentialSource(_)
            | ProblemKind::ServicesMissing { .. }
            | ProblemKind::NotNested(_)
            | ProblemKind::SourceMissing { searched: Searched::BothFiles, .. }
            | ProblemKind::SourceWithoutCredentials { searched: Searched::BothFiles, .. }
            | ProblemKind::SourceCircle(_)
            | ProblemKind::SourceCount(_)
            | ProblemKind::PrefixInCredentials(_) => Severity::Fails,
            ProblemKind::Hidden(_)
            | ProblemKind::UnportableName { .. }
            | ProblemKind::OddCharacter(_)
            | ProblemKind::MixedLineEndings
            | ProblemKind::IndentedSettings
            | ProblemKind::TerminalLine
            | ProblemKind::SourceWithoutRole(_)
            | ProblemKind::RoleKeyInSession { .. }
            | ProblemKind::NoRole(_)
            | ProblemKind::BuilderId(_)
            | ProblemKind::NoRegion(_)
            | ProblemKind::SignInInCredentials { .. }
            | ProblemKind::SessionBesideRole { .. }
            | ProblemKind::UnlistedRegion { .. }
            | ProblemKind::SourceMissing { searched: Searched::Config, .. }
            | ProblemKind::SourceWithoutCredentials { searched: Searched::Config, .. }
            | ProblemKind::SessionUnused(_)
            | ProblemKind::AccessKeysBesideSignIn(_)
            | ProblemKind::AccessKeysInCredentials(_)
            | ProblemKind::ProcessBesideSignIn(_)
            | ProblemKind::RoleBesideSignIn(_)
            | ProblemKind::SameRole(_)
            | ProblemKind::StartUrlSpellings { .. }
            | ProblemKind::SameSession(_) => Severity::Unwise,
        }
    }
}

/// What a text is that is no config file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Contents {
    Json,
    Markup,
    /// A dotfile template, with `{{ }}` or `{% %}`.
    Template,
    Encrypted,
    /// Something else, without a single header.
    Other,
}

/// A character that looks like another one, and is not read as that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OddCharacter {
    /// A blank that is neither space nor tab, as web pages and chats put in.
    Blank(char),
    /// A curly quote, as word processors put in.
    Quote(char),
    /// A character without width.
    Invisible(char),
}
