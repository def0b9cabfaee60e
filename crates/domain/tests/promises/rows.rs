//! What an edit session shows of itself, against what it did.

use onramp_domain::config::{DiffKind, Document, Editor, LineEnding};

/// A session's hunks and its patch say what it did.
pub(crate) fn rows_name_every_line(editor: &Editor) {
    check_hunks(editor);
    let (old, new) = (editor.base().as_str(), editor.document().as_str());
    assert_eq!(patched(old, &editor.to_patch("a", "b")), new);
    assert_eq!(editor.is_changed(), !editor.hunks(0).is_empty());
}

/// Every line that no hunk names is in both texts, byte for byte and with its end.
fn check_hunks(editor: &Editor) {
    let (old, new) = (lines(editor.base()), lines(editor.document()));
    let (mut old_next, mut new_next) = (0, 0);
    for hunk in editor.hunks(0) {
        for line in hunk {
            let (before, now) = (line.old.map(|it| it.get() - 1), line.new.map(|it| it.get() - 1));
            assert_eq!(before.is_none(), line.kind == DiffKind::Added);
            assert_eq!(now.is_none(), line.kind == DiffKind::Removed);
            while before.is_some_and(|before| old_next < before)
                || now.is_some_and(|now| new_next < now)
            {
                assert_eq!(old[old_next], new[new_next]);
                (old_next, new_next) = (old_next + 1, new_next + 1);
            }
            let there = before.map(|before| &old[before]).or(now.map(|now| &new[now]));
            assert_eq!(there, Some(&(line.text.to_owned(), line.ending)));
            old_next += usize::from(before.is_some());
            new_next += usize::from(now.is_some());
        }
    }
    assert_eq!(old[old_next..], new[new_next..]);
}

/// A text's lines, the first with the byte order mark.
fn lines(document: &Document) -> Vec<(String, LineEnding)> {
    let mark: String = document.as_str().chars().take_while(|c| *c == '\u{feff}').collect();
    let mut lines: Vec<_> =
        document.lines().map(|line| (line.text().to_owned(), line.ending())).collect();
    match lines.first_mut() {
        Some((first, _)) => first.insert_str(0, &mark),
        None if mark.is_empty() => {}
        None => lines.push((mark, LineEnding::Missing)),
    }
    lines
}

/// Carries a unified patch out, as `patch` does.
fn patched(old: &str, patch: &str) -> String {
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let mut new = String::new();
    let mut next = 0;
    let mut lines = patch.split_inclusive('\n').skip(2).peekable();
    while let Some(line) = lines.next() {
        if let Some(header) = line.strip_prefix("@@ -") {
            let numbers: Vec<usize> =
                header.split([',', ' ', '+']).filter_map(|number| number.parse().ok()).collect();
            let start = if numbers[1] == 0 { numbers[0] } else { numbers[0] - 1 };
            new.extend(old[next..start].iter().copied());
            next = start;
            continue;
        }
        let unended = lines.next_if(|next| next.starts_with('\\')).is_some();
        let text = if unended { line.strip_suffix('\n').unwrap() } else { line };
        match text.split_at(1) {
            (" " | "-", text) if old[next] != text => {
                panic!("{text:?} for {:?}", old[next])
            }
            (" ", text) => (new.push_str(text), next += 1).1,
            ("-", _) => next += 1,
            ("+", text) => new.push_str(text),
            other => panic!("{other:?}"),
        }
    }
    new.extend(old[next..].iter().copied());
    new
}
