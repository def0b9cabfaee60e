//! What `cache_file` promises of any text: an answer or an error for each of its parts.

use chrono::{DateTime, TimeDelta, Utc};
use onramp_domain::cache_file::{
    self, CacheKind, CacheReport, CacheState, Finding, KnownNames, MOST_PARTS, Owner, Refreshable,
    SignInStatus, reminder, terminal_lines,
};
use onramp_domain::redact;

/// Goes the page's own way with a text.
pub(crate) fn any_text_is_answered(text: &str, now: DateTime<Utc>) {
    let parts = cache_file::check(text);
    assert!((1..=MOST_PARTS).contains(&parts.len()));
    for part in &parts {
        assert!(part.unread.is_none() || part.outcome.is_err());
        match &part.outcome {
            Ok(Finding::Time(at)) => {
                assert!(reminder(*at, now, "end").ends_with("END:VCALENDAR\r\n"));
            }
            Ok(Finding::Message(message)) => {
                message.mentions.owner().iter().for_each(is_known_by_its_file);
                assert_ne!(message.mentions.profile.as_deref(), Some(""));
            }
            Ok(Finding::Config(config)) => assert!(config.expose().contains('[')),
            Ok(Finding::File(report)) => {
                stands_by_its_end(report, now);
                let owner = report.start_url().and_then(Owner::parse);
                owner.iter().for_each(is_known_by_its_file);
            }
            Err(_) => {}
        }
    }
    // A name that came with a file can be anything too.
    let _ = KnownNames::default().owner_of(text, Some(text));
    let _ = cache_file::registration_region(text);
    let redacted = redact(text);
    assert_eq!(redact(&redacted), redacted);
}

/// What is said of a file at any moment, and at those around its end.
fn stands_by_its_end(report: &CacheReport, now: DateTime<Utc>) {
    let end = report.expires_at();
    let second = TimeDelta::seconds(1);
    for at in [now, end - cache_file::REFRESH_WINDOW, end - second, end, end + second] {
        let has_expired = at >= end;
        assert_eq!(report.state(at) == CacheState::Expired, has_expired);
        assert_eq!(report.remaining(at) <= TimeDelta::zero(), has_expired);
        let is_token = report.kind() == CacheKind::SsoToken;
        assert_eq!(report.refreshable(at) != Refreshable::NotAToken, is_token);
        match report.status(at) {
            SignInStatus::Valid | SignInStatus::ExpiresSoon => assert!(!has_expired),
            SignInStatus::Refreshable | SignInStatus::Expired => assert!(has_expired),
            SignInStatus::NotASignIn => assert_eq!(report.kind(), CacheKind::ClientRegistration),
        }
        let _ = report.shows_clock_behind(at);
    }
    assert!(reminder(end, now, "end").starts_with("BEGIN:VCALENDAR\r\n"));
}

fn is_known_by_its_file(owner: &Owner) {
    let file = owner.file_name();
    let known: KnownNames = [owner.clone()].into_iter().collect();
    assert_eq!(known.owner_of(&file, None).as_ref(), Some(owner));
    assert!(terminal_lines(owner).iter().all(|line| line.contains(&file)));
}
