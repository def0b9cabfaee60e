//! An account as it is listed: its roles by name, ready to be searched, with what the company's rules say of each.

use super::search::{fold, rank};
use onramp_domain::entry::OutputFormat;
use onramp_domain::host_config::{Property, RoleRules, Rules};
use onramp_domain::listing::{Account, Roles};
use onramp_domain::names::ConfigValue;
use onramp_domain::profile_name::{Role, Template};
use onramp_domain::sort::sort_by;
use onramp_domain::{AccountId, RoleName};
use std::rc::Rc;

/// One role in one account: what a person chooses.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RoleKey {
    /// The account.
    pub account: AccountId,
    /// The role.
    pub role: RoleName,
}

/// An account of the catalog.
#[derive(Debug)]
pub struct Listed {
    account: Rc<Account>,
    /// Name, id and address in lower case.
    texts: [Box<str>; 3],
    roles: Vec<ListedRole>,
    /// How many of its roles the company's rules hide.
    left_out: usize,
}

/// One of its roles.
#[derive(Debug)]
pub struct ListedRole {
    name: RoleName,
    text: Box<str>,
    by_company: Rc<ByCompany>,
}

/// What the company's rules say about a role. It is asked of them once, when the role is listed.
#[derive(Debug, Default, PartialEq)]
pub struct ByCompany {
    /// How its profile is named.
    pub name: Option<Template>,
    /// Its profile's region.
    pub region: Option<ConfigValue>,
    /// Its profile's output format.
    pub output: Option<OutputFormat>,
    /// More lines for its profile.
    pub properties: Rc<[Property]>,
    /// Whether it is chosen at first.
    pub is_preselected: bool,
    pub is_recommended: bool,
    /// What to mind with it.
    pub warning: Option<Rc<str>>,
}

impl ByCompany {
    fn new(rules: RoleRules<'_>) -> ByCompany {
        ByCompany {
            name: rules.name.cloned(),
            region: rules.region.map(ConfigValue::from),
            output: rules.output,
            properties: rules.properties.into(),
            is_preselected: rules.is_preselected,
            is_recommended: rules.is_recommended,
            warning: rules.warning.map(Rc::from),
        }
    }
}

/// Whether roles that the company's rules hide are in the catalog.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hidden {
    #[default]
    LeftOut,
    Shown,
}

impl Listed {
    pub fn new(account: &Rc<Account>, rules: &Rules, hidden: Hidden) -> Listed {
        let mut left_out = 0;
        // Most roles have the same rules as the one before.
        let mut last = (RoleRules::default(), Rc::new(ByCompany::default()));
        let mut roles = Vec::with_capacity(account.role_names().len());
        for role_name in account.role_names() {
            let of_role = rules.for_role(&role(account, role_name));
            if of_role.is_hidden && hidden == Hidden::LeftOut {
                left_out += 1;
                continue;
            }
            if of_role != last.0 {
                last = (of_role.clone(), Rc::new(ByCompany::new(of_role)));
            }
            let text = fold(role_name.as_str()).into();
            let by_company = Rc::clone(&last.1);
            roles.push(ListedRole { name: role_name.clone(), text, by_company });
        }
        sort_by(&mut roles, |one, other| (&one.text, &one.name).cmp(&(&other.text, &other.name)));
        let texts =
            [&*account.name, account.id.as_str(), &*account.email].map(|text| fold(text).into());
        Listed { account: Rc::clone(account), texts, roles, left_out }
    }

    /// The account.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// Whether it is made of just this, and so still right.
    pub fn is_of(&self, account: &Rc<Account>) -> bool {
        Rc::ptr_eq(&self.account, account)
    }

    /// How many of its roles are left out since the company's rules hide them.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// Its roles by name.
    pub fn roles(&self) -> impl ExactSizeIterator<Item = &RoleName> + Clone {
        self.roles.iter().map(|role| &role.name)
    }

    /// The role at this place.
    pub fn key(&self, place: usize) -> Option<RoleKey> {
        let role = self.roles.get(place)?;
        Some(RoleKey { account: self.account.id, role: role.name.clone() })
    }

    /// What the company's rules say of the role at this place.
    pub fn by_company(&self, place: usize) -> &ByCompany {
        &self.roles[place].by_company
    }

    /// The role at this place, as a name sees it.
    pub fn role(&self, place: usize) -> Role<'_> {
        role(&self.account, &self.roles[place].name)
    }

    /// Whether more roles may come.
    pub fn is_arriving(&self) -> bool {
        matches!(self.account.roles, Roles::Pending | Roles::Arriving(_))
    }

    /// Which roles meet all words, and how well the account and they do; `None` where the account is not to be shown.
    pub fn meets(&self, words: &[String]) -> Option<(u32, Vec<usize>)> {
        // Words that the account itself answers are met by every role of it; the others each role has to meet.
        let mut score = 0;
        let mut open: Vec<&str> = Vec::new();
        for word in words {
            match self.texts.iter().map(|text| rank(text, word)).max().unwrap_or_default() {
                0 => open.push(word),
                rank => score += rank,
            }
        }
        let mut best = 0;
        let mut met = Vec::new();
        for (place, role) in self.roles.iter().enumerate() {
            let ranks = open.iter().map(|word| rank(&role.text, word));
            if let Some(sum) = ranks.map(|rank| (rank > 0).then_some(rank)).sum::<Option<u32>>() {
                best = best.max(sum);
                met.push(place);
            }
        }
        // An account without roles is shown, too; not one whose roles are all hidden.
        let is_shown = !met.is_empty() || (open.is_empty() && self.left_out == 0);
        is_shown.then_some((score + best, met))
    }

    /// Accounts stand by name, equal names by id.
    pub fn order(&self) -> (&str, &str) {
        (&self.texts[0], self.account.id.as_str())
    }
}

fn role<'a>(account: &'a Account, role_name: &'a RoleName) -> Role<'a> {
    let (account_name, email) = (&*account.name, &*account.email);
    Role { account_id: &account.id, account_name, email, role_name }
}
