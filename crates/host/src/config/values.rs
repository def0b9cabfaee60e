//! What the values of `onramp.json` and of the options must be.
//!
//! Not here: JSON, and which keys there are ([`super::HostConfig`]).

use crate::relay::KnownRegions;
use onramp_domain::aws::Operation;
use onramp_domain::entry::OutputFormat;
use onramp_domain::profile_name::{Template, TemplateError};
use onramp_domain::{Partition, Region, SessionName, StartUrl};

pub(super) fn company(text: &str) -> Result<String, String> {
    let text = text.trim();
    match text.chars().count() {
        1..=60 if !text.chars().any(char::is_control) => Ok(text.to_owned()),
        1..=60 => Err("a company's name is one line of text".to_owned()),
        _ => Err("a company's name has 1 to 60 characters".to_owned()),
    }
}

/// An access portal's address, in any spelling that people paste.
pub(crate) fn start_url(text: &str) -> Result<StartUrl, String> {
    StartUrl::parse(text).map_err(|error| format!("not a start URL: {error}"))
}

/// A region of the table or of the operator's own.
pub(crate) fn region(text: &str, regions: &KnownRegions) -> Result<Region, String> {
    if let Some(region) = regions.find(text) {
        return Ok(region);
    }
    Region::parse(text).map_err(|error| match &error.nearest {
        Some(near) => format!("{error}, did you mean `{near}`?"),
        None => error.to_string(),
    })
}

/// The name is chosen once for everybody, so it is one that every SDK reads.
pub(super) fn session_name(text: &str) -> Result<String, String> {
    let name = SessionName::parse(text).map_err(|error| format!("not a session name: {error}"))?;
    match name.unportable() {
        None => Ok(name.as_str().to_owned()),
        Some(character) => Err(format!("a session name with {character:?} breaks some SDKs")),
    }
}

pub(super) fn output(text: &str) -> Result<String, String> {
    match OutputFormat::from_name(text) {
        Some(format) => Ok(format.as_str().to_owned()),
        None => {
            let known = OutputFormat::ALL.map(OutputFormat::as_str).join(", ");
            Err(format!("unknown output format `{text}`, there are {known}"))
        }
    }
}

pub(super) fn template(text: &str) -> Result<String, String> {
    match Template::parse(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(
            error @ (TemplateError::UnknownPlaceholder { nearest: Some(near), .. }
            | TemplateError::UnknownFilter { nearest: Some(near), .. }),
        ) => Err(format!("not a profile name template: {error}, did you mean `{near}`?")),
        Err(error) => Err(format!("not a profile name template: {error}")),
    }
}

/// One of AWS's operations, by its API name.
pub(crate) fn call(text: &str) -> Result<Operation, String> {
    Operation::ALL.into_iter().find(|call| call.name() == text).ok_or_else(|| {
        let known = Operation::ALL.map(Operation::name).join(", ");
        format!("unknown call `{text}`, there are {known}")
    })
}

/// A region that the program does not know yet.
pub(super) fn added_region(id: &str, partition: &str) -> Result<Region, String> {
    let Some(known) = Partition::from_id(partition) else {
        let ids = Partition::ALL.map(Partition::id).join(", ");
        return Err(format!("unknown partition `{partition}`, there are {ids}"));
    };
    Region::in_partition(id, known).map_err(|_| match Region::parse(id) {
        Ok(region) => format!("`{id}` belongs to the partition `{}`", region.partition().id()),
        Err(_) => format!("`{id}` is not shaped like a region's id, such as `eu-west-9`"),
    })
}
