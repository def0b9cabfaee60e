//! Reasons that are many: what a text is that is no config, what an address is that is no start URL, why the CLI refuses
//! a file.

use onramp_domain::config::ParseErrorKind;
use onramp_domain::lint::{Contents, OddCharacter};
use onramp_domain::portal::StartUrlError;

pub(super) fn region_fails(key: &str) -> &'static str {
    match key {
        "sso_region" => "nobody can sign in. Your AWS access portal shows the right one.",
        _ => "commands fail: nothing answers at its address.",
    }
}

pub(super) fn not_a_start_url(error: &StartUrlError) -> &'static str {
    match error {
        StartUrlError::ConsoleUrl => {
            "It's the console, or the sign-in page of an account's own IAM users. The start URL is the page that lists your accounts, such as https://your-company.awsapps.com/start."
        }
        StartUrlError::IdentityProviderUrl => {
            "It's your company's sign-in page. Open AWS from there, and take the address of the page that lists your accounts."
        }
        StartUrlError::LookAlike => {
            "It looks like an AWS address and isn't one. Ask whoever gave it to you."
        }
        StartUrlError::DeviceUrl { .. }
        | StartUrlError::SignInUrl { .. }
        | StartUrlError::EndpointUrl { .. } => {
            "It's another page or service of AWS's. The start URL is the page that lists your accounts, such as https://your-company.awsapps.com/start."
        }
        StartUrlError::BuilderId
        | StartUrlError::Empty
        | StartUrlError::NotAUrl
        | StartUrlError::SeveralLines
        | StartUrlError::TooLong
        | StartUrlError::NotHttps
        | StartUrlError::HasCredentials => {
            "A start URL looks like https://your-company.awsapps.com/start: the page that lists your accounts."
        }
    }
}

pub(super) fn not_a_config(contents: Contents) -> &'static str {
    match contents {
        Contents::Json => {
            "It looks like JSON, such as a file from the CLI's cache; those go into “Check a token”. Your config is ~/.aws/config."
        }
        Contents::Markup => {
            "It looks like a web page. Copy the text that the page shows, or the file itself."
        }
        Contents::Template => {
            "It looks like a template that a program fills in first. Paste the result: ~/.aws/config."
        }
        Contents::Encrypted => "It's encrypted. Decrypt it first, then paste ~/.aws/config.",
        Contents::Other => {
            "None of its lines begins with a header such as [profile dev]. Your config is ~/.aws/config."
        }
    }
}

pub(super) fn parse_error(error: &ParseErrorKind) -> (&'static str, &'static str) {
    match error {
        ParseErrorKind::ByteOrderMark => (
            "An invisible mark stands at the beginning",
            "Some Windows editors put it there. The CLI takes it for text and reads nothing.",
        ),
        ParseErrorKind::BeforeFirstHeader { .. } => (
            "There's text before the first header",
            "The CLI doesn't know which profile it belongs to. The fix makes it a comment, so you lose nothing.",
        ),
        ParseErrorKind::NoDelimiter => (
            "A line without “=”",
            "The CLI can't read it. As a comment it stays in the file, so you lose nothing.",
        ),
        ParseErrorKind::NoKey => (
            "A line starts with “=”",
            "The setting's name is missing. The fix makes it a comment, so you lose nothing.",
        ),
        ParseErrorKind::DuplicateSection { .. } => (
            "A header is there twice",
            "The fix merges both. Where they differ, the last one counts.",
        ),
        ParseErrorKind::DuplicateKey { .. } => (
            "A setting is there twice in one section",
            "Keep the one you mean. Capital letters make no difference.",
        ),
        ParseErrorKind::BadNested => (
            "An indented line isn't a setting",
            "Below a setting without a value, each indented line needs “=”. The fix makes it a comment.",
        ),
    }
}

pub(super) fn odd_character(odd: OddCharacter) -> String {
    match odd {
        OddCharacter::Blank(character) => {
            format!("There's an unusual space, U+{:04X}", u32::from(character))
        }
        OddCharacter::Quote(character) => format!("There's a curly quote, {character}"),
        OddCharacter::Invisible(character) => {
            format!("There's an invisible character, U+{:04X}", u32::from(character))
        }
    }
}
