//! What the company that hosts this page has filled in: `onramp.json`, beside the page.
//!
//! Not here: fetching it. A page without such a file is complete; everything in it is a default that a person can
//! change, and nothing in it is ever run or written to a file without being seen.

use onramp_domain::json::{Fields, FromFields, Json, Unreadable};

/// The file as it stands. Only a demo's host adds `demo`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SiteFile {
    /// The company's name, for the headline.
    pub company: Option<String>,
    /// Its start URL.
    pub start_url: Option<String>,
    /// The SSO region.
    pub region: Option<String>,
    /// The session's name in everybody's config.
    pub session_name: Option<String>,
    /// The region that profiles get.
    pub default_region: Option<String>,
    /// The output format that profiles get.
    pub output: Option<String>,
    /// How profiles are named.
    pub profile_name_template: Option<String>,
    /// Set by the demo's own host only.
    pub demo: Option<DemoFile>,
}

/// What the demo's host says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DemoFile {
    /// The simulated organisation's own pages stand here; its approval addresses count as expected.
    pub approval_origin: String,
    /// Its portals, to try.
    pub start_urls: Vec<String>,
}

impl FromFields for SiteFile {
    fn from_fields(mut fields: Fields) -> Result<SiteFile, Unreadable> {
        let demo = match fields.take("demo") {
            Json::Null => None,
            demo => Some(DemoFile::from_fields(demo.into_fields().ok_or(Unreadable)?)?),
        };
        Ok(SiteFile {
            company: fields.text("company")?,
            start_url: fields.text("start_url")?,
            region: fields.text("region")?,
            session_name: fields.text("session_name")?,
            default_region: fields.text("default_region")?,
            output: fields.text("output")?,
            profile_name_template: fields.text("profile_name_template")?,
            demo,
        })
    }
}

impl FromFields for DemoFile {
    fn from_fields(mut fields: Fields) -> Result<DemoFile, Unreadable> {
        let url = |item| match item {
            Json::Text(url) => Ok(url),
            _ => Err(Unreadable),
        };
        Ok(DemoFile {
            approval_origin: fields.text("approval_origin")?.unwrap_or_default(),
            start_urls: fields
                .list("start_urls")?
                .into_iter()
                .map(url)
                .collect::<Result<_, _>>()?,
        })
    }
}

/// The page's settings.
#[derive(Clone, Debug, PartialEq, Default)]
#[allow(clippy::large_enum_variant, reason = "there is one a page")]
pub enum Site {
    /// Asked for, not here yet.
    #[default]
    Loading,
    /// Here; an absent file is an empty one.
    Ready(SiteFile),
    /// There is a file, and it can't be read: defaults are used, and it is said.
    Unreadable,
}

impl Site {
    /// The file, or an empty one.
    pub fn file(&self) -> &SiteFile {
        static EMPTY: SiteFile = SiteFile {
            company: None,
            start_url: None,
            region: None,
            session_name: None,
            default_region: None,
            output: None,
            profile_name_template: None,
            demo: None,
        };
        match self {
            Site::Ready(file) => file,
            Site::Loading | Site::Unreadable => &EMPTY,
        }
    }
}
