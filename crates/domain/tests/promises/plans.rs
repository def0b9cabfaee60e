//! What a plan says of itself, against what it does.
//!
//! Not here: what it should do.

use onramp_domain::config::{Change, Line, LineEnding, Plan};

/// A plan's changes and its patch say what it does.
pub(crate) fn plan_names_every_line(plan: &Plan) {
    check_names_every_line(plan);
    assert_eq!(patched(plan.document().as_str(), &plan.to_patch("a", "b")), plan.new_text());
    assert_eq!(plan.is_empty(), plan.changes().next().is_none());
}

/// What a plan's changes say, against what it does.
fn check_names_every_line(plan: &Plan) {
    let old: Vec<_> = plan.document().lines().map(|line| (line.text(), line.ending())).collect();
    let after = plan.apply();
    let mut new = after.lines();
    let mut next = 0;
    for change in plan.changes() {
        let (Change::Changed { line, .. } | Change::Removed { line, .. } | Change::Ended { line }) =
            change
        else {
            if let Change::Added { line, new: text } = change {
                for there in new.by_ref() {
                    if there.number() == line {
                        assert_eq!(there.text(), text);
                        break;
                    }
                    assert_eq!(
                        (there.text(), there.ending()),
                        old[next],
                        "line {line} of the new text"
                    );
                    next += 1;
                }
            }
            continue;
        };
        while next + 1 < line.get() {
            let there = new.next().expect("a line that is not named stays");
            assert_eq!((there.text(), there.ending()), old[next]);
            next += 1;
        }
        next += 1;
        match change {
            Change::Changed { old: before, new: text, .. } => {
                assert_eq!(before, old[next - 1].0);
                assert_eq!(new.next().map(Line::text), Some(text));
            }
            Change::Removed { old: before, .. } => assert_eq!(before, old[next - 1].0),
            Change::Ended { .. } => {
                assert_eq!(old[next - 1].1, LineEnding::Missing);
                assert_eq!(new.next().map(Line::text), Some(old[next - 1].0));
            }
            Change::MarkRemoved | Change::Added { .. } => unreachable!("handled above"),
        }
    }
    let rest: Vec<_> = new.map(|line| (line.text(), line.ending())).collect();
    assert_eq!(rest, old[next..]);
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
