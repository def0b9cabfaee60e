//! What is measured, by name.
//!
//! Not here: the files and lists that it is done with.

use super::{files, listing};
use onramp_domain::block;
use onramp_domain::cache_file;
use onramp_domain::config::{self, Document, Editor, SignInForm, conflicts};
use onramp_domain::lint::lint;

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
        name: "lint",
        prepare: |size| {
            let document = Document::parse(files::config(size));
            Box::new(move || lint(&document, None).len())
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
            let editor = Editor::new(Document::parse(files::config(size)));
            let entries = files::entries(size / 25);
            Box::new(move || length_after(&editor, |editor| editor.merge(&entries)))
        },
    },
    Work {
        name: "remove",
        prepare: |size| {
            let editor = Editor::new(Document::parse(files::config(size)));
            let name = files::name(size / 2);
            Box::new(move || length_after(&editor, |editor| editor.remove_profiles(&[&*name])))
        },
    },
    Work {
        name: "convert",
        prepare: |size| {
            let editor = Editor::new(Document::parse(files::config(size)));
            let names: Vec<String> = (0..size).map(files::name).collect();
            Box::new(move || {
                length_after(&editor, |editor| {
                    let names = names.iter().map(String::as_str);
                    let _ = editor.convert(names, SignInForm::Legacy);
                })
            })
        },
    },
    Work {
        name: "diff",
        prepare: |size| {
            let mut editor = Editor::new(Document::parse(files::config(size)));
            editor.merge(&files::changes(size));
            Box::new(move || editor.hunks(3).len() + editor.to_patch("a", "b").len())
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
            Box::new(move || cache_file::check(&text).len())
        },
    },
    Work { name: "listing", prepare: |size| Box::new(move || listing::roles(size)) },
];

/// The session goes on being as it was: only the clone is edited.
fn length_after(editor: &Editor, edit: impl FnOnce(&mut Editor)) -> usize {
    let mut editor = editor.clone();
    edit(&mut editor);
    editor.document().as_str().len()
}
