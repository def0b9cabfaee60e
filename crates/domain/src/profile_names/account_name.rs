//! A template read backwards: which account's name a profile's name was made from.
//!
//! Not here: what follows from that.

use super::template::{Part, Placeholder};
use super::{Role, Template, filtered};
use crate::names::is_portable;

/// What stands in a name where the template has the account's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountNameIn<'a> {
    /// The account's present name.
    Present,
    /// This, which is another.
    Other(&'a str),
    /// The name doesn't follow the template.
    NotFollowed,
}

impl Template {
    /// Whether it has the account's name in exactly one place.
    pub fn has_account_name_once(&self) -> bool {
        self.0.iter().filter(|part| is_account_name(part)).count() == 1
    }

    /// An account's name as it comes to stand in a profile's; empty where the template has none.
    pub fn account_name(&self, account_name: &str) -> String {
        let part = self.0.iter().find(|part| is_account_name(part));
        match part {
            Some(Part::Placeholder(_, filters)) => filtered(account_name, filters),
            Some(Part::Text(_)) | None => String::new(),
        }
    }

    /// Looks in a profile's name for the account's. For templates that have it once; and only names that the template
    /// makes without changing a character more are taken to follow it.
    pub fn account_name_in<'n>(
        &self,
        name: &'n str,
        role: &Role<'_>,
        session: &str,
    ) -> AccountNameIn<'n> {
        let Some(place) = self.0.iter().position(is_account_name) else {
            return AccountNameIn::NotFollowed;
        };
        let [before, after] = [&self.0[..place], &self.0[place + 1..]]
            .map(|parts| parts.iter().map(|part| part.text(role, session)).collect::<String>());
        let is_plain = before.chars().chain(after.chars()).all(is_portable);
        let middle = name.strip_prefix(&*before).and_then(|rest| rest.strip_suffix(&*after));
        match middle.filter(|middle| is_plain && !middle.is_empty()) {
            Some(middle) if middle == self.account_name(role.account_name) => {
                AccountNameIn::Present
            }
            Some(middle) => AccountNameIn::Other(middle),
            None => AccountNameIn::NotFollowed,
        }
    }
}

fn is_account_name(part: &Part) -> bool {
    matches!(part, Part::Placeholder(Placeholder::AccountName, _))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AccountId, RoleName};

    #[track_caller]
    fn check(template: &str, name: &str, expected: AccountNameIn<'_>) {
        let template = Template::parse(template).unwrap();
        let account_id = AccountId::parse("000000000042").unwrap();
        let role_name = RoleName::parse("Dev").unwrap();
        let role = Role {
            account_id: &account_id,
            account_name: "Data Lake",
            email: "",
            role_name: &role_name,
        };
        assert_eq!(template.account_name_in(name, &role, "corp"), expected);
    }

    #[test]
    fn what_stands_in_the_accounts_place_is_its_name_or_another() {
        check("{account_name|slug}-{role_name}", "data-lake-Dev", AccountNameIn::Present);
        check("{account_name|slug}-{role_name}", "swamp-Dev", AccountNameIn::Other("swamp"));
        check("{session}/{account_name|slug}", "corp/swamp", AccountNameIn::Other("swamp"));
    }

    #[test]
    fn what_does_not_follow_the_template_tells_nothing() {
        check("{account_name|slug}-{role_name}", "swamp-Ops", AccountNameIn::NotFollowed);
        check("{account_name|slug}-{role_name}", "-Dev", AccountNameIn::NotFollowed);
        check("{role_name}-{account_id}", "Dev-000000000042", AccountNameIn::NotFollowed);
        check("a b {account_name|slug}", "a b swamp", AccountNameIn::NotFollowed);
    }
}
