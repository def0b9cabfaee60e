//! What the screen knows: the file as it is being made.

use super::msg::Flag;
use crate::host_config::HostConfig;
use crate::route::share_link;
use onramp_domain::host_config::{Problem, Rule, TextKind};

/// The file.
#[derive(Debug, Default)]
pub struct State {
    /// Its values, as typed.
    pub config: HostConfig,
}

impl State {
    /// The file's text.
    pub fn text(&self) -> String {
        self.config.to_json()
    }

    /// What is wrong with it.
    pub fn problems(&self) -> Vec<Problem> {
        self.config.clone().check()
    }

    /// Every text's path, kind and value, in the order of the file's keys.
    pub fn texts(&self) -> Vec<(String, TextKind, String)> {
        let mut texts = Vec::new();
        self.config.clone().visit_texts(&mut |path, kind, text| {
            texts.push((path.to_owned(), kind, text.clone().unwrap_or_default()));
        });
        texts
    }

    /// The link that fills in what the first portal is, for a page that hasn't got this file: `#/setup?…`.
    pub fn link(&self) -> Option<String> {
        let portal = self.config.portals().into_iter().next()?;
        let text = |text: Option<String>| text.unwrap_or_default();
        Some(share_link(&portal.start_url?, &text(portal.region), &text(portal.name)))
    }

    /// Whether a switch is on.
    pub fn is_on(&self, flag: Flag) -> bool {
        let (allow, rules) = (&self.config.allow, &self.config.rules);
        match flag {
            Flag::OtherStartUrls => allow.other_start_urls,
            Flag::SaveToken => allow.save_token,
            Flag::RoleCredentials => allow.role_credentials,
            Flag::Preselected(place) => {
                rules.get(place).and_then(|rule| rule.preselected) == Some(true)
            }
            Flag::Hidden(place) => rules.get(place).and_then(|rule| rule.hidden) == Some(true),
            Flag::Recommended(place) => {
                rules.get(place).and_then(|rule| rule.recommended) == Some(true)
            }
        }
    }

    pub(super) fn toggle(&mut self, flag: Flag) {
        let is_on = !self.is_on(flag);
        let allow = &mut self.config.allow;
        let (place, key): (usize, fn(&mut Rule) -> &mut Option<bool>) = match flag {
            Flag::OtherStartUrls => return allow.other_start_urls = is_on,
            Flag::SaveToken => return allow.save_token = is_on,
            Flag::RoleCredentials => return allow.role_credentials = is_on,
            Flag::Preselected(place) => (place, |rule| &mut rule.preselected),
            Flag::Hidden(place) => (place, |rule| &mut rule.hidden),
            Flag::Recommended(place) => (place, |rule| &mut rule.recommended),
        };
        if let Some(rule) = self.config.rules.get_mut(place) {
            *key(rule) = is_on.then_some(true);
        }
    }
}
