//! What is said beside the code.

use onramp_domain::Region;

pub const TITLE: &str = "Approve the sign-in at AWS";
pub const LEAD: (&str, &str, &str) = (
    "AWS opens in a new tab. Check that it shows this code, then choose ",
    "Allow access",
    ". This page continues by itself.",
);
pub const YOUR_CODE: &str = "Your code";
pub const COPY_CODE: &str = "Copy code";
pub const OPEN_AWS: &str = "Open AWS to approve";
pub const CANCEL: &str = "Cancel";
pub const TIME_LEFT: &str = "Time left for this code";
pub const CODE_REPLACED: &str =
    "AWS needed a new code. The one you saw before no longer works. Use this one.";
pub const ON_PHONE: &str = "Approve on your phone";
pub const ON_PHONE_HELP: (&str, &str) = (
    "Scan this with your phone's camera. It opens the same page at AWS.",
    "Compare the code there with the one above. Never approve a code that you didn't ask for: whoever did gets your access.",
);
pub const ON_PHONE_CODE: &str = "QR code with the address to approve at";
pub const ERROR_AT_AWS: &str = "Does AWS show an error?";
pub const ERRORS_LEAD: &str = "Your sign-in is still waiting, and nothing is lost.";
pub const INVALID_GRANT: &str = "“Invalid grant” or “Invalid code”";
pub const INVALID_GRANT_HELP: (&str, &str, &str) = (
    "AWS doesn't know this code because the region is wrong. To find yours, open your portal: the address of its sign-in page starts with it, like ",
    "https://eu-west-1.signin.aws",
    ".",
);
pub const TRY_REGION: &str = "Try this region";
pub const DOES_NOT_COMPUTE: &str = "“Something doesn't compute”";
pub const DOES_NOT_COMPUTE_HELP: &str =
    "Your company uses AWS's other addresses. We can start again with those.";
pub const OTHER_FAMILY: &str = "Try the other addresses";
pub const CODE_DIFFERS: &str = "The code looks different";
pub const CODE_DIFFERS_HELP: &str = "Close that tab. Someone else may have started that sign-in.";
pub const NEW_CODE: &str = "Get a new code";
pub const TRY_AGAIN: &str = "Try again";

/// There is no link.
pub const UNSAFE_URI: &str = "The address we got for the approval doesn't look like one of AWS's, so we don't open it. Choose Cancel, and tell whoever runs this page.";

/// How long the code lasts.
pub fn left(clock: &str) -> String {
    format!("{clock} left")
}

/// What is waited for.
pub fn waiting(waited_minutes: i64) -> &'static str {
    match waited_minutes {
        ..5 => "Waiting for you at AWS…",
        5.. => "Still waiting. Take your time.",
    }
}

/// The region that was tried.
pub fn tried(region: &Region) -> String {
    format!("You tried {}.", region.name())
}

/// Where the link leads.
pub fn opens(host: &str) -> String {
    format!("Opens {}", host.trim_start_matches("https://").trim_start_matches("http://"))
}

/// The link leads where we don't know AWS to be.
pub fn unfamiliar(host: &str) -> String {
    format!(
        "AWS sends you to {host}, and we don't know that as one of AWS's addresses. Open it only if you know that name."
    )
}
