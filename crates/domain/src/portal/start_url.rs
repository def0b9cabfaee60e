//! Start URLs: reading what people paste as one, and writing each portal one way.
//!
//! A start URL is always put together anew from a host that was checked, so nothing else of a pasted text reaches a
//! request or a file.
//!
//! Source: the IAM Identity Center User Guide, "Using the AWS access portal"; aws-cli 10464, 10502.

mod error;

pub use error::StartUrlError;

use super::address::{Address, AddressFault};
use super::host_kind::{self, HostKind};
use super::{look_alike, paste};
use crate::aws::{EndpointFamily, Partition, Region};
use crate::{AccountId, RoleName};
use std::fmt;

/// What is longer was not meant to be a start URL; browsers' own addresses end about here.
const MAX_LENGTH: usize = 2048;

/// The portal of AWS Builder ID, which is a person's own and has no accounts.
const BUILDER_ID: &str = "view.awsapps.com";

/// Other applications of a directory, by their paths. Source: the guides of Amazon Connect, WorkDocs and WorkMail.
const OTHER_APPS: [&str; 3] = ["connect", "mail", "workdocs"];

/// Which kind of portal a start URL leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PortalKind {
    /// A portal of a directory, below `awsapps.com` or `awsapps.cn`.
    AwsApps,
    /// A portal of an instance in one region, `ssoins-…`.
    Instance,
    /// The instance's name as an issuer. It works as a start URL, but its host is in no DNS: never open it.
    Issuer,
    /// A company's own host that redirects to its portal.
    Vanity,
}

/// A start URL in the one way in which it is written: https, host in lower case, no query, no last slash.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StartUrl {
    text: Box<str>,
    kind: PortalKind,
    partition: Option<Partition>,
    region: Option<Region>,
    endpoints: EndpointFamily,
}

impl StartUrl {
    /// Reads a pasted text: an address with or without scheme, from a portal's any page, out of quotes, brackets, a
    /// link or a line of a config file; or a directory's id. A region may stand beside it.
    ///
    /// # Errors
    /// What the text is instead, with the region where an address of AWS's names one.
    pub fn parse(text: &str) -> Result<StartUrl, StartUrlError> {
        let text = paste::trim(text);
        if text.is_empty() {
            return Err(StartUrlError::Empty);
        }
        if text.len() > MAX_LENGTH {
            return Err(StartUrlError::TooLong);
        }
        if let Some((url, region)) = paste::with_region(text) {
            return Ok(StartUrl::parse(url)?.in_region(region));
        }
        if text.contains(paste::is_line_break) {
            return Err(StartUrlError::SeveralLines);
        }
        let address = paste::address_in(text).ok_or(StartUrlError::NotAUrl)?;
        let start_url = match Address::read(&address) {
            Ok(address) => StartUrl::of_address(&address)?,
            Err(AddressFault::OtherScheme) => return Err(StartUrlError::NotHttps),
            Err(AddressFault::UserInfo) => return Err(StartUrlError::HasCredentials),
            Err(AddressFault::ForeignHost) if look_alike::in_foreign_letters(&address) => {
                return Err(StartUrlError::LookAlike);
            }
            Err(AddressFault::ForeignHost | AddressFault::Malformed) => {
                return Err(StartUrlError::NotAUrl);
            }
        };
        if start_url.text.len() > MAX_LENGTH { Err(StartUrlError::TooLong) } else { Ok(start_url) }
    }

    /// As it is to be written, and sent to AWS.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Which kind of portal it leads to.
    pub fn kind(&self) -> PortalKind {
        self.kind
    }

    /// The partition; a company's own host doesn't tell.
    pub fn partition(&self) -> Option<Partition> {
        self.partition
    }

    /// The region, where the URL or the page it was copied from names one. It can be newer than the table.
    pub fn region(&self) -> Option<&Region> {
        self.region.as_ref()
    }

    /// Which hosts a sign-in through this portal needs.
    pub fn endpoints(&self) -> EndpointFamily {
        self.endpoints
    }

    /// The host, without a port.
    pub fn host(&self) -> &str {
        let rest = self.text.strip_prefix("https://").unwrap_or(&self.text);
        rest.split(['/', ':']).next().unwrap_or(rest)
    }

    /// Where the portal opens the console with this role, after signing in; `None` where the portal has no address that
    /// a browser could open. AWS's own shortcut links look like this.
    pub fn console_url(&self, account: AccountId, role: &RoleName) -> Option<String> {
        let role = role.as_str().chars().fold(String::new(), |text, c| match c {
            '+' | '=' | ',' | '@' => format!("{text}%{:02X}", u32::from(c)),
            _ => text + c.encode_utf8(&mut [0; 4]),
        });
        let url = format!("{}/#/console?account_id={account}&role_name={role}", self.text);
        (self.kind != PortalKind::Issuer).then_some(url)
    }

