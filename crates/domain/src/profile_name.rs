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
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use template::Part;

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

    fn name(&self, role: &Role<'_>, session: &str) -> String {
        let mut name = String::with_capacity(64);
        for part in &self.0 {
            match part {
                Part::Text(text) => name.push_str(text),
                Part::Placeholder(placeholder, filters) => {
                    let value = Cow::Borrowed(placeholder.of(role, session));
                    let filtered = filters
                        .iter()
                        .fold(value, |value, filter| Cow::Owned(filter.apply(&value)));
                    name.push_str(&filtered);
                }
            }
        }
        let name = portable::portable(name);
        if name.is_empty() {
            portable::portable(format!("{}-{}", role.role_name, role.account_id))
        } else {
            name
        }
    }
}

/// The names of roles, each by its template, in their order. No two are the same, and none is one of `existing`,
/// nor `default`.
///
/// Names that collide get `-{account_id}`, those that still do `-{role_name}` too: all of them, so that a name doesn't
/// depend on the order. A role that is listed twice has nothing else to be told by; its second name is numbered. Linear
/// in the number of roles.
pub fn names(
    session: &str,
    roles: &[(&Template, Role<'_>)],
    mut existing: HashSet<Cow<'_, str>>,
) -> Vec<ProfileName> {
    // What every command without a profile uses is nobody's by accident.
    existing.insert("default".into());
    let mut names: Vec<String> =
        roles.iter().map(|(template, role)| template.name(role, session)).collect();
    let with_account = colliding(&names, &existing);
    for place in &with_account {
        let account_id = roles[*place].1.account_id;
        names[*place].push('-');
        names[*place].push_str(account_id.as_str());
    }
    if !with_account.is_empty() {
        let still = colliding(&names, &existing);
        for place in with_account.into_iter().filter(|place| still.binary_search(place).is_ok()) {
            let longer = format!("{}-{}", names[place], roles[place].1.role_name);
            names[place] = portable::portable(longer);
        }
        if !colliding(&names, &existing).is_empty() {
            number(&mut names, &existing);
        }
    }
    names.iter().map(|name| ProfileName::of_portable(name)).collect()
}

/// [`Self::CLI_DEFAULT`].
impl Default for Template {
    fn default() -> Template {
        Template(template::parse(Template::CLI_DEFAULT).unwrap_or_default())
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

/// The places of names that collide with another or with an existing one.
fn colliding(names: &[String], existing: &HashSet<Cow<'_, str>>) -> Vec<usize> {
    let mut first: HashMap<Cow<'_, str>, usize> = HashMap::with_capacity(names.len());
    let mut collides = vec![false; names.len()];
    for (place, name) in names.iter().enumerate() {
        let of_name = *first.entry(name.into()).or_insert(place);
        if of_name != place || existing.contains(name.as_str()) {
            collides[of_name] = true;
            collides[place] = true;
        }
    }
    (0..names.len()).filter(|place| collides[*place]).collect()
}

/// Adds `-2`, `-3`, … to names that are still taken, the first of them keeping its own.
fn number(names: &mut [String], existing: &HashSet<Cow<'_, str>>) {
    let before = names.to_vec();
    // Every name, with the number to try next; 0 as long as nobody has it.
    let mut taken: HashMap<Cow<'_, str>, usize> =
        before.iter().map(|name| (name.into(), 0)).collect();
    for (name, old) in names.iter_mut().zip(&before) {
        let mut next = taken.get(old.as_str()).copied().unwrap_or_default();
        if next > 0 || existing.contains(old.as_str()) {
            next = next.max(2);
            *name = format!("{old}-{next}");
            while existing.contains(name.as_str()) || taken.contains_key(name.as_str()) {
                next += 1;
                *name = format!("{old}-{next}");
            }
        }
        taken.insert(old.into(), next.max(1) + 1);
    }
}

#[cfg(test)]
mod tests;
