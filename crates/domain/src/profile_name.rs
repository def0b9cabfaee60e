//! Profile names made from a template, distinct and working in every SDK.
//!
//! A template is text with placeholders `{account_id}`, `{account_name}`, `{account_email}`, `{role_name}`,
//! `{session}`; each may have filters, applied from left to right: `|lower`, `|slug`, `|short`, `|without:TEXT`. `{{` and `}}`
//! stand for braces. The AWS CLI's own proposal is [`Template::CLI_DEFAULT`].
//!
//! Source: the AWS SDK for Rust's `env_config` (names); granted 825, aws-sso-util 16, aws-sso-cli 740 (collisions).

mod filter;
mod portable;
mod template;

use crate::names::{AccountId, ProfileName, RoleName};
use filter::Filter;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use template::{Part, Placeholder};

/// A role as a name sees it.
#[derive(Clone, Copy, Debug)]
pub struct Role<'a> {
    /// The account's id.
    pub account_id: &'a AccountId,
    /// The account's name, as the company gave it.
    pub account_name: &'a str,
    /// The address of the account's root user.
    pub email: &'a str,
    /// The role's name.
    pub role_name: &'a RoleName,
}

/// A template that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(Vec<Part>);

impl Template {
    /// What `aws configure sso` proposes.
    pub const CLI_DEFAULT: &str = "{role_name}-{account_id}";

    /// Reads a template.
    ///
    /// # Errors
    /// The first fault, with its place.
    pub fn parse(template: &str) -> Result<Template, TemplateError> {
        template::parse(template).map(Template)
    }

    /// The roles' names by this template, as [`names`] makes them.
    pub fn names<'a>(
        &self,
        session: &str,
        roles: impl IntoIterator<Item = Role<'a>>,
        existing: impl IntoIterator<Item = &'a str>,
    ) -> Vec<ProfileName> {
        names(session, roles.into_iter().map(|role| (self, role)), existing)
    }

    fn name(&self, role: &Role<'_>, session: &str) -> String {
        let name: String = self.0.iter().map(|part| part.text(role, session)).collect();
        let name = portable::portable(&name);
        if name.is_empty() {
            portable::portable(&format!("{}-{}", role.role_name, role.account_id))
        } else {
            name
        }
    }
}

/// The names of roles, each by its own template, in their order. No two are the same, and none is one of `existing`,
/// nor `default`.
///
/// Names that collide get `-{account_id}`, those that still do `-{role_name}` too: all of them, so that a name doesn't
/// depend on the order. A role that is listed twice has nothing else to be told by; its second name is numbered. Linear
/// in the number of roles.
pub fn names<'t, 'a>(
    session: &str,
    roles: impl IntoIterator<Item = (&'t Template, Role<'a>)>,
    existing: impl IntoIterator<Item = &'a str>,
) -> Vec<ProfileName> {
    let name = |(template, role): (&Template, Role<'a>)| (template.name(&role, session), role);
    let (mut names, roles): (Vec<String>, Vec<Role<'a>>) = roles.into_iter().map(name).unzip();
    // What every command without a profile uses is nobody's by accident.
    let existing: HashSet<&str> = existing.into_iter().chain(["default"]).collect();
    tell_apart(&mut names, &roles, &existing);
    names.into_iter().map(ProfileName::of_portable).collect()
}

impl Part {
    fn text<'a>(&'a self, role: &Role<'a>, session: &'a str) -> Cow<'a, str> {
        match self {
            Part::Text(text) => Cow::Borrowed(text),
            Part::Placeholder(placeholder, filters) => {
                let value = placeholder.of(role, session);
                if filters.is_empty() {
                    Cow::Borrowed(value)
                } else {
                    Cow::Owned(filtered(value, filters))
                }
            }
        }
    }
}

fn filtered(value: &str, filters: &[Filter]) -> String {
    filters.iter().fold(value.to_owned(), |value, filter| filter.apply(&value))
}

/// [`Self::CLI_DEFAULT`].
impl Default for Template {
    fn default() -> Template {
        Template(vec![
            Part::Placeholder(Placeholder::RoleName, vec![]),
            Part::Text("-".to_owned()),
            Part::Placeholder(Placeholder::AccountId, vec![]),
        ])
    }
}

/// What is wrong with a template. Places are characters from its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// Nothing there.
    #[error("the template is empty")]
    Empty,
    /// No placeholder of this name.
    #[error("unknown placeholder at {at}")]
    UnknownPlaceholder {
        /// Where its name begins.
        at: usize,
        /// The one that was probably meant.
        nearest: Option<&'static str>,
    },
    /// No filter of this name, or one with text that takes none.
    #[error("unknown filter at {at}")]
    UnknownFilter {
        /// Where its name begins.
        at: usize,
        /// The one that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A `{` without its `}`.
    #[error("the brace at {at} is not closed")]
    Unclosed {
        /// Where it stands.
        at: usize,
    },
    /// A `}` without its `{`.
    #[error("the brace at {at} closes nothing")]
    StrayBrace {
        /// Where it stands.
        at: usize,
    },
}

fn tell_apart(names: &mut [String], roles: &[Role<'_>], existing: &HashSet<&str>) {
    let Some(with_account) = colliding(names, existing) else { return };
    for ((name, role), collides) in names.iter_mut().zip(roles).zip(&with_account) {
        if *collides {
            name.push('-');
            name.push_str(role.account_id.as_str());
        }
    }
    let Some(still) = colliding(names, existing) else { return };
    let longer = with_account.iter().zip(&still).map(|(before, now)| *before && *now);
    for ((name, role), collides) in names.iter_mut().zip(roles).zip(longer) {
        if collides {
            *name = portable::portable(&format!("{name}-{}", role.role_name));
        }
    }
    if colliding(names, existing).is_some() {
        number(names, existing);
    }
}

/// Which names collide with another or with an existing one; `None` where none does, as mostly.
fn colliding(names: &[String], existing: &HashSet<&str>) -> Option<Vec<bool>> {
    let mut count: HashMap<&str, usize> = HashMap::with_capacity(names.len());
    for name in names {
        *count.entry(name).or_default() += 1;
    }
    let taken = |name: &&str| existing.contains(name);
    if count.len() == names.len() && !count.keys().any(taken) {
        return None;
    }
    Some(names.iter().map(|name| count[name.as_str()] > 1 || taken(&name.as_str())).collect())
}

/// Adds `-2`, `-3`, … to names that are still taken, the first of them keeping its own.
fn number(names: &mut [String], existing: &HashSet<&str>) {
    // Every name that is taken, with the number to try next; 0 as long as nobody has it.
    let mut taken: HashMap<String, usize> = names.iter().map(|name| (name.clone(), 0)).collect();
    for name in names {
        let next = taken.entry(name.clone()).or_default();
        let is_first = *next == 0 && !existing.contains(name.as_str());
        let mut number = (*next).max(2);
        if !is_first {
            while existing.contains(numbered(name, number).as_str())
                || taken.contains_key(&numbered(name, number))
            {
                number += 1;
            }
        }
        taken.insert(name.clone(), number);
        if !is_first {
            let free = numbered(name, number);
            taken.insert(free.clone(), 0);
            *name = free;
        }
    }
}

fn numbered(name: &str, number: usize) -> String {
    format!("{name}-{number}")
}

#[cfg(test)]
mod tests;
