//! The words of a file that a problem names, which its own `Debug` does not show.

use onramp_domain::config::Excerpt;
use onramp_domain::lint::ProblemKind;

pub(crate) fn words(kind: &ProblemKind) -> Vec<&str> {
    match kind {
        ProblemKind::NotAConfig(_)
        | ProblemKind::ParseError(_)
        | ProblemKind::OddCharacter(_)
        | ProblemKind::HeaderInValue
        | ProblemKind::IndentedSettings
        | ProblemKind::TerminalLine
        | ProblemKind::MixedLineEndings => vec![],
        ProblemKind::NotAProfile { header: one, name: other }
        | ProblemKind::NotASession { header: one, name: other }
        | ProblemKind::SplitByLogin { name: one, region: other }
        | ProblemKind::SessionMissing { profile: one, session: other, .. }
        | ProblemKind::SourceMissing { profile: one, source: other, .. }
        | ProblemKind::SourceWithoutCredentials { profile: one, source: other, .. }
        | ProblemKind::ProcessProfile { profile: one, named: other }
        | ProblemKind::ServicesMissing { profile: one, services: other }
        | ProblemKind::SessionBesideRole { profile: one, session: other }
        | ProblemKind::SignInInCredentials { header: one, config_header: other }
        | ProblemKind::RoleName { value: one, permission_set: Some(other) }
        | ProblemKind::Contradiction { profile: one, key: other, .. } => vec![one, other],
        ProblemKind::Nameless(word)
        | ProblemKind::PrefixInCredentials(word)
        | ProblemKind::Hidden(word)
        | ProblemKind::UnportableName { name: word, .. }
        | ProblemKind::SettingInValue(word)
        | ProblemKind::CommentInValue(word)
        | ProblemKind::QuotedValue(word)
        | ProblemKind::SessionUnused(word)
        | ProblemKind::NoRole(word)
        | ProblemKind::BuilderId(word)
        | ProblemKind::AccessKeysBesideSignIn(word)
        | ProblemKind::AccessKeysInCredentials(word)
        | ProblemKind::ProcessBesideSignIn(word)
        | ProblemKind::LoginAsProcess(word)
        | ProblemKind::RoleBesideSignIn(word)
        | ProblemKind::SourceCount(word)
        | ProblemKind::SourceWithoutRole(word)
        | ProblemKind::AccountId { value: word, .. }
        | ProblemKind::RoleName { value: word, permission_set: None }
        | ProblemKind::UnknownOutput(word)
        | ProblemKind::Placeholder(word)
        | ProblemKind::RoleArn(word)
        | ProblemKind::CredentialSource(word)
        | ProblemKind::NotNested(word)
        | ProblemKind::StartUrlScheme(word)
        | ProblemKind::NotAStartUrl { value: word, .. }
        | ProblemKind::ScopeSeparators(word) => vec![word],
        ProblemKind::EmptyValue(key) => vec![key],
        ProblemKind::MisspeltKey { key, meant } => with(key, &[meant]),
        ProblemKind::RoleKeyInSession { session, key } => with(session, &[key]),
        ProblemKind::SessionIncomplete { session: of, missing }
        | ProblemKind::SignInIncomplete { profile: of, missing } => with(of, missing),
        ProblemKind::UnknownRegion { key, value, .. }
        | ProblemKind::UnlistedRegion { key, value, .. } => vec![key, value],
        ProblemKind::SameRole(names)
        | ProblemKind::SourceCircle(names)
        | ProblemKind::NoRegion(names)
        | ProblemKind::SameSession(names) => all(names),
        ProblemKind::StartUrlSpellings { commonest, others } => {
            std::iter::once(&**commonest).chain(all(others)).collect()
        }
        ProblemKind::RegionDiffers { named, region } => vec![named.id(), region.id()],
        ProblemKind::PartitionDiffers { region, .. } => vec![region.id()],
    }
}

fn all(words: &[Excerpt]) -> Vec<&str> {
    words.iter().map(|it| &**it).collect()
}

fn with<'w>(word: &'w Excerpt, others: &[&'static str]) -> Vec<&'w str> {
    std::iter::once(&**word).chain(others.iter().copied()).collect()
}
