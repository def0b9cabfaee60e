//! The text of "Help".

pub(in crate::ui) const HELP_TITLE: &str = "What this page does";
pub(in crate::ui) const HELP_LEAD: &str =
    "From your company's AWS start URL to a working AWS CLI profile.";

pub(in crate::ui) const HELP: [(&str, &[&str]); 7] = [
    (
        "What you need",
        &[
            "The AWS CLI, version 2: “aws --version” tells. Your company's start URL. And an account with a permission set assigned to you; if the list stays empty after you signed in, ask whoever looks after AWS.",
        ],
    ),
    (
        "What happens when you sign in",
        &[
            "This page asks AWS for a code and shows it to you. You open AWS yourself, check that it shows the same code, and press “Allow access”. From then on this tab may list your accounts and roles. Your password never comes near this page.",
            "Never approve a code that somebody sent you: whoever made the code gets the access.",
        ],
    ),
    (
        "The two regions",
        &[
            "The SSO region is where your company's Identity Center lives; it is the same for everybody in the company. The default region is where your own commands work. They may be the same, and often are not.",
        ],
    ),
    (
        "What goes into your config",
        &[
            "A profile for every role you chose, and one sso-session that they share. They name accounts and roles, nothing secret: no keys, no tokens. These are the lines that “aws configure sso” would write, byte for byte.",
        ],
    ),
    (
        "Every day",
        &[
            "“aws sso login --profile NAME” signs the CLI in; it has its own sign-in, so you approve once more. One login serves all profiles of the same session. After 8 to 12 hours, or as your company has set it, the session ends: log in again. “Check a token” shows how long you have.",
        ],
    ),
    (
        "To remove a profile",
        &[
            "Delete its section [profile NAME] from ~/.aws/config, and [NAME] from ~/.aws/credentials if it is there. “Tidy my config” does both in one press, and shows every line before you save anything.",
        ],
    ),
    (
        "Why not long-lived keys",
        &[
            "Access keys that never end are what gets stolen. A session ends by itself, can be ended by your company at once, and each command gets credentials that hold for hours, not years.",
        ],
    ),
];
