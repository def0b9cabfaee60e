//! The profiles that follow from what is chosen: their names, and what is written for each.

use super::options::Options;
use super::state::Own;
use crate::screens::setup::choose::Choose;
use crate::screens::setup::choose::catalog::RoleKey;
use onramp_domain::Region;
use onramp_domain::entry::{Entry, SsoSession};
use onramp_domain::names::{BadConfigName, ConfigValue, ProfileName};
use onramp_domain::profile_name::{Role, Template, TemplateError};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// The profiles, or why there are none.
#[derive(Clone, Debug, PartialEq)]
pub enum Profiles {
    /// These, in the list's order; none where nothing is chosen.
    Named(Rc<[Entry]>),
    /// A name is wrong. The last good ones are not shown, for they would have other names.
    Misnamed(NamingError),
}

/// What is wrong with a name.
#[derive(Clone, Debug, PartialEq)]
pub enum NamingError {
    /// This role's own name.
    Name(RoleKey, BadConfigName),
    /// Another profile has this role's own name.
    Taken(RoleKey, ProfileName),
    /// The template.
    Template(TemplateError),
}

impl Default for Profiles {
    fn default() -> Profiles {
        Profiles::Named(Rc::new([]))
    }
}

impl Profiles {
    /// What is written for each; nothing where a name is wrong.
    pub fn entries(&self) -> &[Entry] {
        match self {
            Profiles::Named(entries) => entries,
            Profiles::Misnamed(_) => &[],
        }
    }

    /// The same, to be kept; `None` where there are none.
    pub fn named(&self) -> Option<Rc<[Entry]>> {
        match self {
            Profiles::Named(entries) if !entries.is_empty() => Some(Rc::clone(entries)),
            Profiles::Named(_) | Profiles::Misnamed(_) => None,
        }
    }

    /// The profiles of what is chosen.
    pub fn of(
        choose: &Choose,
        options: &Options,
        own: &HashMap<RoleKey, Own>,
        session: &Rc<SsoSession>,
        sso_region: &Region,
    ) -> Result<Rc<[Entry]>, NamingError> {
        let mut roles = Vec::with_capacity(choose.selection.len());
        for listed in choose.catalog.sorted() {
            let account = listed.account();
            for role_name in listed.roles() {
                let key = RoleKey { account: account.id, role: role_name.clone() };
                if choose.selection.contains(&key) {
                    let (account_name, email) = (&*account.name, &*account.email);
                    let role = Role { account_id: &account.id, account_name, email, role_name };
                    roles.push((own.get(&key), key, role));
                }
            }
        }
        let own_names = own_names(roles.iter().map(|(own, key, _)| (*own, key)))?;
        let taken: Vec<&str> = own_names.iter().flatten().map(ProfileName::as_str).collect();
        let template = Template::parse(&options.template);
        let others = || own_names.iter().zip(&roles).filter(|(own_name, _)| own_name.is_none());
        let others = others().map(|(_, (_, _, role))| *role);
        let mut names = match template {
            Ok(template) => template.names(session.name.as_str(), others, taken).into_iter(),
            Err(error) if others.count() > 0 => return Err(NamingError::Template(error)),
            Err(_) => Vec::new().into_iter(),
        };
        let region = options.default_region(Some(sso_region)).map(ConfigValue::from);
        let entry = |((own, key, _), own_name): ((Option<&Own>, RoleKey, _), Option<_>)| {
            let own_region = own.and_then(|own| own.region.as_ref());
            Some(Entry {
                format: options.format,
                profile: own_name.or_else(|| names.next())?,
                session: Rc::clone(session),
                account_id: key.account,
                role_name: key.role,
                region: own_region
                    .map_or_else(|| region.clone(), |own| own.as_ref().map(ConfigValue::from)),
                output: options.output,
            })
        };
        Ok(roles.into_iter().zip(own_names).filter_map(entry).collect())
    }
}

/// The names that people typed, where they did.
fn own_names<'a>(
    roles: impl Iterator<Item = (Option<&'a Own>, &'a RoleKey)>,
) -> Result<Vec<Option<ProfileName>>, NamingError> {
    let mut taken = HashSet::new();
    let name = |(own, key): (Option<&Own>, &RoleKey)| {
        let Some(text) = own.and_then(|own| own.name.as_ref()) else { return Ok(None) };
        let name =
            ProfileName::parse(text).map_err(|error| NamingError::Name(key.clone(), error))?;
        match taken.insert(name.clone()) {
            true => Ok(Some(name)),
            false => Err(NamingError::Taken(key.clone(), name)),
        }
    };
    roles.map(name).collect()
}

/// The role that a profile is for.
pub fn role_of(entry: &Entry) -> RoleKey {
    RoleKey { account: entry.account_id, role: entry.role_name.clone() }
}

#[cfg(test)]
mod tests;
