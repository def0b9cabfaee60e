//! The one name that another is a misspelling of.

use crate::config::Settings;

/// Every name is compared, so it is done only for so many; beyond them nobody would look through the list either.
const NAMES_TO_COMPARE: usize = 200;

/// The only one of these that is one or two letters away; in a short name fewer, or it is another name.
pub(super) fn nearest<'a, 'd: 'a>(
    wanted: &str,
    names: impl ExactSizeIterator<Item = &'a Settings<'d>>,
) -> Option<&'a Settings<'d>> {
    // As a header names it.
    let kinds = ["sso-session ", "profile "];
    let wanted = kinds.iter().find_map(|kind| wanted.strip_prefix(kind)).unwrap_or(wanted);
    let most = (wanted.chars().count() / 3).min(2);
    if names.len() > NAMES_TO_COMPARE {
        return None;
    }
    let is_close = |settings: &&Settings<'_>| {
        let name = settings.name();
        name.len().abs_diff(wanted.len()) <= 2
            && crate::edit_distance::edit_distance(wanted, name) <= most
    };
    let mut close = names.filter(is_close);
    close.next().filter(|_| close.next().is_none())
}
