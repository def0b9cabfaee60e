//! The profiles that follow from what is chosen: their names, and what is written for each.

use super::options::Options;
use crate::screens::setup::choose::listed::{Listed, ListedRole};
use crate::screens::setup::choose::{Choose, RoleKey};
use onramp_domain::Region;
use onramp_domain::entry::{Entry, SsoSession};
use onramp_domain::names::{BadConfigName, ConfigValue, ProfileName};
use onramp_domain::profile_name::{Template, TemplateError, names};
use std::rc::Rc;

/// What a person wants for one role alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    pub key: RoleKey,
    /// Its profile's name, as it was typed.
    pub name: Option<String>,
    /// Its region, or that there is to be none.
    pub region: Option<Option<Region>>,
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

/// The profiles of what is chosen, in the list's order, no two of one name. What holds for all gives way to the
/// company's rules for a role, and they to what the person wants for it alone; a name by template gives way to one that
/// was typed.
pub fn profiles(
    choose: &Choose,
    options: &Options,
    own: &[Own],
    session: &Rc<SsoSession>,
) -> Result<Rc<[Entry]>, NamingError> {
    let listed = choose.catalog.sorted();
    let roles = listed.into_iter().flat_map(|it| it.roles.iter().map(move |role| (it, role)));
    let chosen: Vec<(&Rc<Listed>, &ListedRole)> =
        roles.filter(|(_, role)| choose.selection.contains(&role.key)).collect();
    let for_all = Template::parse(&options.template).map_err(NamingError::Template);
    let (mut typed, mut by_template) = (Vec::new(), Vec::new());
    for (listed, ListedRole { key, rules, .. }) in &chosen {
        let own_name = of_role(own, key).and_then(|own| own.name.as_deref());
        if let Some(text) = own_name {
            let name = ProfileName::parse(text);
            let name = name.map_err(|error| NamingError::Name(key.clone(), error))?;
            if typed.contains(&Some(name.clone())) {
                return Err(NamingError::Taken(key.clone(), name));
            }
            typed.push(Some(name));
        } else {
            let of_role = rules.name.as_deref().map(Ok);
            let template = of_role.unwrap_or(for_all.as_ref()).map_err(NamingError::clone)?;
            by_template.push((template, listed.account.role(&key.role)));
            typed.push(None);
        }
    }
    let taken = typed.iter().flatten().map(|name| name.as_str().into()).collect();
    let mut names = names(session.name.as_str(), &by_template, taken).into_iter();
    let region = options.region(session);
    let entry = |((_, role), typed): ((_, &ListedRole), Option<ProfileName>)| {
        Some(Entry {
            format: options.format,
            profile: typed.or_else(|| names.next())?,
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
    Ok(chosen.into_iter().zip(typed).filter_map(entry).collect())
}

/// What is wanted for this role alone. Few have any.
pub fn of_role<'a>(all: &'a [Own], key: &RoleKey) -> Option<&'a Own> {
    all.iter().find(|own| own.key == *key)
}

/// The role that a profile is for.
pub fn role_of(entry: &Entry) -> RoleKey {
    RoleKey { account: entry.account_id, role: entry.role_name.clone() }
}

#[cfg(test)]
mod tests;
