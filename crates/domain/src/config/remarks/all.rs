//! All fixes together, as one plan.
//!
//! Not here: single fixes, and remarks without one.
//!
//! Fixes go in rounds. A round takes those that touch different lines, all worked out for the same text; the next one
//! looks at what came of it. What decides how the file is read comes first, since it decides what is said about the
//! rest; what takes something away for being unused comes last.

use super::{Remark, RemarkKind};
use crate::config::document::Document;
use crate::config::plan::{Plan, PlanBuilder};
use std::collections::HashSet;

/// More rounds than this no file needs that a person has written.
const MOST_ROUNDS: usize = 16;

/// Several fixes as one change.
#[derive(Clone, Debug)]
pub struct Fixes {
    /// The change.
    pub plan: Plan,
    /// How many fixes are in it.
    pub done: usize,
    /// How many are not, because each round brought new ones.
    pub left: usize,
}

/// When a fix's turn is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Reading,
    Values,
    LeftOvers,
}

pub(super) fn plan(document: &Document, look: &dyn Fn(&Document) -> Vec<Remark>) -> Fixes {
    let mut all = PlanBuilder::new(document).finish();
    let (mut done, mut now) = (0, document.clone());
    let mut remarks = look(&now);
    for _ in 0..MOST_ROUNDS {
        let Some((plan, fixed)) = round(&now, &remarks) else { break };
        all = if done == 0 { plan } else { all.then(&plan) };
        now = all.apply();
        done += fixed;
        remarks = look(&now);
    }
    let left = remarks.iter().filter(|remark| remark.is_fixable()).count();
    Fixes { plan: all, done, left }
}

/// The fixes whose turn it is and that do not touch each other, and how many they are.
fn round(document: &Document, remarks: &[Remark]) -> Option<(Plan, usize)> {
    let fixable = || remarks.iter().filter(|remark| remark.is_fixable());
    let turn = fixable().map(|remark| turn(&remark.kind)).min()?;
    let mut touched = HashSet::new();
    let (mut plan, mut fixed) = (PlanBuilder::new(document), 0);
    for fix in fixable().filter(|remark| self::turn(&remark.kind) == turn) {
        let Some(fix) = fix.fix().filter(|fix| !fix.is_empty()) else { continue };
        if fix.touched().any(|line| touched.contains(&line)) {
            continue;
        }
        touched.extend(fix.touched());
        plan.take_in(&fix);
        fixed += 1;
    }
    (fixed > 0).then(|| (plan.finish(), fixed))
}

fn turn(kind: &RemarkKind) -> Turn {
    match kind {
        RemarkKind::Refused(_)
        | RemarkKind::NotAProfile { .. }
        | RemarkKind::Nameless { .. }
        | RemarkKind::HeaderInValue
        | RemarkKind::SettingInValue { .. }
        | RemarkKind::Odd(_)
        | RemarkKind::PrefixInCredentials { .. } => Turn::Reading,
        RemarkKind::SessionUnused { .. } | RemarkKind::MixedLineEndings => Turn::LeftOvers,
        _ => Turn::Values,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{plan_fixes, remarks};
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expect: Expect) {
        let Fixes { plan, done, left } = plan_fixes(&Document::parse(text), None);
        let text = plan.new_text().replace('\r', "\\r");
        expect.assert_eq(&format!("{done} done, {left} left\n{text}"));
    }

    #[test]
    fn all_fixes_are_one_change() {
        check(
            "nonsense\n[dev]\nsso_session = corp\nregion = eu-west-1 # home\noutput = \"json\"\nsso_region = us-east-1\n[sso-session corp]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n",
            expect![[r#"
                5 done, 0 left
                # nonsense
                [profile dev]
                sso_session = corp
                # home
                region = eu-west-1
                output = json
                [sso-session corp]
                sso_start_url = https://acme.awsapps.com/start
                sso_region = eu-west-1
            "#]],
        );
    }

    #[test]
    fn several_of_one_header_become_one() {
        check(
            "[profile a]\nregion = eu-west-1\n[profile a]\noutput = json\n[profile a]\nregion = eu-west-2\n",
            expect![[r#"
                2 done, 0 left
                [profile a]
                output = json
                region = eu-west-2
            "#]],
        );
    }

    #[test]
    fn of_headers_and_keys_that_would_become_equal_one_is_put_right() {
        check(
            "[profile a]\rsso_session = corp\r  [profile d]\rregion = x\r  [profile d]\r",
            expect![[r#"
                1 done, 0 left
                [profile a]\rsso_session = corp\r[profile d]\rregion = x\r  [profile d]\r"#]],
        );
        check(
            "[profile a]\nrole_arn = corp\n  region = x\noutput = json\n  region = y\n",
            expect![[r#"
                1 done, 0 left
                [profile a]
                role_arn = corp
                region = x
                output = json
                  region = y
            "#]],
        );
    }

    #[test]
    fn where_nothing_can_be_fixed_nothing_changes() {
        check(
            "[profile a]\nsso_session = corp\n",
            expect![[r#"
            0 done, 0 left
            [profile a]
            sso_session = corp
        "#]],
        );
    }

    proptest! {
        /// Whatever the file: no fix is left, and the CLI refuses it for no more reasons than before.
        #[test]
        fn nothing_fixable_is_left(
            lines in prop::collection::vec(prop::sample::select(vec![
                "[profile a]", "[profile b]", "[a]", "[ profile c ]", "[sso-session corp]", "region = x", "# c", "",
                "  s3 = 1", "sso_session = corp", "stray", "region = “y”", "Region = eu-west-1 # home", "= 1",
                "  [profile d]", "sso_account_id = 111-122-223-333", "\u{feff}[profile\u{a0}e]", "  region = x",
                "sso_start_url = https://acme.awsapps.com/start", "sso_region = eu-wst-1", "output = 'json'",
            ]), 0..14),
            ending in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        ) {
            let document = Document::parse(lines.join(ending));
            let Fixes { plan, left, .. } = plan_fixes(&document, None);
            prop_assert_eq!(left, 0);
            let after = plan.apply();
            let refused = |document: &Document| {
                let kinds = remarks(document, None).into_iter();
                kinds.filter(|remark| matches!(remark.kind(), RemarkKind::Refused(_))).count()
            };
            prop_assert!(refused(&after) <= refused(&document));
        }
    }
}
