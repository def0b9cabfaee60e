//! The profiles that follow from what is chosen: their names, and what is written for each.

use super::options::Options;
use crate::screens::setup::choose::Choose;
use crate::screens::setup::choose::catalog::RoleKey;
use onramp_domain::Region;
use onramp_domain::entry::{Entry, SsoSession};
use onramp_domain::names::{BadConfigName, ConfigValue, ProfileName};
use onramp_domain::profile_name::{Role, Template, TemplateError};
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
    /// The one profile's name.
    Name(BadConfigName),
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

    /// The profiles of what is chosen.
    pub fn of(
        choose: &Choose,
        options: &Options,
        own_name: Option<&(RoleKey, String)>,
        session: &Rc<SsoSession>,
        sso_region: &Region,
    ) -> Result<Rc<[Entry]>, NamingError> {
        let chosen = |key: &RoleKey| choose.selection.contains(key);
        let roles: Vec<(RoleKey, Role<'_>)> = choose
            .catalog
            .sorted()
            .into_iter()
            .flat_map(|listed| listed.roles().map(|role| (listed.account(), role)))
            .map(|(account, role)| {
                let key = RoleKey { account: account.id, role: role.clone() };
                let role = Role {
                    account_id: &account.id,
                    account_name: &account.name,
                    email: &account.email,
                    role_name: role,
                };
                (key, role)
            })
            .filter(|(key, _)| chosen(key))
            .collect();
        let names: Vec<ProfileName> = match own_name {
            Some((key, name)) if roles.len() == 1 && chosen(key) => {
                vec![ProfileName::parse(name).map_err(NamingError::Name)?]
            }
            Some(_) | None => {
                let template = Template::parse(&options.template).map_err(NamingError::Template)?;
                template.names(session.name.as_str(), roles.iter().map(|(_, role)| *role), [])
            }
        };
        let region = options.default_region(Some(sso_region)).map(ConfigValue::from);
        let entry = |((key, _), profile): ((RoleKey, Role<'_>), ProfileName)| Entry {
            format: options.format,
            profile,
            session: Rc::clone(session),
            account_id: key.account,
            role_name: key.role,
            region: region.clone(),
            output: options.output,
        };
        Ok(roles.into_iter().zip(names).map(entry).collect())
    }
}

/// The role that a profile is for.
pub fn role_of(entry: &Entry) -> RoleKey {
    RoleKey { account: entry.account_id, role: entry.role_name.clone() }
}

#[cfg(test)]
mod tests;
