//! An account as it is listed: its roles by name, ready to be searched, with what the company's rules say of each.

use onramp_domain::host_config::{RoleRules, Rules};
use onramp_domain::listing::{Account, Roles};
use onramp_domain::search::fold;
use onramp_domain::sort::sort_by;
use onramp_domain::{AccountId, RoleName};
use std::rc::Rc;

/// One role in one account: what a person chooses.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RoleKey {
    pub account: AccountId,
    pub role: RoleName,
}

/// An account of the catalog.
#[derive(Debug)]
pub struct Listed {
    pub account: Rc<Account>,
    /// Name, id and address in lower case.
    texts: [Box<str>; 3],
    /// By name.
    pub roles: Vec<ListedRole>,
    /// How many more the company's rules hide.
    pub left_out: usize,
}

/// One of its roles.
#[derive(Debug)]
pub struct ListedRole {
    pub key: RoleKey,
    text: Box<str>,
    /// What the company's rules say about it. They are asked once, when the role is listed.
    pub rules: Rc<RoleRules>,
}

impl ListedRole {
    /// Whether the company wants it chosen.
    pub fn is_preselected(&self) -> bool {
        self.rules.preselected == Some(true)
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
        let mut last = Rc::new(RoleRules::default());
        let mut roles = Vec::with_capacity(account.role_names.len());
        for role in account.role_names.iter() {
            let of_role = rules.for_role(&account.role(role));
            if of_role.hidden == Some(true) && hidden == Hidden::LeftOut {
                left_out += 1;
                continue;
            }
            if of_role != *last {
                last = Rc::new(of_role);
            }
            let key = RoleKey { account: account.id, role: role.clone() };
            let text = fold(role.as_str()).into();
            roles.push(ListedRole { key, text, rules: Rc::clone(&last) });
        }
        sort_by(&mut roles, |one, other| (&one.text, &one.key).cmp(&(&other.text, &other.key)));
        let texts =
            [&*account.name, account.id.as_str(), &*account.email].map(|text| fold(text).into());
        Listed { account: Rc::clone(account), texts, roles, left_out }
    }

    /// Whether more roles may come.
    pub fn is_arriving(&self) -> bool {
        matches!(self.account.roles, Roles::Pending | Roles::Arriving)
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

/// How well a text answers a word: 3 at the text's beginning, 2 at a word's, 1 within, 0 nowhere. Both are folded.
fn rank(text: &str, word: &str) -> u32 {
    match text.find(word) {
        None => 0,
        Some(0) => 3,
        Some(at) if text[..at].ends_with(divides_words) => 2,
        Some(_) => 1,
    }
}

fn divides_words(letter: char) -> bool {
    letter.is_whitespace() || letter.is_ascii_punctuation()
}
