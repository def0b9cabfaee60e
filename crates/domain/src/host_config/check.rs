//! Reading every value of `onramp.json`: what is wrong, and where.

use super::{HostConfig, TextKind, Wrong, property};
use crate::{Partition, Region};

/// A value that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {wrong}")]
pub struct HostConfigProblem {
    /// Where it stands: `rules[2].region`.
    pub path: String,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is given each text: its path, what it must be, and the text.
pub type Visit<'a> = &'a mut dyn FnMut(&str, TextKind, &mut Option<String>);

impl<R> HostConfig<R> {
    /// Gives every text of the file, in the order of its keys.
    pub fn visit_texts(&mut self, visit: Visit<'_>) {
        const LABEL: TextKind = TextKind::Line(60);
        const SENTENCE: TextKind = TextKind::Line(200);
        visit("name", LABEL, &mut self.name);
        visit("logo", TextKind::Logo, &mut self.logo);
        visit("accent", TextKind::Colour, &mut self.accent);
        visit("notice", SENTENCE, &mut self.notice);
        visit("support.text", LABEL, &mut self.support.text);
        visit("support.link", TextKind::Link, &mut self.support.link);
        visit("start_url", TextKind::StartUrl, &mut self.start_url);
        visit("region", TextKind::Region, &mut self.region);
        visit("session_name", TextKind::SessionName, &mut self.session_name);
        for (place, session) in self.sessions.iter_mut().enumerate() {
            let mut visit =
                |key, kind, text| visit(&format!("sessions[{place}].{key}"), kind, text);
            visit("label", LABEL, &mut session.label);
            visit("start_url", TextKind::StartUrl, &mut session.start_url);
            visit("region", TextKind::Region, &mut session.region);
            visit("name", TextKind::SessionName, &mut session.name);
        }
        visit("default_region", TextKind::Region, &mut self.default_region);
        visit("output", TextKind::Output, &mut self.output);
        visit("profile_name_template", TextKind::Template, &mut self.profile_name_template);
        for (place, rule) in self.rules.iter_mut().enumerate() {
            let mut visit = |key, kind, text| visit(&format!("rules[{place}].{key}"), kind, text);
            visit("account", LABEL, &mut rule.account);
            visit("role", LABEL, &mut rule.role);
            visit("name", TextKind::Template, &mut rule.name);
            visit("region", TextKind::Region, &mut rule.region);
            visit("output", TextKind::Output, &mut rule.output);
            visit("warning", SENTENCE, &mut rule.warning);
        }
    }

    /// Reads every value, and leaves those that are right in their one spelling. Says what is wrong with the others.
    pub fn check(&mut self) -> Vec<HostConfigProblem> {
        let mut problems = self.regions_problems();
        let regions = self.regions.clone();
        self.visit_texts(&mut |path, kind, text| {
            if let Some(given) = text {
                match kind.read(given, &regions) {
                    Ok(read) => *given = read,
                    Err(wrong) => problems.push(HostConfigProblem { path: path.to_owned(), wrong }),
                }
            }
        });
        let mut wrong = |path: String, wrong| problems.push(HostConfigProblem { path, wrong });
        match (&self.support.text, &self.support.link) {
            (Some(_), None) => wrong("support.link".to_owned(), Wrong::Missing),
            (None, Some(_)) => wrong("support.text".to_owned(), Wrong::Missing),
            (Some(_), Some(_)) | (None, None) => {}
        }
        let own = [
            ("start_url", &self.start_url),
            ("region", &self.region),
            ("session_name", &self.session_name),
        ];
        for (key, _) in own.iter().filter(|(_, text)| text.is_some() && !self.sessions.is_empty()) {
            wrong((*key).to_owned(), Wrong::BesideSessions);
        }
        if !self.allow.other_start_urls && self.start_url.is_none() && self.sessions.is_empty() {
            wrong("allow.other_start_urls".to_owned(), Wrong::NoStartUrl);
        }
        for (place, session) in self.sessions.iter().enumerate() {
            if session.start_url.is_none() {
                wrong(format!("sessions[{place}].start_url"), Wrong::Missing);
            }
        }
        for (place, rule) in self.rules.iter().enumerate() {
            for (key, value) in rule.properties.iter() {
                let path = || format!("rules[{place}].properties.{key}");
                match property::values(key) {
                    None => wrong(path(), Wrong::Property),
                    Some(values) if !values.contains(&value.as_str()) => {
                        wrong(path(), Wrong::PropertyValue(values));
                    }
                    Some(_) => {}
                }
            }
        }
        problems
    }

    fn regions_problems(&self) -> Vec<HostConfigProblem> {
        let problem = |(id, partition): (&String, &String)| {
            let wrong = match Partition::from_id(partition) {
                None => Wrong::Partition(partition.clone()),
                Some(known) if Region::in_partition(id, known).is_ok() => return None,
                Some(_) => match Region::parse(id) {
                    Ok(region) => Wrong::OtherPartition(region.partition()),
                    Err(_) => Wrong::NotARegion,
                },
            };
            Some(HostConfigProblem { path: format!("regions.{id}"), wrong })
        };
        self.regions.iter().filter_map(problem).collect()
    }
}

#[cfg(test)]
mod tests;
