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
        | ProblemKind::MixedLineEndings => vec![],
        ProblemKind::NotAProfile { header: one, name: other }
        | ProblemKind::NotASession { header: one, name: other }
        | ProblemKind::SplitByLogin { name: one, region: other }
        | ProblemKind::SessionMissing { profile: one, session: other, .. }
        | ProblemKind::SourceMissing { profile: one, source: other, .. }
        | ProblemKind::SourceWithoutCredentials { profile: one, source: other, .. }
        | ProblemKind::ProcessProfile { profile: one, named: other }
        | ProblemKind::SessionBesideRole { profile: one, session: other }
        | ProblemKind::SignInInCredentials { header: one, config_header: other }
        | ProblemKind::RoleOfIam { value: one, permission_set: other }
        | ProblemKind::Contradiction { profile: one, key: other, .. } => vec![one, other],
        ProblemKind::Nameless { header: word }
        | ProblemKind::PrefixInCredentials { header: word }
        | ProblemKind::Hidden { name: word }
        | ProblemKind::UnportableName { name: word, .. }
        | ProblemKind::SettingInValue { key: word }
        | ProblemKind::CommentInValue { key: word }
        | ProblemKind::QuotedValue { key: word }
        | ProblemKind::SessionUnused { session: word }
        | ProblemKind::NoRole { profile: word }
        | ProblemKind::BuilderId { name: word }
        | ProblemKind::AccessKeysBesideSignIn { profile: word }
        | ProblemKind::AccessKeysInCredentials { profile: word }
        | ProblemKind::ProcessBesideSignIn { profile: word }
        | ProblemKind::LoginAsProcess { profile: word }
        | ProblemKind::RoleBesideSignIn { profile: word }
        | ProblemKind::SourceCount { profile: word }
        | ProblemKind::AccountId { value: word, .. }
        | ProblemKind::UnknownOutput { value: word }
        | ProblemKind::StartUrlScheme { value: word }
        | ProblemKind::NotAStartUrl { value: word, .. }
        | ProblemKind::ScopeSeparators { value: word } => vec![word],
        ProblemKind::MisspeltKey { key, meant } => with(key, &[meant]),
        ProblemKind::RoleKeyInSession { session, key } => with(session, &[key]),
        ProblemKind::SessionIncomplete { session: of, missing }
        | ProblemKind::SignInIncomplete { profile: of, missing } => with(of, missing),
        ProblemKind::UnknownRegion { key, value, .. }
        | ProblemKind::UnlistedRegion { key, value, .. } => vec![key, value],
        ProblemKind::SameRole { profiles: names }
        | ProblemKind::SourceCircle { profiles: names }
        | ProblemKind::NoRegion { profiles: names }
        | ProblemKind::SameSession { sessions: names } => all(names),
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
