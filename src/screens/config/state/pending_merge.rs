//! Profiles that "Set up" sent, to be merged as soon as a config is there.
//!
//! What stands in the way is known before anything is changed.

use onramp_domain::config::{Conflict, Document, conflicts};
use onramp_domain::entry::Entry;
use std::rc::Rc;

/// The entries, and what a merge would take from something else.
#[derive(Debug, Default)]
pub struct PendingMerge {
    pub entries: Vec<Entry>,
    pub conflicts: Vec<Conflict>,
}

impl PendingMerge {
    pub fn new(entries: &[Entry], document: &Document) -> PendingMerge {
        let mut pending = PendingMerge { entries: entries.to_vec(), conflicts: Vec::new() };
        pending.look(document);
        pending
    }

    /// Looks at a document for what stands in the way.
    pub fn look(&mut self, document: &Document) {
        self.conflicts = conflicts(document, &self.entries);
    }

    /// Takes the free name that a conflict offers.
    pub fn rename(&mut self, conflict: usize, document: &Document) {
        if let Some(conflict) = self.conflicts.get(conflict) {
            take_free_name(&mut self.entries, conflict);
            self.look(document);
        }
    }

    /// Takes the free names that all conflicts offer.
    pub fn rename_all(&mut self, document: &Document) {
        for conflict in &self.conflicts {
            take_free_name(&mut self.entries, conflict);
        }
        self.look(document);
    }
}

fn take_free_name(entries: &mut [Entry], conflict: &Conflict) {
    match conflict {
        // Of two entries with one name the later one is the conflict.
        Conflict::Profile { name, free, .. } => {
            let entry = entries.iter_mut().rfind(|entry| entry.profile == *name);
            if let Some(entry) = entry {
                entry.profile = free.clone();
            }
        }
        Conflict::Session { name, free, .. } => {
            for entry in entries.iter_mut().filter(|entry| entry.session.name == *name) {
                Rc::make_mut(&mut entry.session).name = free.clone();
            }
        }
    }
}
