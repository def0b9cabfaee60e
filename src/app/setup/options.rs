//! How profiles are written, whichever they are: format, name, region, output.
//!
//! Not here: which profiles. "Set up" asks for all this, and what it was told holds for roles that are new in a config
//! too.

use super::catalog::RoleKey;
use crate::app::site::SiteFile;
use onramp_domain::Region;
use onramp_domain::entry::{Entry, Format, OutputFormat, Session};
use onramp_domain::names::{ConfigValue, ProfileName};
use onramp_domain::profile_names::Template;
use std::rc::Rc;

/// The options.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    default_region: DefaultRegion,
    output: Option<OutputFormat>,
    format: Format,
    template: String,
}

/// The profiles' region: the SSO region, as the CLI's guide advises, until somebody says otherwise.
#[derive(Clone, Debug, PartialEq)]
enum DefaultRegion {
    LikeSso,
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
    /// How the sign-in is written.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The profiles' output format.
    pub fn output(&self) -> Option<OutputFormat> {
        self.output
    }

    /// The name template's text.
    pub fn template(&self) -> &str {
        &self.template
    }

    /// The profiles' region, where it is the SSO region unless somebody says otherwise.
    pub fn default_region<'a>(&'a self, sso_region: Option<&'a Region>) -> Option<&'a Region> {
        match &self.default_region {
            DefaultRegion::LikeSso => sso_region,
            DefaultRegion::Chosen(region) => region.as_ref(),
        }
    }

    /// What is to be written for a role under this name.
    pub fn entry(
        &self,
        session: &Rc<Session>,
        role: RoleKey,
        profile: ProfileName,
        sso_region: Option<&Region>,
    ) -> Entry {
        Entry {
            format: self.format,
            profile,
            session: Rc::clone(session),
            account_id: role.account,
            role_name: role.role,
            region: self.default_region(sso_region).map(ConfigValue::from),
            output: self.output,
        }
    }

    /// Takes the company's settings.
    pub(super) fn fill_in(&mut self, site: &SiteFile) {
        if let Some(region) = site.default_region.as_deref().and_then(|id| Region::parse(id).ok()) {
            self.default_region = DefaultRegion::Chosen(Some(region));
        }
        self.output = site.output.as_deref().and_then(OutputFormat::from_name);
        if let Some(template) = &site.profile_name_template {
            self.template.clone_from(template);
        }
    }

    /// The format was chosen.
    pub(super) fn choose_format(&mut self, format: Format) {
        self.format = format;
    }

    /// The profiles' region was chosen.
    pub(super) fn choose_default_region(&mut self, region: Option<Region>) {
        self.default_region = DefaultRegion::Chosen(region);
    }

    /// The output format was chosen.
    pub(super) fn choose_output(&mut self, output: Option<OutputFormat>) {
        self.output = output;
    }

    /// The template changed.
    pub(super) fn enter_template(&mut self, text: String) {
        self.template = text;
    }
}
