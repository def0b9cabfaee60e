//! How profiles are written, whichever they are: format, name, region, output. It holds for roles that are new in a
//! config too.

use crate::host_config::HostConfig;
use onramp_domain::Region;
use onramp_domain::entry::{Format, OutputFormat, SsoSession};
use onramp_domain::names::ConfigValue;
use onramp_domain::profile_name::Template;

/// The options.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The profiles' region, or that there is to be none. Until somebody says so it is the SSO region, as the CLI's guide
    /// advises.
    pub default_region: Option<Option<Region>>,
    /// The CLI's output format.
    pub output: Option<OutputFormat>,
    /// How the sign-in is written.
    pub format: Format,
    /// How several profiles are named.
    pub template: String,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            default_region: None,
            output: None,
            format: Format::SsoSession,
            template: Template::CLI_DEFAULT.to_owned(),
        }
    }
}

impl Options {
    /// The profiles' region, as it is written for this sign-in.
    pub fn region(&self, session: &SsoSession) -> Option<ConfigValue> {
        match &self.default_region {
            None => Some(session.region.clone()),
            Some(chosen) => chosen.as_ref().map(ConfigValue::from),
        }
    }

    /// The same, to be shown.
    pub fn default_region<'a>(&'a self, sso_region: Option<&'a Region>) -> Option<&'a Region> {
        match &self.default_region {
            None => sso_region,
            Some(chosen) => chosen.as_ref(),
        }
    }

    /// Takes the company's settings, as long as nobody has chosen anything.
    pub fn fill_in(&mut self, company: &HostConfig) {
        if *self != Options::default() {
            return;
        }
        let region = company.default_region.as_deref();
        if let Some(region) = region.and_then(|id| Region::parse(id).ok()) {
            self.default_region = Some(Some(region));
        }
        self.output = company.output.as_deref().and_then(OutputFormat::from_name);
        if let Some(template) = &company.profile_name_template {
            self.template.clone_from(template);
        }
    }
}
