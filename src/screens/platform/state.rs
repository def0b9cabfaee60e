//! What the screen knows: the file as it is being made.

use super::msg::Flag;
use crate::host_config::HostConfig;
use crate::route::share_link;
use onramp_domain::host_config::Rule;

/// The file.
#[derive(Debug, Default)]
pub struct State {
    /// Its values, as typed.
    pub config: HostConfig,
}

impl State {
    /// Every text's path and value, in the order of the file's keys.
    pub fn texts(&self) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        self.config.clone().visit_texts(&mut |path, _, text| {
            texts.push((path.to_owned(), text.clone().unwrap_or_default()));
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
        let allow = &self.config.allow;
        let rule = |place: usize, key: fn(&Rule) -> Option<bool>| {
            self.config.rules.get(place).and_then(key) == Some(true)
        };
        match flag {
            Flag::OtherStartUrls => allow.other_start_urls,
            Flag::SaveToken => allow.save_token,
            Flag::RoleCredentials => allow.role_credentials,
            Flag::Preselected(place) => rule(place, |rule| rule.preselected),
            Flag::Hidden(place) => rule(place, |rule| rule.hidden),
            Flag::Recommended(place) => rule(place, |rule| rule.recommended),
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
