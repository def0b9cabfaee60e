//! What the screen says.

use super::msg::{Flag, List};

pub const TITLE: &str = "For platform engineers";
pub(super) const LEAD: &str = "Make the file onramp.json, put it beside this page, and your company's people sign in with one button. Nothing you enter here leaves this tab.";
pub(super) const COMPANY: &str = "Company";
pub(super) const PORTAL: &str = "Access portal";
pub(super) const PROFILES: &str = "Profiles";
pub(super) const RULES: &str = "Rules";
pub(super) const RULES_LEAD: &str = "For accounts and roles by pattern: * stands for any text. Where several rules meet a role, the last one counts, so put exceptions below.";
pub(super) const ALLOW: &str = "What people may do";
pub(super) const PREVIEW: &str = "Preview";
pub(super) const FILE: &str = "onramp.json";
pub(super) const WRONG: &str = "Not right yet:";
pub(super) const COPY_FILE: &str = "Copy onramp.json";
pub(super) const DOWNLOAD: &str = "Download";
pub(super) const RELAY: &str = "Your host doesn't tell this page what stands under relay. Copy that over from your present file.";
pub(super) const LINK: &str = "Link for your people";
pub(super) const LINK_HELP: &str = "It fills in the first portal, also on a page that doesn't have this file. Nothing in it is secret.";
pub(super) const LINK_CODE: &str = "QR code with this link";
pub(super) const COPY_LINK: &str = "Copy link";
pub(super) const PROPERTY: &str = "More lines";
pub(super) const NO_PROPERTY: &str = "Add or remove a line";
pub(super) const PROPERTY_HINT: &str = "For the profiles, from a list of harmless ones.";
pub(super) const REMOVE: &str = "Remove";
pub(super) const HOSTING: &str = "Three ways to host it";
/// Each way's name, what to do, and the command where there is one.
pub(super) const WAYS: [(&str, &str, &str); 3] = [
    (
        "The program",
        "One binary with page and relay. It refuses to start with a file that isn't right.",
        "onramp serve --config onramp.json --origin https://onramp.acme.example",
    ),
    (
        "Static files and a relay",
        "The page from nginx, Caddy or CloudFront, with onramp.json beside index.html, and the program for /aws/ alone. The folder deploy/ has each set-up.",
        "onramp serve --no-page",
    ),
    (
        "A container",
        "The same program as an image, with the file mounted. See docs/hosting.md.",
        "",
    ),
];

/// The heading of an entry of a list: "Rule 2".
pub(super) fn entry(list: List, place: usize) -> String {
    match list {
        List::Sessions => format!("Portal {}", place + 1),
        List::Rules => format!("Rule {}", place + 1),
    }
}

/// The button that adds one.
pub(super) fn add(list: List) -> &'static str {
    match list {
        List::Sessions => "Add another portal",
        List::Rules => "Add a rule",
    }
}

/// A switch's name.
pub(super) fn flag(flag: Flag) -> &'static str {
    match flag {
        Flag::OtherStartUrls => "Sign in at other start URLs",
        Flag::SaveToken => "Sign the CLI in too, without a second approval",
        Flag::RoleCredentials => "Fetch a role's credentials through the relay",
        Flag::Preselected(_) => "Chosen at first",
        Flag::Hidden(_) => "Not in the list",
        Flag::Recommended(_) => "Recommended",
    }
}

/// A field's label, an example, and what it is for, by its key without the list it is in.
#[rustfmt::skip]
pub(super) fn field(list: Option<List>, key: &str) -> (&'static str, &'static str, &'static str) {
    match (list, key) {
        (Some(List::Rules), "account") => ("Account", "*production*", "By name or id."),
        (Some(List::Rules), "role") => ("Role", "*ReadOnly*", ""),
        (Some(List::Rules), "name") | (None, "profile_name_template") => {
            ("Profile name template", "{account_name|slug}-{role_name|short}", "")
        }
        (Some(List::Rules), "warning") => ("Warning", "This is production.", ""),
        (Some(List::Rules), "region") | (None, "default_region") => {
            ("Default region", "eu-central-1", "Where their commands work.")
        }
        (_, "output") => ("Output format", "json", ""),
        (Some(List::Sessions), "label") => ("Label", "Acme Labs", "What people choose it by."),
        (_, "start_url") => ("Start URL", "https://acme.awsapps.com/start", ""),
        (_, "region") => ("SSO region", "eu-west-1", "Where your Identity Center is."),
        (Some(List::Sessions), "name") | (None, "session_name") => {
            ("Session name", "acme", "Shows up in commands.")
        }
        (None, "name") => ("Name", "Acme", ""),
        (None, "logo") => ("Logo", "acme.svg", "A file beside onramp.json."),
        (None, "accent") => ("Accent colour", "#0b6044", "We keep it readable, in light and dark."),
        (None, "notice") => ("Notice", "Sign-in needs the VPN.", "Stands above every screen."),
        (None, "support.text") => ("Support", "Ask #help-aws", ""),
        (None, "support.link") => ("Support link", "https://acme.example/help-aws", ""),
        (_, _) => ("", "", ""),
    }
}

/// The lines that a rule adds: "cli_pager =, retry_mode = standard".
pub(super) fn lines<'a>(properties: impl Iterator<Item = (&'a String, &'a String)>) -> String {
    let lines: Vec<String> = properties.map(|(key, value)| line(key, value)).collect();
    lines.join(", ")
}

/// One line as it stands in a profile.
pub(super) fn line(key: &str, value: &str) -> String {
    format!("{key} = {value}").trim_end().to_owned()
}
