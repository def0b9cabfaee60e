//! What follows from what happened on the screen.

use super::msg::{List, Msg};
use super::state::State;
use crate::effect::{CopyId, Effect, ElementId};
use crate::file_text::FileText;
use crate::host_config::HostConfig;
use crate::shared::Shared;
use onramp_domain::host_config::{CompanyPortal, Rule};

/// Where the focus goes when an entry is removed, and its button with it.
pub(super) const PORTALS: ElementId = ElementId("portals");
pub(super) const RULES: ElementId = ElementId("rules");

pub(super) const COPY_FILE: CopyId = CopyId("copy-onramp-json", 0);
pub(super) const COPY_LINK: CopyId = CopyId("copy-company-link", 0);

/// Changes the state, and says what is to be done.
pub fn update(state: &mut State, msg: Msg, shared: &Shared) -> Vec<Effect> {
    let config = &mut state.config;
    match msg {
        Msg::Entered => {
            if let (true, Some(own)) = (*config == HostConfig::default(), shared.host.config()) {
                *config = HostConfig { demo: None, left_out: vec![], ..own.clone() };
            }
            vec![accent(config)]
        }
        Msg::Left => {
            let own = shared.host.config().and_then(|config| config.accent.clone());
            vec![Effect::SetAccent(own)]
        }
        Msg::TextEntered(wanted, value) => {
            config.visit_texts(&mut |path, _, text| {
                if path == wanted {
                    *text = (!value.is_empty()).then(|| value.clone());
                }
            });
            vec![accent(config)]
        }
        Msg::FlagToggled(flag) => {
            state.toggle(flag);
            vec![]
        }
        Msg::PropertyChosen(place, line) => {
            if let (Some(rule), Some((key, value))) =
                (config.rules.get_mut(place), line.split_once('='))
                && rule.properties.remove(key).as_deref() != Some(value)
            {
                rule.properties.insert(key.to_owned(), value.to_owned());
            }
            vec![]
        }
        Msg::AddClicked(List::Sessions) => {
            // What was the one portal becomes the first of several.
            if config.sessions.is_empty() {
                config.sessions.push(CompanyPortal {
                    label: None,
                    start_url: config.start_url.take(),
                    region: config.region.take(),
                    name: config.session_name.take(),
                });
            }
            config.sessions.push(CompanyPortal::default());
            vec![Effect::FocusField(format!("sessions[{}].label", config.sessions.len() - 1))]
        }
        Msg::AddClicked(List::Rules) => {
            config.rules.push(Rule::default());
            vec![Effect::FocusField(format!("rules[{}].account", config.rules.len() - 1))]
        }
        Msg::RemoveClicked(List::Sessions, place) => {
            if place < config.sessions.len() {
                config.sessions.remove(place);
            }
            if let [only] = config.sessions.as_mut_slice() {
                config.start_url = only.start_url.take();
                config.region = only.region.take();
                config.session_name = only.name.take();
                config.sessions.clear();
            }
            vec![Effect::Focus(PORTALS)]
        }
        Msg::RemoveClicked(List::Rules, place) => {
            if place < config.rules.len() {
                config.rules.remove(place);
            }
            vec![Effect::Focus(RULES)]
        }
        Msg::CopyClicked => {
            vec![Effect::Copy { button: COPY_FILE, text: FileText::new(config.to_json()) }]
        }
        Msg::DownloadClicked => {
            vec![Effect::Download { name: "onramp.json", text: FileText::new(config.to_json()) }]
        }
        Msg::CopyLinkClicked => {
            let Some(hash) = state.link() else { return vec![] };
            vec![Effect::Copy { button: COPY_LINK, text: FileText::new(shared.link(&hash)) }]
        }
    }
}

/// The page wears the file's colour as long as the screen is there.
fn accent(config: &HostConfig) -> Effect {
    let is_wrong = config.clone().check().iter().any(|problem| problem.path == "accent");
    Effect::SetAccent(config.accent.clone().filter(|_| !is_wrong))
}
