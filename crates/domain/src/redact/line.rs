//! A line of a credentials file as it may be shown to whoever looks over the shoulder. Copying and saving carry every
//! byte.

use std::borrow::Cow;

/// What stands in place of what is not shown.
const HIDDEN: &str = "…";

/// Settings that hold no secret. Any other value is hidden, so that a key nobody has heard of is too.
pub(crate) const HARMLESS: [&str; 18] = [
    "region",
    "output",
    "role_arn",
    "source_profile",
    "credential_source",
    "role_session_name",
    "duration_seconds",
    "mfa_serial",
    "sso_session",
    "sso_start_url",
    "sso_region",
    "sso_account_id",
    "sso_role_name",
    "sso_registration_scopes",
    "aws_account_id",
    "cli_pager",
    "cli_auto_prompt",
    "max_attempts",
];

/// So many of an access key id's last characters are shown, as `aws configure list` does, so that one knows which key
/// to deactivate at AWS.
const TAIL: usize = 4;

/// The line without what is or may be secret. Headers and the names of settings stay, and values that can hold none;
/// everything else is `…`: values, comments, what is no setting at all.
pub fn redact_line(line: &str) -> Cow<'_, str> {
    let content = line.trim();
    if content.is_empty() {
        return Cow::Borrowed(line);
    }
    if content.starts_with(['#', ';']) {
        return comment(line);
    }
    if content.starts_with('[')
        && let Some(end) = line.find(']')
    {
        return cut(line, end + 1);
    }
    setting(line).unwrap_or_else(|| cut(line, line.len() - line.trim_start().len()))
}

/// `key = …`; `None` where what stands before `=` may be no key.
fn setting(line: &str) -> Option<Cow<'_, str>> {
    let at = line.find(['=', ':'])?;
    let key = line[..at].trim().to_ascii_lowercase();
    let value = line[at + 1..].trim();
    let is_plain = line[..at].trim().bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    if HARMLESS.contains(&key.as_str()) {
        return Some(Cow::Borrowed(line));
    }
    let is_key_id = key == "aws_access_key_id";
    if key.is_empty() || !(is_plain || is_key_id || key.starts_with("aws_")) {
        return None;
    }
    if value.is_empty() {
        return Some(Cow::Borrowed(line));
    }
    let start = line.len() - line[at + 1..].trim_start().len();
    // Of a short one the end would be all of it.
    let has_tail = is_key_id && value.len() >= 4 * TAIL && value.is_ascii();
    let tail = if has_tail { &value[value.len() - TAIL..] } else { "" };
    Some(Cow::Owned([&line[..start], HIDDEN, tail].concat()))
}

fn comment(line: &str) -> Cow<'_, str> {
    let begin = line.find(['#', ';']).map_or(0, |at| at + 1);
    let start = line.len() - line[begin..].trim_start().len();
    match setting(&line[start..]) {
        Some(shown) => Cow::Owned([&line[..start], &shown].concat()),
        None => cut(line, start),
    }
}

/// What stands behind this place is hidden, but for blanks.
fn cut(line: &str, end: usize) -> Cow<'_, str> {
    if line[end..].trim().is_empty() {
        return Cow::Borrowed(line);
    }
    let blank = if end > 0 && !line[..end].ends_with(' ') { " " } else { "" };
    Cow::Owned([&line[..end], blank, HIDDEN].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        assert_eq!(redact_line(line), expected);
    }

    #[test]
    fn headers_names_and_harmless_values_stay() {
        check("[dev]", "[dev]");
        check("[dev] # mine", "[dev] …");
        check("  ", "  ");
        check("region = eu-west-1", "region = eu-west-1");
        check("Region=eu-west-1", "Region=eu-west-1");
    }

    #[test]
    fn keys_are_hidden_in_every_spelling() {
        check("aws_secret_access_key = SECRET", "aws_secret_access_key = …");
        check("AWS_Secret_Access_Key=SECRET", "AWS_Secret_Access_Key=…");
        check("aws_session_token: SECRET", "aws_session_token: …");
        check("aws_access_key_id = AKIAIOSFODNN7EXAMPLE", "aws_access_key_id = …MPLE");
        check("aws_access_key_id = AKIAIOSFODNN7EXA", "aws_access_key_id = …7EXA");
        check("aws_access_key_id = AKIAIOSFODNN7EX", "aws_access_key_id = …");
        check("aws_access_key_id = AKIA", "aws_access_key_id = …");
        check("# aws_secret_access_key = SECRET", "# aws_secret_access_key = …");
        check("x_api_key = SECRET", "x_api_key = …");
        check("credential_process = tool --key SECRET", "credential_process = …");
    }

    #[test]
    fn what_may_be_a_piece_of_a_key_is_hidden_whole() {
        check("SECRET", "…");
        check("    wJalrXUtnFEMI/K7MDENG==", "    …");
        check("wJalr/XUtn=", "…");
        check("SECRET=", "…");
        check("[SECRET", "…");
        check("= SECRET", "…");
        check("# hunter2 is the key", "# …");
        check("#SECRET=", "# …");
    }
}
