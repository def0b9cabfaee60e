//! What is measured, by name.
//!
//! Not here: the files and lists that it is done with.

use super::{files, listing};
use onramp_domain::block;
use onramp_domain::cache::pieces;
use onramp_domain::config::{
    self, Document, SignInForm, conflicts, plan_convert, plan_merge, plan_remove, remarks,
};

/// Some work, made ready for so many profiles, that is then done again and again.
pub(crate) struct Work {
    pub(crate) name: &'static str,
    /// What is done answers with a number that depends on all of it.
    pub(crate) prepare: fn(usize) -> Box<dyn Fn() -> usize>,
}

pub(crate) const WORK: &[Work] = &[
    Work {
        name: "parse",
        prepare: |size| {
            let text = files::config(size);
            Box::new(move || Document::parse(text.as_str()).lines().len())
        },
    },
    Work {
        name: "read",
        prepare: |size| {
            let document = Document::parse(files::config(size));
            Box::new(move || config::read(&document).profiles().len())
        },
    },
    Work {
        name: "remarks",
        prepare: |size| {
            let document = Document::parse(files::config(size));
            Box::new(move || remarks(&document, None).len())
        },
    },
    Work {
        name: "conflicts",
        prepare: |size| {
            let (document, entries) = (Document::parse(files::config(size)), files::entries(size));
            Box::new(move || conflicts(&document, &entries).len())
        },
    },
    Work {
        name: "merge",
        prepare: |size| {
            // A new profile for each 25 that are there: 1,000 into 25,000.
            let (document, entries) =
                (Document::parse(files::config(size)), files::entries(size / 25));
            Box::new(move || plan_merge(&document, &entries).new_text().len())
        },
    },
    Work {
        name: "remove",
        prepare: |size| {
            let document = Document::parse(files::config(size));
            let name = files::name(size / 2);
            Box::new(move || plan_remove(&document, &name).new_text().len())
        },
    },
    Work {
        name: "convert",
        prepare: |size| {
            let document = Document::parse(files::config(size));
            let names: Vec<String> = (0..size).map(files::name).collect();
            Box::new(move || {
                let names = names.iter().map(String::as_str);
                plan_convert(&document, names, SignInForm::Legacy)
                    .map_or(0, |plan| plan.new_text().len())
            })
        },
    },
    Work {
        name: "diff",
        prepare: |size| {
            let document = Document::parse(files::config(size));
            let plan = plan_merge(&document, &files::changes(size));
            Box::new(move || plan.hunks(3).len() + plan.to_patch("a", "b").len())
        },
    },
    Work {
        name: "block",
        prepare: |size| {
            let entries = files::entries(size);
            Box::new(move || block::write(&entries).len())
        },
    },
    Work {
        name: "cache",
        prepare: |size| {
            let text = files::cache(size);
            Box::new(move || pieces(&text).len())
        },
    },
    Work { name: "listing", prepare: |size| Box::new(move || listing::roles(size)) },
];
