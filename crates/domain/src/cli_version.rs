//! What `aws --version` says: whether the AWS CLI is there, and new enough for a config with sessions.
//!
//! Source: the AWS CLI's user agent, which it prints; its change log (sessions since 2.9.0); the shells' own words where
//! there is no such command.

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CliVersion {
    /// It knows everything that is written here.
    Good,
    /// Version 2, from before sessions.
    TooOld,
    /// Version 1: it can't sign in to Identity Center.
    One,
    /// There is no such command.
    NotFound,
    /// Something else was said.
    Unknown,
}

/// Reads what was printed.
pub fn cli_version(said: &str) -> CliVersion {
    let Some((_, version)) = said.split_once("aws-cli/") else {
        let said = said.to_lowercase();
        let not_found = ["not found", "not recognized", "unknown command", "no such file"];
        return match not_found.iter().any(|words| said.contains(words)) {
            true => CliVersion::NotFound,
            false => CliVersion::Unknown,
        };
    };
    let mut numbers = version.split(|c: char| !c.is_ascii_digit()).map(str::parse);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(1)), _) => CliVersion::One,
        (Some(Ok(2)), Some(Ok(0..=8))) => CliVersion::TooOld,
        (Some(Ok(2..=99_u32)), Some(Ok(_))) => CliVersion::Good,
        _ => CliVersion::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_told_apart() {
        for (said, version) in [
            ("aws-cli/2.36.7 Python/3.13.4 Linux/6.1 exe/x86_64.debian.12", CliVersion::Good),
            ("$ aws --version\naws-cli/2.9.0 Python/3.9", CliVersion::Good),
            ("aws-cli/2.8.13 Python/3.9.11 Darwin/21.6.0", CliVersion::TooOld),
            ("aws-cli/1.22.34 Python/3.10.12 Linux/5.15 botocore/1.23.34", CliVersion::One),
            ("zsh: command not found: aws", CliVersion::NotFound),
            ("fish: Unknown command: aws", CliVersion::NotFound),
            (
                "aws : The term 'aws' is not recognized as the name of a cmdlet",
                CliVersion::NotFound,
            ),
            ("'aws' is not recognized as an internal or external command", CliVersion::NotFound),
            ("aws-cli/x", CliVersion::Unknown),
            ("hello", CliVersion::Unknown),
        ] {
            assert_eq!(cli_version(said), version, "{said}");
        }
    }
}
