//! Messages of the AWS CLI about a sign-in, known by their words.
//!
//! Not here: what to do about them, which is the page's to say.
//!
//! Source of the words: botocore's `exceptions.py`, `tokens.py` and `utils.py`; AWS's own, of its OIDC and portal
//! services, FACTS "Errors".

/// What a message of the AWS CLI says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CliMessage {
    /// A session's token has ended, and AWS gave no new one for it.
    RefreshFailed,
    /// A legacy profile's token has ended, or AWS takes it no more.
    SignInEnded,
    /// There is no file for this session or start URL.
    TokenMissing {
        /// Its name as it stands in the message.
        of: String,
    },
    /// The file is there, and lacks its token or its end.
    TokenUnreadable,
    /// AWS knows the token no more: the session was ended.
    SessionEnded,
    /// AWS takes the code or the refresh token no more.
    GrantRefused,
    /// AWS knows the client's registration no more.
    RegistrationEnded,
    /// The code was not approved in time.
    CodeEnded,
    /// The sign-in holds, but the role is not given to this person.
    RoleRefused,
    /// The profile is in no file.
    ProfileMissing,
    /// The profile names a session that is in no file.
    SessionMissing,
    /// The profile lacks keys that a sign-in needs.
    SettingsMissing,
    /// No profile was named, or one without a sign-in.
    NoCredentials,
    /// Keys, not a sign-in, have ended; often old ones in the environment.
    KeysEnded,
}

/// The words, in lower case; the first that is found counts.
const WORDS: [(&str, CliMessage); 20] = [
    ("token has expired and refresh failed", CliMessage::RefreshFailed),
    ("sso session associated with this profile has expired", CliMessage::SignInEnded),
    ("sso session associated with this profile is invalid", CliMessage::SignInEnded),
    ("session token not found or invalid", CliMessage::SessionEnded),
    ("pending authorization to retrieve an sso token has expired", CliMessage::CodeEnded),
    ("expired_token", CliMessage::CodeEnded),
    ("specified sso-session does not exist", CliMessage::SessionMissing),
    ("configuration does not exist", CliMessage::SessionMissing),
    ("missing the following required sso configuration", CliMessage::SettingsMissing),
    ("missing required configuration", CliMessage::SettingsMissing),
    ("invalid_grant", CliMessage::GrantRefused),
    ("invalidgrantexception", CliMessage::GrantRefused),
    ("invalid_client", CliMessage::RegistrationEnded),
    ("invalidclientexception", CliMessage::RegistrationEnded),
    ("forbiddenexception", CliMessage::RoleRefused),
    ("unauthorizedssotokenerror", CliMessage::SignInEnded),
    ("error loading sso token", CliMessage::TokenUnreadable),
    ("error when retrieving token from sso", CliMessage::RefreshFailed),
    ("unable to locate credentials", CliMessage::NoCredentials),
    ("security token included in the request is expired", CliMessage::KeysEnded),
];

/// No name in a config file is longer.
const LONGEST_NAME: usize = 300;

impl CliMessage {
    /// Finds a message in what was copied out of a terminal, which may have broken its lines.
    pub fn find(text: &str) -> Option<CliMessage> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // Only ASCII changes its case, so that places stay the same.
        let lower = text.to_ascii_lowercase();
        if let Some(of) = between(&text, &lower, "token for ", " does not exist") {
            return Some(CliMessage::TokenMissing { of: of.to_owned() });
        }
        if between(&text, &lower, "the config profile (", ") could not be found").is_some() {
            return Some(CliMessage::ProfileMissing);
        }
        WORDS.into_iter().find(|(words, _)| lower.contains(words)).map(|(_, message)| message)
    }
}

/// What stands between two words, where that can be a name.
fn between<'a>(text: &'a str, lower: &str, before: &str, after: &str) -> Option<&'a str> {
    let start = lower.find(before)? + before.len();
    let end = start + lower[start..].find(after)?;
    Some(&text[start..end]).filter(|name| !name.is_empty() && name.len() <= LONGEST_NAME)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: Option<CliMessage>) {
        assert_eq!(CliMessage::find(text), expected, "{text}");
    }

    #[test]
    fn messages_are_known_in_a_terminals_lines() {
        check(
            "$ aws s3 ls\n\nError when retrieving token from sso: Token has\n   expired and refresh failed\n$",
            Some(CliMessage::RefreshFailed),
        );
        check(
            "The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.",
            Some(CliMessage::SignInEnded),
        );
        check(
            "Error loading SSO Token: Token for https://acme.awsapps.com/start does not exist",
            Some(CliMessage::TokenMissing { of: "https://acme.awsapps.com/start".to_owned() }),
        );
        check(
            "Error loading SSO Token: Token for corp is invalid",
            Some(CliMessage::TokenUnreadable),
        );
        check(
            "An error occurred (UnauthorizedException) when calling the GetRoleCredentials operation: Session token not found or invalid",
            Some(CliMessage::SessionEnded),
        );
        check(
            "An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access",
            Some(CliMessage::RoleRefused),
        );
        check(
            "An error occurred (InvalidGrantException) when calling the CreateToken operation: ",
            Some(CliMessage::GrantRefused),
        );
        check("{\"error\":\"invalid_grant\"}", Some(CliMessage::GrantRefused));
        check("The config profile (dev) could not be found", Some(CliMessage::ProfileMissing));
        check(
            "Unable to locate credentials. You can configure credentials by running \"aws configure\".",
            Some(CliMessage::NoCredentials),
        );
        check(
            "An error occurred (ExpiredToken) when calling the ListBuckets operation: The security token included in the request is expired",
            Some(CliMessage::KeysEnded),
        );
    }

    #[test]
    fn other_texts_hold_no_message() {
        for text in ["", "token for", "Token for  does not exist", "Token for x", "hello ü"] {
            check(text, None);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_searched_without_panic(text in any::<String>()) {
            let _ = CliMessage::find(&text);
            let _ = CliMessage::find(&format!("İtoken for {text} does not exist"));
        }
    }
}