    /// With a region that was given beside it, where the URL itself names none.
    fn in_region(self, region: Region) -> StartUrl {
        let fits = self.partition.is_none_or(|partition| partition == region.partition());
        let region = self.region.or(Some(region).filter(|_| fits));
        StartUrl { region, ..self }
    }

    fn of_address(address: &Address<'_>) -> Result<StartUrl, StartUrlError> {
        let host = &address.host;
        let named = |partition| {
            let region = host_kind::region_named(address.parameter("region")?)?;
            (region.partition() == partition).then_some(region)
        };
        let mut segments = address.segments();
        match host_kind::classify(host) {
            HostKind::Apps if host == BUILDER_ID => Err(StartUrlError::BuilderId),
            HostKind::Apps if segments.next().is_some_and(|it| OTHER_APPS.contains(&it)) => {
                Err(StartUrlError::EndpointUrl { region: None })
            }
            HostKind::Apps => Ok(StartUrl::apps(host, named(Partition::Aws))),
            HostKind::Directory { partition, region } => match (segments.next(), segments.next()) {
                (Some("directory"), Some(id)) if is_alias(id) => {
                    let region = region.or_else(|| named(partition));
                    let path = ["/directory/", id].concat();
                    Ok(StartUrl::new(host, &path, PortalKind::AwsApps, Some(partition), region))
                }
                _ => Err(StartUrlError::NotAUrl),
            },
            HostKind::Instance { region, family: endpoints } => {
                let (kind, partition) = (PortalKind::Instance, Some(region.partition()));
                Ok(StartUrl { endpoints, ..StartUrl::new(host, "", kind, partition, Some(region)) })
            }
            HostKind::Issuer(partition) => match segments.next().map(str::to_ascii_lowercase) {
                Some(id) if host_kind::is_instance_id(&id) => {
                    let path = ["/", &id].concat();
                    Ok(StartUrl::new(host, &path, PortalKind::Issuer, Some(partition), None))
                }
                _ => Err(StartUrlError::NotAUrl),
            },
            HostKind::SignIn(region) => match (segments.next(), segments.next(), &region) {
                (Some("platform"), Some(id), Some(named))
                    if named.partition() == Partition::Aws
                        && host_kind::is_directory_id(&id.to_ascii_lowercase()) =>
                {
                    Ok(StartUrl::of_directory(&id.to_ascii_lowercase(), region))
                }
                _ => Err(StartUrlError::SignInUrl { region }),
            },
            HostKind::Device(region) => Err(StartUrlError::DeviceUrl { region }),
            HostKind::Endpoint(region) => Err(StartUrlError::EndpointUrl { region }),
            HostKind::Console => Err(StartUrlError::ConsoleUrl),
            HostKind::IdentityProvider => Err(StartUrlError::IdentityProviderUrl),
            HostKind::LookAlike => Err(StartUrlError::LookAlike),
            HostKind::Other if host_kind::is_identity_provider(address.path, address.query) => {
                Err(StartUrlError::IdentityProviderUrl)
            }
            HostKind::Other => StartUrl::elsewhere(address),
        }
    }

    fn of_directory(id: &str, region: Option<Region>) -> StartUrl {
        StartUrl::apps(&[id, ".awsapps.com"].concat(), region)
    }

    fn apps(host: &str, region: Option<Region>) -> StartUrl {
        StartUrl::new(host, "/start", PortalKind::AwsApps, Some(Partition::Aws), region)
    }

    /// Which needs the standard endpoints, as all but instances in one region do.
    fn new(
        host: &str,
        path: &str,
        kind: PortalKind,
        partition: Option<Partition>,
        region: Option<Region>,
    ) -> StartUrl {
        let text = ["https://", host, path].concat().into();
        StartUrl { text, kind, partition, region, endpoints: EndpointFamily::Standard }
    }

    fn elsewhere(address: &Address<'_>) -> Result<StartUrl, StartUrlError> {
        let host = &address.host;
        if host_kind::is_directory_id(host) {
            return Ok(StartUrl::of_directory(host, None));
        }
        if !host.contains('.') {
            return Err(StartUrlError::NotAUrl);
        }
        if !address.is_https {
            return Err(StartUrlError::NotHttps);
        }
        let port = address.port.map(|port| format!(":{port}")).unwrap_or_default();
        let path = address.path.trim_end_matches(|c| c == '/' || paste::may_follow(c));
        let path = [&port, path].concat();
        Ok(StartUrl::new(host, &path, PortalKind::Vanity, None, None))
    }
}

impl fmt::Display for StartUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn is_alias(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests;
