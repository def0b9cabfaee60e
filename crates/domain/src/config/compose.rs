//! Two plans as one: what several edits, one after another, change in the document that came first.
//!
//! Not here: comparing two texts. Where each line comes from is known, so nothing is guessed.

use super::document::Document;
use super::line::LineEnding;
use super::patch::RowKind;
use super::plan::{Plan, PlanBuilder};
use std::ops::Range;

impl Plan {
    /// What this plan and then `next` change together. `next` is one for the document that this plan makes.
    ///
    /// What one of them adds and the other removes is no change, and neither is a line that goes and comes again in
    /// its old place. New lines end as this plan's document has it, even where the first plan left none of its lines
    /// to go by. Linear in the documents' lengths.
    #[must_use]
    pub fn then(&self, next: &Plan) -> Plan {
        let first = self.origins(self.document(), next.document().lines().len());
        let result = next.apply();
        let second = next.origins(next.document(), result.lines().len());
        let origin = |line: usize| first.get((*second.get(line)?)?).copied().flatten();
        let mut merge = Rows {
            base: self.document(),
            result: &result,
            plan: PlanBuilder::new(self.document()),
        };
        // The first lines of either document that are not dealt with yet.
        let (mut old, mut new) = (0, 0);
        for line in 0..result.lines().len() {
            if let Some(kept) = origin(line).filter(|kept| *kept >= old) {
                merge.changed(old..kept, new..line);
                merge.kept(kept, line);
                (old, new) = (kept + 1, line + 1);
            }
        }
        merge.changed(old..self.document().lines().len(), new..result.lines().len());
        if !result.has_byte_order_mark() {
            merge.plan.remove_mark();
        }
        merge.plan.finish()
    }

    /// For each of so many lines of the new text, which line of the old text it is; `None` for a new one.
    fn origins(&self, old: &Document, new_lines: usize) -> Vec<Option<usize>> {
        let mut origins = Vec::with_capacity(new_lines);
        let mut next = 0;
        for hunk in self.hunks(0) {
            origins.extend((next..hunk.old.start).map(Some));
            next = hunk.old.end;
            let added = hunk.rows.iter().filter(|row| row.kind == RowKind::Added).count();
            origins.extend(std::iter::repeat_n(None, added));
        }
        origins.extend((next..old.lines().len()).map(Some));
        origins
    }
}

/// What is the same and what is not, line by line.
struct Rows<'d> {
    base: &'d Document,
    result: &'d Document,
    plan: PlanBuilder,
}

