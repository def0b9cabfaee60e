//! What the form says.

use super::form::{FilledInBy, PortalForm};
use super::region::RegionField;
use crate::host_config::{HostConfig, HostSettings};
use crate::route::Prefill;
use crate::screens::setup::text::connected;
use onramp_domain::Region;
use onramp_domain::device_flow::{LogoutState, SignedOutReason};
use onramp_domain::portal::{StartUrl, StartUrlError};

pub const PORTAL: &str = "Portal";
pub const PORTAL_ANOTHER: &str = "Another start URL";
pub const PORTAL_HINT: &str = "Where your accounts are.";
pub const FORM: &str = "Where do you sign in?";
pub const START_URL: &str = "Start URL";
pub const START_URL_PLACEHOLDER: &str = "https://your-company.awsapps.com/start";
pub const START_URL_HINT: &str = "Your company's AWS access portal. Any link to it will do.";
pub const REGION: &str = "SSO region";
pub const REGION_NONE: &str = "Choose a region";
pub const REGION_MISSING: &str = "Choose the region. Your start URL doesn't tell us.";
pub const SESSION_NAME: &str = "Session name";
pub const SESSION_NAME_HINT: &str = "Shows up in your commands.";
pub const SESSION_NAME_ODD: &str =
    "The CLI takes this name. Some of AWS's SDKs don't: letters, digits, - and _ work everywhere.";
pub const SESSION_NAME_BAD: &str =
    "Use a short word without line breaks or brackets, such as your company's name.";
pub const SIGN_IN: &str = "Sign in";
pub const FINDING_REGION: &str = "Finding the region. Signing in follows by itself.";
pub const BACK: &str = "Back to your roles";
pub const SENT: &str =
    "We send your start URL to AWS and nothing else. You type your password at AWS, never here.";
pub const MORE_OPTIONS: &str = "More options";
pub const FAMILY: &str = "AWS's addresses";
pub const FAMILY_STANDARD: &str = "Standard (amazonaws.com)";
pub const FAMILY_DUAL_STACK: &str = "Dual-stack (api.aws)";
pub const FAMILY_HINT: &str = "Change this only if AWS says “Something doesn't compute” after you sign in. Some companies can use just one of the two.";
pub const DEMO: &str = "This is a demo";
pub const DEMO_TEXT: &str = "A simulated Identity Center answers here, with made-up people and accounts. AWS isn't asked. Pick a portal to try:";
pub const DEMO_MORE: &str = "More portals: other partitions and forms of address";

pub const LINK_FILLED_IN: &str = "This link filled in the form. Check that the start URL is your company's. We send nothing until you choose Sign in.";

/// Where the values came from, beside the step's name.
pub fn filled_in_by(by: FilledInBy, company: Option<&str>) -> String {
    match (by, company) {
        (FilledInBy::Person, _) => "You filled this in".to_owned(),
        (FilledInBy::Link, _) => "Your link filled this in".to_owned(),
        (FilledInBy::Company, Some(company)) => format!("{company} filled this in"),
        (FilledInBy::Company, None) => "Your company filled this in".to_owned(),
    }
}

/// Where one is going to sign in: "acme.awsapps.com · Europe (Ireland)".
pub fn where_to(form: &PortalForm) -> String {
    match (form.start_url(), form.known_region()) {
        (Ok(url), Some(region)) => connected(url.as_str(), region),
        (Ok(url), None) => url.host().to_owned(),
        (Err(_), _) => form.start_url_text().to_owned(),
    }
}

/// The link names something that can't be.
pub fn link_problems(link: &Prefill, host: &HostSettings) -> Vec<String> {
    let none = HostConfig::default();
    let company = host.config().unwrap_or(&none);
    let region = link.region.as_deref().filter(|id| company.find_region(id).is_none());
    let start_url = link.start_url.as_deref().filter(|url| !company.allows(url));
    let region = region.map(|id| {
        let nearest = Region::parse(id).err().and_then(|error| error.nearest);
        let meant = nearest.map_or_else(String::new, |near| format!(" Perhaps {near} was meant."));
        format!("This link names the region “{id}”, and there is none.{meant}")
    });
    let start_url = start_url.map(|url| {
        let name = company.name.as_deref().unwrap_or("this company");
        format!(
            "This link leads to {url}. Here you can sign in at {name} only, so we left that out."
        )
    });
    start_url.into_iter().chain(region).collect()
}

