//! What a person has chosen of the catalog, how it is to be named, and the block that follows from it.
//!
//! Not here: the catalog and the sign-in. The block is made anew whenever something it depends on changes, so it is
//! there from the first choice on.

use super::catalog::{Catalog, RoleKey};
use super::options::Options;
use super::rows::Rows;
use super::search::sorted;
use onramp_domain::Region;
use onramp_domain::block;
use onramp_domain::entry::{Entry, Session};
use onramp_domain::names::{BadConfigName, ProfileName};
use onramp_domain::profile_names::{Role, Template, TemplateError};
use std::collections::HashSet;
use std::rc::Rc;

/// Choice and options.
#[derive(Debug)]
pub struct Choice {
    filter: String,
    rows: Rc<Rows>,
    chosen: Rc<HashSet<RoleKey>>,
    /// Whether everything that is shown is chosen. Kept, since drawing must not walk a long list.
    all_shown_are_chosen: bool,
    chosen_by: ChosenBy,
    options: Options,
    /// A name typed for one role; it goes with that role.
    own_name: Option<(RoleKey, String)>,
    /// What the block holds; nothing where there is none.
    entries: Vec<Entry>,
    block: Block,
}

/// Who chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChosenBy {
    /// The person.
    Person,
    /// The page, because there is only one role.
    Page,
}

/// What is to be copied.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Nothing is chosen.
    Empty,
    /// The text, and the profiles in it.
    Ready {
        /// Exactly what belongs in the file.
        text: Rc<str>,
        /// Its profiles' names, in order.
        profiles: Rc<[ProfileName]>,
    },
    /// A name is wrong; the last block is not shown, for it would have another name.
    Fault(NamingFault),
}

/// Why there is no block.
#[derive(Clone, Debug, PartialEq)]
pub enum NamingFault {
    /// The one profile's name.
    Name(BadConfigName),
    /// The template.
    Template(TemplateError),
}

/// Which of the two naming fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamingField {
    /// The one profile's name.
    Name,
    /// The template for several.
    Template,
}

impl Default for Choice {
    fn default() -> Choice {
        Choice {
            filter: String::new(),
            rows: Rc::default(),
            chosen: Rc::default(),
            all_shown_are_chosen: false,
            chosen_by: ChosenBy::Person,
            options: Options::default(),
            own_name: None,
            entries: Vec::new(),
            block: Block::Empty,
        }
    }
}

impl Choice {
    /// The filter's text.
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// The list as it is shown.
    pub fn rows(&self) -> &Rc<Rows> {
        &self.rows
    }

    /// The chosen roles.
    pub fn chosen(&self) -> &Rc<HashSet<RoleKey>> {
        &self.chosen
    }

    /// Who chose them.
    pub fn chosen_by(&self) -> ChosenBy {
        self.chosen_by
    }

    /// The block.
    pub fn block(&self) -> &Block {
        &self.block
    }

    /// What the block holds.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How profiles are written.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The same, to be chosen.
    pub fn options_mut(&mut self) -> &mut Options {
        &mut self.options
    }

    /// Which naming field there is for what is chosen, and what stands in it.
    pub fn naming(&self) -> (NamingField, &str) {
        let single = self.chosen.len() == 1;
        match (&self.own_name, &self.block) {
            (Some((key, name)), _) if single && self.chosen.contains(key) => {
                (NamingField::Name, name)
            }
            (_, Block::Ready { profiles, .. }) if single => {
                (NamingField::Name, profiles.first().map_or("", ProfileName::as_str))
            }
            _ => (NamingField::Template, self.options.template()),
        }
    }

    /// The filter changed.
    pub fn enter_filter(&mut self, text: String, catalog: &Catalog) {
        self.filter = text;
        self.show(catalog);
    }

    /// The catalog changed.
    pub fn show(&mut self, catalog: &Catalog) {
        self.rows = Rc::new(Rows::new(catalog, &self.filter));
        self.look_for_all();
    }

    /// One role's checkbox was pressed.
    pub fn toggle(&mut self, key: RoleKey) {
        self.chosen_by = ChosenBy::Person;
        let chosen = Rc::make_mut(&mut self.chosen);
        if !chosen.remove(&key) {
            chosen.insert(key);
        }
        self.look_for_all();
    }

    /// All that is shown becomes chosen; or, where it all is, not chosen any more. The rest stays as it is.
    pub fn toggle_shown(&mut self) {
        self.chosen_by = ChosenBy::Person;
        let all = self.all_shown_are_chosen;
        let chosen = Rc::make_mut(&mut self.chosen);
        for key in self.rows.keys() {
            if all {
                chosen.remove(&key);
            } else {
                chosen.insert(key);
            }
        }
        self.look_for_all();
    }

