//! A list that forgets: what has run out, and the oldest where there is no more room.
//!
//! Not here: what running out means to what is in it. An entry may be found after its time; its owner asks the clock.

use chrono::{DateTime, Utc};
use std::collections::VecDeque;

/// At most `ROOM` entries, the oldest first.
pub(crate) struct ExpiringList<T>(VecDeque<Entry<T>>);

struct Entry<T> {
    value: T,
    until: DateTime<Utc>,
}

/// Enough for every test of one organisation at once, and a few megabytes at most.
const ROOM: usize = 2048;

impl<T> ExpiringList<T> {
    pub(crate) fn new() -> ExpiringList<T> {
        ExpiringList(VecDeque::new())
    }

    /// Keeps a value until then, or until there is no more room.
    pub(crate) fn insert(&mut self, value: T, until: DateTime<Utc>, now: DateTime<Utc>) {
        if self.0.len() >= ROOM {
            self.0.retain(|entry| entry.until > now);
        }
        if self.0.len() >= ROOM {
            self.0.pop_front();
        }
        self.0.push_back(Entry { value, until });
    }

    /// The newest value of which this is true.
    pub(crate) fn find(&self, is_it: impl Fn(&T) -> bool) -> Option<&T> {
        self.0.iter().rev().map(|entry| &entry.value).find(|value| is_it(value))
    }

    /// The same, to be changed.
    pub(crate) fn find_mut(&mut self, is_it: impl Fn(&T) -> bool) -> Option<&mut T> {
        self.0.iter_mut().rev().map(|entry| &mut entry.value).find(|value| is_it(value))
    }

    /// Forgets every value of which this is false.
    pub(crate) fn retain(&mut self, keep: impl Fn(&T) -> bool) {
        self.0.retain(|entry| keep(&entry.value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn what_ran_out_goes_before_the_oldest() {
        let start = DateTime::UNIX_EPOCH;
        let later = start + TimeDelta::seconds(1);
        let mut list = ExpiringList::new();
        list.insert("old, still good", later + TimeDelta::seconds(1), start);
        for _ in 1..ROOM {
            list.insert("ran out", later, start);
        }
        list.insert("new", later + TimeDelta::seconds(1), later);
        assert!(list.find(|value| *value == "ran out").is_none());
        assert!(list.find(|value| *value == "old, still good").is_some());
        assert!(list.find(|value| *value == "new").is_some());
    }

    #[test]
    fn a_full_list_forgets_its_oldest() {
        let (now, later) = (DateTime::UNIX_EPOCH, DateTime::UNIX_EPOCH + TimeDelta::days(1));
        let mut list = ExpiringList::new();
        for number in 0..=ROOM {
            list.insert(number, later, now);
        }
        assert!(list.find(|number| *number == 0).is_none());
        assert!(list.find(|number| *number == 1).is_some());
    }
}
