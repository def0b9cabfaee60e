//! What a section's header means to the AWS CLI.
//!
//! In the credentials file it is another: a header is the profile's name and nothing else.
//!
//! Source: botocore's `configloader.build_profile_map`, which looks at how the header begins and then takes the second
//! of its words; and configparser's `DEFAULT`.

use super::shlex;
use std::borrow::Cow;

/// What a header makes of its section.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Header<'d> {
    /// A profile of this name: `[profile dev]`, `[profile "my dev"]`, `[default]`, and also `[profiles dev]`.
    Profile(Cow<'d, str>),
    /// A session of this name: `[sso-session corp]`.
    SsoSession(Cow<'d, str>),
    /// A group of service settings: `[services local]`.
    Services(Cow<'d, str>),
    /// `[DEFAULT]`, in capitals: its settings are those of every section that lacks them.
    Defaults,
    /// It begins like one of these but hasn't exactly one name: `[profile my dev]`, `[profile o'brien]`. Read by nobody.
    Nameless,
    /// Anything else, such as `[dev]`, `[plugins]` and `[ profile dev ]`: no profile.
    Other,
}

impl<'d> Header<'d> {
    /// Reads what stands between the brackets.
    pub fn read(text: &'d str) -> Header<'d> {
        let name = |kind: fn(Cow<'d, str>) -> Header<'d>| {
            shlex::two(text).map_or(Header::Nameless, |(_, name)| kind(name))
        };
        if text.starts_with("profile") {
            name(Header::Profile)
        } else if text.starts_with("sso-session") {
            name(Header::SsoSession)
        } else if text.starts_with("services") {
            name(Header::Services)
        } else {
            match text {
                "default" => Header::Profile(Cow::Borrowed(text)),
                "DEFAULT" => Header::Defaults,
                _ => Header::Other,
            }
        }
    }

    /// Whether it makes a profile or a session of its section.
    pub(crate) fn has_name(&self) -> bool {
        match self {
            Header::Profile(_) | Header::SsoSession(_) => true,
            Header::Services(_) | Header::Defaults | Header::Nameless | Header::Other => false,
        }
    }
}
