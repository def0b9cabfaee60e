//! What each text of `onramp.json` must be.

use super::{AddedRegions, find_region};
use crate::entry::OutputFormat;
use crate::names::BadConfigName;
use crate::portal::StartUrlError;
use crate::profile_name::{Template, TemplateError};
use crate::{Partition, Region, SessionName, StartUrl};

/// The kinds of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// One line of so many characters at most.
    Line(usize),
    /// A start URL, in any spelling that people paste.
    StartUrl,
    /// A region of the table or of the operator's own.
    Region,
    /// A session's name that every SDK reads: it is chosen once for everybody.
    SessionName,
    /// An output format.
    Output,
    /// A profile name template.
    Template,
    /// A picture's path beside the page.
    Logo,
    /// `#rgb` or `#rrggbb`.
    Colour,
    /// `https://…` or `mailto:…`.
    Link,
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    #[error("has to be 1 to {0} characters long")]
    Length(usize),
    #[error("has to be one line of text")]
    NotOneLine,
    #[error("not a start URL: {0}")]
    StartUrl(#[source] StartUrlError),
    #[error("no region `{text}` with Identity Center is known{}", did_you_mean(nearest.as_ref().map(Region::id)))]
    Region { text: String, nearest: Option<Region> },
    #[error("not a session name: {0}")]
    SessionName(#[source] BadConfigName),
    #[error("a session name with {0:?} breaks some SDKs")]
    UnportableName(char),
    #[error("unknown output format `{0}`, there are {known}", known = OutputFormat::ALL.map(OutputFormat::as_str).join(", "))]
    Output(String),
    #[error("not a profile name template: {}{}", .0, did_you_mean(nearest(*.0)))]
    Template(#[source] TemplateError),
    #[error("has to name a file beside the page that ends in .svg, .png, .webp or .jpg")]
    Logo,
    #[error("has to be a colour such as #0b6044")]
    Colour,
    #[error("has to begin with https:// or mailto:")]
    Link,
    #[error("has to be there")]
    Missing,
    #[error("leaves no start URL to sign in at: name one in `start_url`")]
    NoStartUrl,
    #[error("can't stand beside `sessions`, which names the portals")]
    BesideSessions,
    #[error("no such property may be set, there are {known}", known = known_properties())]
    Property,
    #[error("has to be one of {known}", known = quoted(.0))]
    PropertyValue(&'static [&'static str]),
    #[error("unknown partition `{0}`, there are {known}", known = Partition::ALL.map(Partition::id).join(", "))]
    Partition(String),
    #[error("belongs to the partition `{}`", .0.id())]
    OtherPartition(Partition),
    #[error("is not shaped like a region's id, such as `eu-west-9`")]
    NotARegion,
}

impl TextKind {
    /// Reads a text, and gives it in its one spelling.
    pub(super) fn read(self, text: &str, added: &AddedRegions) -> Result<String, Wrong> {
        let text = text.trim();
        let good = |is_good: bool, wrong: Wrong| {
            if is_good { Ok(text.to_owned()) } else { Err(wrong) }
        };
        match self {
            TextKind::Line(max) if !(1..=max).contains(&text.chars().count()) => {
                Err(Wrong::Length(max))
            }
            TextKind::Line(_) => good(!text.contains(char::is_control), Wrong::NotOneLine),
            TextKind::StartUrl => {
                StartUrl::parse(text).map(|url| url.as_str().to_owned()).map_err(Wrong::StartUrl)
            }
            TextKind::Region => match find_region(added, text) {
                Some(region) => Ok(region.id().to_owned()),
                None => Err(Wrong::Region {
                    text: text.to_owned(),
                    nearest: Region::parse(text).err().and_then(|error| error.nearest),
                }),
            },
            TextKind::SessionName => {
                let name = SessionName::parse(text).map_err(Wrong::SessionName)?;
                match name.unportable() {
                    None => Ok(text.to_owned()),
                    Some(character) => Err(Wrong::UnportableName(character)),
                }
            }
            TextKind::Output => {
                good(OutputFormat::from_name(text).is_some(), Wrong::Output(text.to_owned()))
            }
            TextKind::Template => {
                Template::parse(text).map(|_| text.to_owned()).map_err(Wrong::Template)
            }
            TextKind::Logo => good(is_logo(text), Wrong::Logo),
            TextKind::Colour => good(is_colour(text), Wrong::Colour),
            TextKind::Link => good(is_link(text), Wrong::Link),
        }
    }
}

/// A path that can't leave the page's folder, nor its origin.
fn is_logo(text: &str) -> bool {
    let is_name = |part: &str| {
        !part.starts_with('.')
            && !part.is_empty()
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
    };
    let ending = text.rsplit_once('.').map_or("", |(_, ending)| ending);
    text.split('/').all(is_name) && ["svg", "png", "webp", "jpg", "jpeg"].contains(&ending)
}

fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit())
}

fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("mailto:"));
    let is_good = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_alphanumeric())
            && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
    };
    text.len() <= 500 && rest.is_some_and(is_good)
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |nearest| format!(", did you mean `{nearest}`?"))
}

fn nearest(error: TemplateError) -> Option<&'static str> {
    match error {
        TemplateError::UnknownPlaceholder { nearest, .. }
        | TemplateError::UnknownFilter { nearest, .. } => nearest,
        _ => None,
    }
}

fn known_properties() -> String {
    super::PROPERTIES.iter().map(|(key, _)| *key).collect::<Vec<_>>().join(", ")
}

fn quoted(values: &[&str]) -> String {
    values.iter().map(|value| format!("\"{value}\"")).collect::<Vec<_>>().join(", ")
}
