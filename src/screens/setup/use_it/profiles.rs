//! The profiles that follow from what is chosen: their names, and what is written for each.

use super::options::Options;
use super::own::Own;
use crate::screens::setup::choose::Choose;
use crate::screens::setup::choose::catalog::RoleKey;
use crate::screens::setup::choose::listed::ByCompany;
use onramp_domain::Region;
use onramp_domain::entry::{Entry, SsoSession};
use onramp_domain::names::{BadConfigName, ConfigValue, ProfileName};
use onramp_domain::profile_name::{self, Role, Template, TemplateError};
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

    /// The profiles of what is chosen. What holds for all gives way to the company's rules for a role, and they to what
    /// the person wants for it alone.
    pub fn of(
        choose: &Choose,
        options: &Options,
        own: &HashMap<RoleKey, Own>,
        session: &Rc<SsoSession>,
        sso_region: &Region,
    ) -> Result<Rc<[Entry]>, NamingError> {
        let mut chosen = Vec::with_capacity(choose.selection.len());
        for listed in choose.catalog.sorted() {
            for (place, role) in listed.roles().enumerate() {
                let key = RoleKey { account: listed.account().id, role: role.clone() };
                if choose.selection.contains(&key) {
                    let (own, by_company) = (own.get(&key), listed.by_company(place));
                    chosen.push(Chosen { key, role: listed.role(place), by_company, own });
                }
            }
        }
        let names = names(&chosen, &options.template, session.name.as_str())?;
        let region = options.default_region(Some(sso_region)).map(ConfigValue::from);
        let entry = |(chosen, profile): (Chosen<'_>, ProfileName)| Entry {
            format: options.format,
            profile,
            session: Rc::clone(session),
            account_id: chosen.key.account,
            role_name: chosen.key.role,
            region: match chosen.own.and_then(|own| own.region.as_ref()) {
                Some(own) => own.as_ref().map(ConfigValue::from),
                None => chosen.by_company.region.clone().or_else(|| region.clone()),
            },
            output: chosen.by_company.output.or(options.output),
            extra: Rc::clone(&chosen.by_company.properties),
        };
        Ok(chosen.into_iter().zip(names).map(entry).collect())
    }
}

/// A chosen role, and what is said about it.
struct Chosen<'a> {
    key: RoleKey,
    role: Role<'a>,
    by_company: &'a ByCompany,
    own: Option<&'a Own>,
}

/// Their profiles' names, in their order, no two the same: those that people typed, and the others by template.
fn names(
    chosen: &[Chosen<'_>],
    template: &str,
    session: &str,
) -> Result<Vec<ProfileName>, NamingError> {
    let mut taken = HashSet::new();
    let mut own_names = Vec::with_capacity(chosen.len());
    for Chosen { key, own, .. } in chosen {
        let name = own.and_then(|own| own.name.as_ref()).map(|text| ProfileName::parse(text));
        let name = name.transpose().map_err(|error| NamingError::Name(key.clone(), error))?;
        if let Some(name) = &name
            && !taken.insert(name.clone())
        {
            return Err(NamingError::Taken(key.clone(), name.clone()));
        }
        own_names.push(name);
    }
    let template = Template::parse(template).map_err(NamingError::Template);
    let mut by_template = Vec::with_capacity(chosen.len());
    for (chosen, own_name) in chosen.iter().zip(&own_names) {
        if own_name.is_none() {
            let template = match &chosen.by_company.name {
                Some(template) => template,
                None => template.as_ref().map_err(NamingError::clone)?,
            };
            by_template.push((template, chosen.role));
        }
    }
    let taken = taken.iter().map(ProfileName::as_str);
    let mut names = profile_name::names(session, by_template, taken).into_iter();
    Ok(own_names.into_iter().filter_map(|own_name| own_name.or_else(|| names.next())).collect())
}

/// The role that a profile is for.
pub fn role_of(entry: &Entry) -> RoleKey {
    RoleKey { account: entry.account_id, role: entry.role_name.clone() }
}

#[cfg(test)]
mod tests;
