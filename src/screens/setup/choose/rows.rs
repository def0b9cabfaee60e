//! The list as it is shown: grouped by account, sorted, filtered. It is built anew when the filter or the catalog
//! changes, and everything else only points at it.

use super::catalog::{Catalog, Listed, RoleKey};
use onramp_domain::search::fold;
use onramp_domain::sort::sort_by;
use std::rc::Rc;

/// What the list shows, from top to bottom.
#[derive(Debug, Default)]
pub struct Rows {
    pub lines: Vec<Row>,
    /// How many of them are roles.
    pub roles: usize,
}

/// One line of the list.
#[derive(Clone, Debug)]
pub enum Row {
    /// An account's heading, and how many of its roles are shown.
    Account(Rc<Listed>, usize),
    /// One of its roles, by its place.
    Role(Rc<Listed>, usize),
}

impl Row {
    /// The role, where the row is one.
    pub fn key(&self) -> Option<&RoleKey> {
        match self {
            Row::Account(..) => None,
            Row::Role(listed, place) => Some(&listed.roles[*place].key),
        }
    }

    /// Whether there is something to press in it.
    pub fn has_control(&self) -> bool {
        !matches!(self, Row::Account(_, 0))
    }
}

impl Rows {
    /// Sorts and filters. Every word of the filter must stand in the account's name, id or address, or in the role's
    /// name; accounts in which the words stand at the beginning come first.
    pub fn new(catalog: &Catalog, filter: &str) -> Rows {
        let words: Vec<String> = filter.split_whitespace().map(fold).collect();
        let mut groups: Vec<(u32, Vec<usize>, &Rc<Listed>)> = catalog
            .iter()
            .filter_map(|listed| listed.meets(&words).map(|(score, roles)| (score, roles, listed)))
            .collect();
        sort_by(&mut groups, |(score, _, one), (other_score, _, other)| {
            other_score.cmp(score).then_with(|| one.order().cmp(&other.order()))
        });
        let mut rows = Rows::default();
        for (_, roles, listed) in groups {
            rows.roles += roles.len();
            rows.lines.push(Row::Account(Rc::clone(listed), roles.len()));
            rows.lines.extend(roles.into_iter().map(|place| Row::Role(Rc::clone(listed), place)));
        }
        rows
    }

    /// The roles that are shown.
    pub fn keys(&self) -> Vec<&RoleKey> {
        self.lines.iter().filter_map(Row::key).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::setup::accounts;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(filter: &str, expect: Expect) {
        let mut catalog = Catalog::default();
        catalog.refresh(&accounts(&[
            ("222222222222", "Zoë's Sandbox", &["Admin", "AWSReadOnlyAccess"]),
            ("111111111111", "Data Production", &["Billing_View", "Admin"]),
            ("333333333333", "data lake", &["Dev"]),
        ]));
        let lines: Vec<String> = Rows::new(&catalog, filter)
            .lines
            .iter()
            .map(|row| match row {
                Row::Account(listed, _) => listed.account.name.to_string(),
                Row::Role(..) => format!("  {}", row.key().unwrap().role),
            })
            .collect();
        expect.assert_eq(&lines.join("\n"));
    }

    #[test]
    fn without_a_filter_all_stand_by_name() {
        check(
            "",
            expect![[r#"
                data lake
                  Dev
                Data Production
                  Admin
                  Billing_View
                Zoë's Sandbox
                  Admin
                  AWSReadOnlyAccess"#]],
        );
    }

    #[test]
    fn every_word_must_be_met_by_the_account_or_the_role() {
        check("data adm", expect!["Data Production\n  Admin"]);
        check("2222 read", expect!["Zoë's Sandbox\n  AWSReadOnlyAccess"]);
        check("read aws+2222@", expect!["Zoë's Sandbox\n  AWSReadOnlyAccess"]);
        check("ZOE read", expect!["Zoë's Sandbox\n  AWSReadOnlyAccess"]);
        check("nothing", expect![""]);
    }

    #[test]
    fn what_begins_with_the_word_comes_first() {
        check(
            "v",
            expect![[r#"
                Data Production
                  Billing_View
                data lake
                  Dev"#]],
        );
        check("lake", expect!["data lake\n  Dev"]);
    }
}
