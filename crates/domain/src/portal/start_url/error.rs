//! What a pasted text is when it is no start URL.

use crate::aws::Region;

/// Why a text is no start URL. Where it is an address of AWS's that names the region, the region is kept: it is the
/// other half of what a sign-in needs.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartUrlError {
    /// Nothing there, or only blanks.
    #[error("nothing there")]
    Empty,
    /// No address at all, or one that isn't well-formed.
    #[error("not an address")]
    NotAUrl,
    /// A text of several lines. Which of them is meant is not guessed.
    #[error("a start URL is one line")]
    SeveralLines,
    /// Longer than any start URL.
    #[error("too long for a start URL")]
    TooLong,
    /// Another scheme than https; for a host that isn't AWS's, http too.
    #[error("a start URL begins with https")]
    NotHttps,
    /// A user's name stands before the host.
    #[error("a start URL has no user name")]
    HasCredentials,
    /// A page of the AWS console, or the sign-in of IAM users.
    #[error("an address of the AWS console")]
    ConsoleUrl,
    /// The page that asks for a user code.
    #[error("the page that asks for a code")]
    DeviceUrl {
        /// Where the address names one.
        region: Option<Region>,
    },
    /// The page that a portal sends people to for their password.
    #[error("the sign-in page")]
    SignInUrl {
        /// Where the address names one.
        region: Option<Region>,
    },
    /// The host of one of AWS's services.
    #[error("a service's endpoint")]
    EndpointUrl {
        /// Where the address names one.
        region: Option<Region>,
    },
    /// The portal of AWS Builder ID.
    #[error("AWS Builder ID, which has no accounts")]
    BuilderId,
    /// The company's identity provider.
    #[error("an identity provider's address")]
    IdentityProviderUrl,
    /// A host that could be taken for AWS's, and isn't.
    #[error("a host that looks like one of AWS's, but isn't")]
    LookAlike,
}

impl StartUrlError {
    /// The SSO region, where the text names it all the same.
    pub fn region(&self) -> Option<&Region> {
        match self {
            StartUrlError::DeviceUrl { region }
            | StartUrlError::SignInUrl { region }
            | StartUrlError::EndpointUrl { region } => region.as_ref(),
            _ => None,
        }
    }
}
