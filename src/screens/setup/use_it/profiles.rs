//! The profiles that follow from what is chosen: their names, and what is written for each.

use super::options::Options;
use super::own::{Own, of_role};
use crate::screens::setup::choose::Choose;
use crate::screens::setup::choose::catalog::RoleKey;
use crate::screens::setup::choose::listed::{Listed, ListedRole};
use onramp_domain::Region;
use onramp_domain::entry::{Entry, SsoSession};
use onramp_domain::names::{BadConfigName, ConfigValue, ProfileName};
use onramp_domain::profile_name::{Template, TemplateError, names};
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

    /// The profiles of what is chosen, no two of one name. What holds for all gives way to the company's rules for a
    /// role, and they to what the person wants for it alone; a name by template gives way to one that was typed.
    pub fn of(
        choose: &Choose,
        options: &Options,
        own: &[Own],
        session: &Rc<SsoSession>,
        sso_region: &Region,
    ) -> Result<Rc<[Entry]>, NamingError> {
        let listed = choose.catalog.sorted();
        let roles = listed.into_iter().flat_map(|it| it.roles.iter().map(move |role| (it, role)));
        let chosen: Vec<(&Rc<Listed>, &ListedRole)> =
            roles.filter(|(_, role)| choose.selection.contains(&role.key)).collect();
        let typed = |key: &RoleKey| of_role(own, key)?.name.as_deref();
        let mut taken = Vec::new();
        for (_, ListedRole { key, .. }) in &chosen {
            let Some(text) = typed(key) else { continue };
            let name = ProfileName::parse(text);
            let name = name.map_err(|error| NamingError::Name(key.clone(), error))?;
            if taken.contains(&name) {
                return Err(NamingError::Taken(key.clone(), name));
            }
            taken.push(name);
        }
        let for_all = Template::parse(&options.template).map_err(NamingError::Template);
        let mut by_template = Vec::with_capacity(chosen.len());
        for (listed, role) in chosen.iter().filter(|(_, role)| typed(&role.key).is_none()) {
            let template = match &role.rules.name {
                Some(template) => template,
                None => for_all.as_ref().map_err(NamingError::clone)?,
            };
            by_template.push((template, listed.account.role(&role.key.role)));
        }
        let taken = taken.iter().map(|name| name.as_str().into()).collect();
        let mut names = names(session.name.as_str(), &by_template, taken).into_iter();
        let region = options.default_region(Some(sso_region)).map(ConfigValue::from);
        let entry = |(_, role): (_, &ListedRole)| {
            let profile = match typed(&role.key) {
                Some(text) => ProfileName::parse(text).ok(),
                None => names.next(),
            };
            Some(Entry {
                format: options.format,
                profile: profile?,
                session: Rc::clone(session),
                account_id: role.key.account,
                role_name: role.key.role.clone(),
                region: match of_role(own, &role.key).and_then(|own| own.region.as_ref()) {
                    Some(own) => own.as_ref().map(ConfigValue::from),
                    None => role.rules.region.clone().or_else(|| region.clone()),
                },
                output: role.rules.output.or(options.output),
                extra: Rc::clone(&role.rules.properties),
            })
        };
        Ok(chosen.into_iter().filter_map(entry).collect())
    }
}

/// The role that a profile is for.
pub fn role_of(entry: &Entry) -> RoleKey {
    RoleKey { account: entry.account_id, role: entry.role_name.clone() }
}

#[cfg(test)]
mod tests;
