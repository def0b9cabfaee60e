//! How profiles are written, whichever they are: format, name, region, output. It holds for roles that are new in a
//! config too.

use crate::host_config::HostConfig;
use onramp_domain::Region;
use onramp_domain::entry::{Format, OutputFormat};
use onramp_domain::profile_name::Template;

/// The options.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The profiles' region.
    pub default_region: DefaultRegion,
    /// The CLI's output format.
    pub output: Option<OutputFormat>,
    /// How the sign-in is written.
    pub format: Format,
    /// How several profiles are named.
    pub template: String,
}

/// The profiles' region.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultRegion {
    /// The SSO region, as the CLI's guide advises, until somebody says otherwise.
    LikeSso,
    /// This, or none.
    Chosen(Option<Region>),
}

impl Default for Options {
    fn default() -> Options {
        Options {
            default_region: DefaultRegion::LikeSso,
            output: None,
            format: Format::SsoSession,
            template: Template::CLI_DEFAULT.to_owned(),
        }
    }
}

impl Options {
    /// The profiles' region, where it is the SSO region unless somebody says otherwise.
    pub fn default_region<'a>(&'a self, sso_region: Option<&'a Region>) -> Option<&'a Region> {
        match &self.default_region {
            DefaultRegion::LikeSso => sso_region,
            DefaultRegion::Chosen(region) => region.as_ref(),
        }
    }

    /// Takes the company's settings, as long as nobody has chosen anything.
    pub fn fill_in(&mut self, company: &HostConfig) {
        if *self != Options::default() {
            return;
        }
        let region = company.default_region.as_deref();
        if let Some(region) = region.and_then(|id| Region::parse(id).ok()) {
            self.default_region = DefaultRegion::Chosen(Some(region));
        }
        self.output = company.output.as_deref().and_then(OutputFormat::from_name);
        if let Some(template) = &company.profile_name_template {
            self.template.clone_from(template);
        }
    }
}