    /// Whether everything that is shown is chosen, and something is.
    pub fn all_shown_are_chosen(&self) -> bool {
        self.all_shown_are_chosen
    }

    /// Nothing is chosen any more.
    pub fn clear(&mut self) {
        self.chosen = Rc::default();
        self.chosen_by = ChosenBy::Person;
        self.look_for_all();
    }

    /// The page chooses the only role there is.
    pub fn choose_sole(&mut self, key: RoleKey) {
        self.chosen = Rc::new(HashSet::from([key]));
        self.chosen_by = ChosenBy::Page;
        self.look_for_all();
    }

    /// A link asked for these, wherever they are in the catalog: by account, by role, or by both.
    pub fn preselect(&mut self, catalog: &Catalog, account: Option<&str>, role: Option<&str>) {
        let chosen = Rc::make_mut(&mut self.chosen);
        for listed in catalog
            .iter()
            .filter(|listed| account.is_none_or(|id| listed.account().id.as_str() == id))
        {
            let wanted =
                listed.roles().filter(|name| role.is_none_or(|role| name.as_str() == role));
            chosen.extend(
                wanted.map(|name| RoleKey { account: listed.account().id, role: name.clone() }),
            );
        }
        self.look_for_all();
    }

    /// What is chosen and no longer listed is dropped.
    pub fn keep_listed(&mut self, catalog: &Catalog) {
        let listed: HashSet<RoleKey> = all_keys(catalog).collect();
        if !self.chosen.is_subset(&listed) {
            Rc::make_mut(&mut self.chosen).retain(|key| listed.contains(key));
            self.look_for_all();
        }
    }

    /// A naming field changed.
    pub fn enter_name(&mut self, field: NamingField, text: String) {
        match field {
            NamingField::Name => {
                self.own_name = self.chosen.iter().next().map(|key| (key.clone(), text));
            }
            NamingField::Template => self.options.enter_template(text),
        }
    }

    /// Makes the block anew.
    pub fn write(
        &mut self,
        catalog: &Catalog,
        session: Option<&Rc<Session>>,
        sso_region: Option<&Region>,
    ) {
        self.entries.clear();
        self.block = match session {
            Some(session) if !self.chosen.is_empty() => {
                match self.written(catalog, session, sso_region) {
                    Ok((profiles, entries)) => {
                        self.entries = entries;
                        Block::Ready { text: block::write(&self.entries).into(), profiles }
                    }
                    Err(fault) => Block::Fault(fault),
                }
            }
            Some(_) | None => Block::Empty,
        };
    }

    fn look_for_all(&mut self) {
        let roles = self.rows.roles();
        self.all_shown_are_chosen = roles > 0
            && roles <= self.chosen.len()
            && self.rows.keys().all(|key| self.chosen.contains(&key));
    }

    fn written(
        &self,
        catalog: &Catalog,
        session: &Rc<Session>,
        sso_region: Option<&Region>,
    ) -> Result<(Rc<[ProfileName]>, Vec<Entry>), NamingFault> {
        let accounts = sorted(catalog.iter().map(|listed| listed.order()));
        let roles: Vec<Role<'_>> = accounts
            .into_iter()
            .map(|place| catalog.at(place))
            .flat_map(|listed| listed.roles().map(|role| (listed.account(), role)))
            .filter(|(account, role)| {
                self.chosen.contains(&RoleKey { account: account.id, role: (*role).clone() })
            })
            .map(|(account, role)| Role {
                account_id: &account.id,
                account_name: &account.name,
                email: &account.email,
                role_name: role,
            })
            .collect();
        let profiles: Rc<[ProfileName]> = match &self.own_name {
            Some((key, name)) if roles.len() == 1 && self.chosen.contains(key) => {
                Rc::new([ProfileName::parse(name).map_err(NamingFault::Name)?])
            }
            Some(_) | None => {
                let template =
                    Template::parse(self.options.template()).map_err(NamingFault::Template)?;
                template.names(session.name.as_str(), roles.iter().copied(), []).into()
            }
        };
        let entries = roles
            .iter()
            .zip(profiles.iter())
            .map(|(role, profile)| {
                let key = RoleKey { account: *role.account_id, role: role.role_name.clone() };
                self.options.entry(session, key, profile.clone(), sso_region)
            })
            .collect();
        Ok((profiles, entries))
    }
}

fn all_keys(catalog: &Catalog) -> impl Iterator<Item = RoleKey> {
    catalog.iter().flat_map(|listed| {
        listed.roles().map(|role| RoleKey { account: listed.account().id, role: role.clone() })
    })
}

#[cfg(test)]
mod tests;
