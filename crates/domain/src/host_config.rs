//! `onramp.json`: what the company that hosts a page has set. One set of types for the page and its host.
//!
//! Not here: reading a file's text, and its places in lines and columns; the page and the host do that. No key of it
//! makes a page do something: each fills in what a person then sees, or takes something away. It can't add a host
//! name, a command or a credential to anybody's config.

mod check;
mod lenient;
mod pairs;
mod property;
mod rules;
mod value;

#[cfg(feature = "schema")]
use crate::entry::OutputFormat;
use crate::portal::same_portal;
use crate::{Partition, Region};
pub use check::{HostConfigProblem, Visit};
pub use lenient::HostConfigUnreadable;
pub use pairs::Pairs;
pub use property::{ExtraProperty, PROPERTIES};
pub use rules::{RoleRules, Rules};
use serde::{Deserialize, Serialize};
pub use value::{TextKind, Wrong};

/// The file's keys. Texts are as they stand in the file until [`HostConfig::check`] has read them.
///
/// `R` is what the host's relay reads; a page leaves it alone (`serde::de::IgnoredAny`).
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(
        title = "onramp.json",
        description = "What the company that hosts this page has set.",
        bound = "R: schemars::JsonSchema + Default"
    )
)]
pub struct HostConfig<R> {
    /// Where this schema is, for editors.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The company's name, 1 to 60 characters. Older files call it `company`.
    #[serde(alias = "company", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A picture beside the page, such as `acme.svg`: SVG, PNG, WebP or JPEG.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// The company's colour, such as `#0b6044`. The page makes it light or dark enough to be read in both schemes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accent: Option<String>,
    /// A line above every screen, 1 to 200 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
    /// Whom to ask.
    #[serde(skip_serializing_if = "is_default")]
    pub support: Support,
    /// The access portal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_url: Option<String>,
    /// The region of its Identity Center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The name of the sso-session that profiles share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_name: Option<String>,
    /// Several access portals to choose from, in place of `start_url`, `region` and `session_name`. The first is
    /// proposed.
    #[serde(skip_serializing_if = "is_default")]
    pub sessions: Vec<CompanyPortal>,
    /// The region that profiles get.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_region: Option<String>,
    /// The output format that profiles get.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("enum" = OutputFormat::ALL.map(OutputFormat::as_str))))]
    pub output: Option<String>,
    /// What profiles are called, such as `{account_name|slug}-{role_name|short}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_name_template: Option<String>,
    /// Whether "Sign the CLI in too" is ticked at first.
    #[serde(skip_serializing_if = "is_default")]
    pub sign_cli_in: bool,
    /// What holds for some roles. Where several rules meet a role, each key's last value counts.
    #[serde(skip_serializing_if = "is_default")]
    pub rules: Vec<Rule>,
    /// What people may do.
    #[serde(skip_serializing_if = "is_default")]
    pub allow: Allow,
    /// Regions that are newer than the program, each with its partition: `{"eu-west-9": "aws"}`.
    #[serde(skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, String>"))]
    pub regions: AddedRegions,
    /// What the relay does. The page is not told.
    #[serde(skip_serializing)]
    pub relay: R,
    /// Said by the demo's own host only. No file of an operator can say it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub demo: Option<Demo>,
    /// The keys that a page could not read.
    #[serde(skip)]
    pub left_out: Vec<String>,
}

/// Whom to ask; both or neither.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Support {
    /// What the link says, such as `Ask #help-aws`, 1 to 60 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Where it leads: `https://…` or `mailto:…`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// An access portal to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CompanyPortal {
    /// What people choose it by, 1 to 60 characters. Without, its start URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The portal. Required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_url: Option<String>,
    /// The region of its Identity Center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The name of the sso-session that its profiles share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// What holds for the roles that both patterns meet. `*` stands for any text, and case doesn't count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rule {
    /// The account's name or id, such as `*production*`. Without, any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The role's name, such as `*Admin*`. Without, any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// What the profiles are called: a template as in `profile_name_template`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The region that the profiles get.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The output format that the profiles get.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("enum" = OutputFormat::ALL.map(OutputFormat::as_str))))]
    pub output: Option<String>,
    /// More lines for the profiles, such as `{"cli_pager": ""}`: nothing that runs a program or leads elsewhere.
    #[serde(skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "property::schema"))]
    pub properties: Pairs<String>,
    /// Whether the roles are chosen at first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preselected: Option<bool>,
    /// Whether the list leaves the roles out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hidden: Option<bool>,
    /// Whether the list marks the roles as recommended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recommended: Option<bool>,
    /// What to mind with these roles, such as `This is production`, 1 to 200 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warning: Option<String>,
}

/// What people may do.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Allow {
    /// Sign in at other start URLs than the company's. When `false`, the relay refuses them too.
    pub other_start_urls: bool,
    /// Save the token for the CLI, so that it needs no approval of its own.
    pub save_token: bool,
    /// Fetch a role's credentials through this host's relay.
    pub role_credentials: bool,
}

impl Default for Allow {
    fn default() -> Allow {
        Allow { other_start_urls: true, save_token: true, role_credentials: false }
    }
}

/// What the demo's host says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Demo {
    /// The simulated organisation's own pages are here; its approval addresses count as expected.
    pub approval_origin: String,
    /// Its portals, to try.
    pub start_urls: Vec<String>,
}

impl<R> HostConfig<R> {
    /// The portals to choose from: one where there are no `sessions`, none where there is no start URL either.
    pub fn portals(&self) -> Vec<CompanyPortal> {
        if self.sessions.is_empty() && self.start_url.is_some() {
            let (start_url, region) = (self.start_url.clone(), self.region.clone());
            return vec![CompanyPortal {
                label: None,
                start_url,
                region,
                name: self.session_name.clone(),
            }];
        }
        self.sessions.clone()
    }

    /// The file's text, in the order of its keys, with where its schema is.
    pub fn to_json(&self) -> String
    where
        R: Clone,
    {
        let schema = Some("onramp.schema.json".to_owned());
        let file = HostConfig { schema, ..self.clone() };
        // Texts under distinct keys that are texts: there is nothing JSON could not hold.
        serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
    }

    /// Whether people may sign in here.
    pub fn allows(&self, start_url: &str) -> bool {
        self.allow.other_start_urls || self.portals().iter().any(|portal| portal.is_at(start_url))
    }

    /// The regions that the operator added.
    pub fn added_regions(&self) -> impl Iterator<Item = Region> {
        added(&self.regions)
    }

    /// A region of the table or of the operator's own.
    pub fn find_region(&self, id: &str) -> Option<Region> {
        find_region(&self.regions, id)
    }
}

impl CompanyPortal {
    /// Whether this is its start URL, in any spelling.
    pub fn is_at(&self, start_url: &str) -> bool {
        self.start_url.as_deref().is_some_and(|own| same_portal(own, start_url))
    }
}

/// Region ids, each with its partition's.
pub type AddedRegions = Pairs<String>;

fn added(regions: &AddedRegions) -> impl Iterator<Item = Region> {
    regions
        .iter()
        .filter_map(|(id, partition)| Region::in_partition(id, Partition::from_id(partition)?).ok())
}

fn find_region(regions: &AddedRegions, id: &str) -> Option<Region> {
    added(regions).find(|region| region.id() == id).or_else(|| Region::parse(id).ok())
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
