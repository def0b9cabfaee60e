//! What `cache` promises of any text: an answer or an error for each of its pieces, and no more work for the parser
//! than there is text.
//!
//! Not here: that an answer is the right one, which the test vectors say.

#[path = "../json_reader/mod.rs"]
mod json_reader;

use chrono::{DateTime, TimeDelta, Utc};
use onramp_domain::cache::{
    self, CacheKind, CacheReport, CacheState, CliMessage, Known, MOST_PIECES, OneLiners, Owner,
    Piece, Refreshable, Standing, reminder,
};
use std::cell::Cell;

/// Goes the page's own way with a text.
pub(crate) fn any_text_is_answered(text: &str, now: DateTime<Utc>) {
    let pieces = cache::pieces(text);
    assert!((1..=MOST_PIECES).contains(&pieces.len()));
    let mut given = 0;
    for piece in &pieces {
        match piece {
            Piece::Time(at) => assert!(reminder(*at, now, "end").ends_with("END:VCALENDAR\r\n")),
            Piece::Message { said: CliMessage::TokenMissing { of }, .. } => {
                Owner::parse(of).iter().for_each(is_known_by_its_file);
            }
            Piece::Message { said: _, profile } => assert_ne!(profile.as_deref(), Some("")),
            Piece::Config(config) => {
                given += config.expose().len();
                assert!(config.expose().contains('['));
            }
            Piece::File { text: file, cut } => {
                given += parsed_bytes(file.expose(), now);
                let characters = file.expose().chars().count();
                assert!(cut.is_none_or(|cut| cut.characters <= characters));
            }
        }
    }
    // Pieces don't overlap, so that parsing them all takes as long as the text at most.
    assert!(given <= text.len(), "{given} bytes of {} are parsed", text.len());
    // A name that came with a file can be anything too.
    let _ = Known::default().owner_of(text, Some(text));
    let _ = cache::registration_region(text);
    let redacted = cache::redacted(text);
    assert_eq!(cache::redacted(&redacted), redacted);
}

/// Reads one file; how many bytes went to the parser.
fn parsed_bytes(file: &str, now: DateTime<Utc>) -> usize {
    let given = Cell::new(0);
    let report = cache::read(file, |text| {
        given.set(given.get() + text.len());
        json_reader::parse(text)
    });
    if let Ok(report) = report {
        stands_by_its_end(&report, now);
        let owner = report.start_url().and_then(Owner::parse);
        owner.iter().for_each(is_known_by_its_file);
    }
    given.get()
}

/// What is said of a file at any moment, and at those around its end.
fn stands_by_its_end(report: &CacheReport, now: DateTime<Utc>) {
    let end = report.expires_at();
    let second = TimeDelta::seconds(1);
    for at in [now, end - cache::REFRESH_WINDOW, end - second, end, end + second] {
        let has_ended = at >= end;
        assert_eq!(report.state(at) == CacheState::Expired, has_ended);
        assert_eq!(report.remaining(at) <= TimeDelta::zero(), has_ended);
        let is_token = matches!(report.kind(), CacheKind::SsoToken(_));
        assert_eq!(report.refreshable(at) != Refreshable::NotAToken, is_token);
        match report.standing(at) {
            Standing::Valid | Standing::EndsSoon => assert!(!has_ended),
            Standing::Refreshable | Standing::Ended => assert!(has_ended),
            Standing::NotASignIn => assert_eq!(*report.kind(), CacheKind::ClientRegistration),
        }
        let _ = report.shows_late_clock(at);
    }
    assert!(reminder(end, now, "end").starts_with("BEGIN:VCALENDAR\r\n"));
}

fn is_known_by_its_file(owner: &Owner) {
    let file = owner.file_name();
    let known: Known = [owner.clone()].into_iter().collect();
    assert_eq!(known.owner_of(&file, None).as_ref(), Some(owner));
    assert!(OneLiners::of(owner).python.contains(&file));
}