impl Rows<'_> {
    /// These lines of the old text go, and those of the new one come in their place.
    fn changed(&mut self, mut old: Range<usize>, mut new: Range<usize>) {
        while !old.is_empty() && !new.is_empty() && self.is_same(old.start, new.start) {
            self.kept(old.start, new.start);
            (old.start, new.start) = (old.start + 1, new.start + 1);
        }
        while !old.is_empty() && !new.is_empty() && self.is_same(old.end - 1, new.end - 1) {
            (old.end, new.end) = (old.end - 1, new.end - 1);
            self.kept(old.end, new.end);
        }
        let changed = old.len().min(new.len());
        for (line, new) in old.clone().zip(new.clone()) {
            let text = self.result.line(new).text();
            if self.is_re_ended(line, new) {
                self.plan.insert(line, [text]);
                self.plan.delete(line);
            } else {
                self.plan.replace(line, [text]);
            }
        }
        old.clone().skip(changed).for_each(|line| self.plan.delete(line));
        for line in new.skip(changed) {
            self.plan.insert(old.end, [self.result.line(line).text()]);
        }
    }

    /// A line that is in both, though one that ended the text may have got its line break.
    fn kept(&mut self, old: usize, new: usize) {
        let (before, now) = (self.base.line(old), self.result.line(new));
        let is_last = old + 1 == self.base.lines().len();
        let is_last_in_both = is_last && new + 1 == self.result.lines().len();
        if is_last_in_both && before.ending() != now.ending() {
            self.plan.replace(old, [before.text()]);
        }
    }

    fn is_same(&self, old: usize, new: usize) -> bool {
        let is_same_text = self.base.line(old).text() == self.result.line(new).text();
        is_same_text && !self.is_re_ended(old, new)
    }

    /// Whether a line that came in another's place ends as new lines do, where that one did not.
    fn is_re_ended(&self, old: usize, new: usize) -> bool {
        let (before, now) = (self.base.line(old).ending(), self.result.line(new).ending());
        before != now && before != LineEnding::Missing && now == self.base.line_ending()
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::entry;
    use super::super::{RemarkKind, plan_merge, plan_remove, remarks};
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    /// Carries the steps out one by one, and shows what they come to.
    #[track_caller]
    fn check(text: &str, steps: &[fn(&Document) -> Plan], expect: Expect) {
        let all = compose(text, steps);
        expect.assert_eq(&all.to_patch("a", "b"));
    }

    #[track_caller]
    fn compose(text: &str, steps: &[fn(&Document) -> Plan]) -> Plan {
        let base = Document::parse(text);
        let mut all = steps[0](&base);
        let mut document = all.apply();
        for step in &steps[1..] {
            let plan = step(&document);
            all = all.then(&plan);
            document = all.apply();
            assert_eq!(lines(&document), lines(&plan.apply()));
        }
        all
    }

    fn lines(document: &Document) -> Vec<&str> {
        document.lines().map(super::super::Line::text).collect()
    }

    fn merge_new(document: &Document) -> Plan {
        plan_merge(document, [&entry("new")])
    }

    fn merge_a(document: &Document) -> Plan {
        plan_merge(document, [&entry("a")])
    }

    fn remove_new(document: &Document) -> Plan {
        plan_remove(document, "new")
    }

    fn remove_a(document: &Document) -> Plan {
        plan_remove(document, "a")
    }

    fn fix_first(document: &Document) -> Plan {
        let fix = remarks(document, None).into_iter().find_map(|remark| remark.fix());
        fix.unwrap_or_else(|| PlanBuilder::new(document).finish())
    }

    fn fix_endings(document: &Document) -> Plan {
        let remarks = remarks(document, None).into_iter();
        let mut mixed = remarks.filter(|remark| *remark.kind() == RemarkKind::MixedLineEndings);
        mixed.find_map(|remark| remark.fix()).unwrap_or_else(|| PlanBuilder::new(document).finish())
    }

    const TWO: &str = "[profile a]\nregion = x\n\n[profile b]\nregion = y\n";

    #[test]
    fn two_edits_are_one_change() {
        check(
            TWO,
            &[merge_new, remove_a],
            expect![[r#"
            --- a
            +++ b
            @@ -1,5 +1,10 @@
            -[profile a]
            -region = x
            -
             [profile b]
             region = y
            +[profile new]
            +sso_session = corp
            +sso_account_id = 111122223333
            +sso_role_name = Dev
            +[sso-session corp]
            +sso_start_url = https://d-1234567890.awsapps.com/start
            +sso_region = eu-west-1
            +sso_registration_scopes = sso:account:access
        "#]],
        );
    }

    #[test]
    fn what_goes_again_is_no_change() {
        check(TWO, &[merge_new, remove_new], expect![""]);
        check("", &[merge_new, remove_new], expect![""]);
        check(
            "[profile b]\nregion = y",
            &[merge_new, remove_new],
            expect![[r#"
            --- a
            +++ b
            @@ -1,2 +1,2 @@
             [profile b]
            -region = y
            \ No newline at end of file
            +region = y
        "#]],
        );
    }

    #[test]
    fn a_mark_goes_with_the_first_change() {
        check(
            "\u{feff}[profile a]\nregion = x\n",
            &[fix_first, merge_new, remove_a],
            expect![[r#"
            --- a
            +++ b
            @@ -1,2 +1,8 @@
            -﻿[profile a]
            -region = x
            +[profile new]
            +sso_session = corp
            +sso_account_id = 111122223333
            +sso_role_name = Dev
            +[sso-session corp]
            +sso_start_url = https://d-1234567890.awsapps.com/start
            +sso_region = eu-west-1
            +sso_registration_scopes = sso:account:access
        "#]],
        );
    }

    #[test]
    fn line_endings_that_were_made_one_stay_so() {
        let text = "[profile a]\r\nregion = x\n\n[profile b]\r\nregion = y # z\n";
        let all = compose(text, &[fix_endings, remove_a, fix_first]);
        assert_eq!(all.new_text(), "[profile b]\n# z\nregion = y\n");
        let all = compose(text, &[remove_a, fix_endings]);
        assert_eq!(all.new_text(), "[profile b]\nregion = y # z\n");
    }

    proptest! {
        /// Whatever is done, the one change makes the lines that the single ones made.
        #[test]
        fn together_they_make_what_they_made_one_by_one(
            lines in prop::collection::vec(prop::sample::select(vec![
                "[profile a]", "[profile b]", "[profile new]", "[sso-session corp]", "region = x", "# c", "",
                "  s3 = 1", "sso_session = corp", "stray", "region = “y”", "\u{feff}[a]",
            ]), 0..9),
            ending in prop::sample::select(vec!["\n", "\r\n", "\r"]),
            last in prop::sample::select(vec!["", "\n"]),
            steps in prop::collection::vec(prop::sample::select(vec![
                merge_new as fn(&Document) -> Plan, merge_a, remove_new, remove_a, fix_first, fix_endings,
            ]), 1..6),
        ) {
            let text = lines.join(ending) + if last.is_empty() { "" } else { ending };
            compose(&text, &steps);
        }
    }
}