/// What a pasted address was read as, where that is another text.
pub fn read_as(url: &StartUrl) -> String {
    format!("Read as {}", url.as_str())
}

/// What is known of the region.
pub fn region_hint(region: RegionField<'_>) -> &'static str {
    match region {
        RegionField::Found(_) => "Found from your start URL",
        RegionField::FilledIn(_) => "Filled in for you.",
        RegionField::Chosen(_) => {
            "Where your company's Identity Center is. It can differ from the region you work in."
        }
        RegionField::LookingUp => "Finding the region…",
        RegionField::Unasked => "We look it up from your start URL.",
        RegionField::NotFound => {
            "We couldn't find it from your start URL. Open your AWS access portal: the address of its sign-in page starts with the region, like https://eu-west-1.signin.aws."
        }
    }
}

/// The start URL leads to this region, and another is chosen.
pub fn region_overridden(found: &Region) -> String {
    format!(
        "Your start URL leads to {}. In another region AWS most likely won't know it.",
        found.name()
    )
}

/// The button that takes the region back.
pub fn use_region(found: &Region) -> String {
    format!("Use {}", found.name())
}

/// What is wrong with the start URL.
pub fn start_url_problem(error: &StartUrlError) -> String {
    let sentence = match error {
        StartUrlError::Empty => {
            "Paste your start URL. It looks like https://your-company.awsapps.com/start; your welcome mail or a colleague has it."
        }
        StartUrlError::NotAUrl => {
            "That's not a full address. It looks like https://your-company.awsapps.com/start."
        }
        StartUrlError::SeveralLines => "That's more than one line. Paste just the start URL.",
        StartUrlError::TooLong => {
            "That's too long for a start URL. Paste only its beginning, up to /start."
        }
        StartUrlError::NotHttps => "A start URL begins with https://.",
        StartUrlError::HasCredentials => {
            "This address has a user name in it. Paste it without the part before the @."
        }
        StartUrlError::ConsoleUrl => {
            "That's the AWS console. The start URL is the page where you choose an account before the console opens."
        }
        StartUrlError::DeviceUrl { .. } => {
            "That's the page that asks for a code, not your portal. The start URL looks like https://your-company.awsapps.com/start."
        }
        StartUrlError::SignInUrl { .. } => {
            "That's the sign-in page that your portal sends you to. Sign in there, and take the address of the page that lists your accounts."
        }
        StartUrlError::EndpointUrl { .. } => {
            "That's the address of an AWS service, not of your portal. The start URL looks like https://your-company.awsapps.com/start."
        }
        StartUrlError::BuilderId => {
            "That's AWS Builder ID, a person's own sign-in without accounts. Your company's portal looks like https://your-company.awsapps.com/start."
        }
        StartUrlError::IdentityProviderUrl => {
            "That's your company's sign-in page. Open AWS from there, and take the address of the page that lists your accounts."
        }
        StartUrlError::LookAlike => {
            "Careful: this looks like an AWS address and isn't one. Ask whoever sent it to you before you sign in anywhere."
        }
    };
    match error.region() {
        Some(region) => {
            format!("{sentence} It names the region, {}, so we filled that in.", region.id())
        }
        None => sentence.to_owned(),
    }
}

/// Why the person is back at the form, where that needs a word.
pub fn signed_out(reason: &SignedOutReason) -> Option<&'static str> {
    Some(match reason {
        SignedOutReason::Fresh => return None,
        SignedOutReason::Cancelled => "Sign-in cancelled. The code no longer works for this page.",
        SignedOutReason::SignedOut(LogoutState::Asked(_)) => "Signing out at AWS…",
        SignedOutReason::SignedOut(LogoutState::Confirmed) => "You're signed out, here and at AWS.",
        SignedOutReason::SignedOut(LogoutState::Unconfirmed(_)) => {
            "You're signed out here. We couldn't tell AWS, so the session there ends by itself, in about an hour."
        }
        SignedOutReason::SessionEnded(_) | SignedOutReason::Expired(_) => "Your session has ended.",
    })
}
