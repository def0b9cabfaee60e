//! The lines that a rule may add to a profile: a closed list, each with its values.
//!
//! Not here, for good: whatever runs a program (`credential_process`, a pager that is one), reads a file (`ca_bundle`),
//! or leads somewhere else (`endpoint_url`, `services`).
//!
//! Source: AWS CLI user guide, "Configuration and credential file settings"; SDKs and Tools reference guide.

/// A key and its value, as they stand in a profile.
pub type ExtraProperty = (&'static str, &'static str);

const SWITCH: &[&str] = &["true", "false"];

/// The keys, and the values of each. An empty pager is none.
pub const PROPERTIES: &[(&str, &[&str])] = &[
    ("cli_auto_prompt", &["on", "on-partial", "off"]),
    ("cli_binary_format", &["base64", "raw-in-base64-out"]),
    ("cli_history", &["enabled", "disabled"]),
    ("cli_pager", &[""]),
    ("cli_timestamp_format", &["wire", "iso8601"]),
    ("defaults_mode", &["legacy", "standard", "in-region", "cross-region", "mobile", "auto"]),
    ("max_attempts", &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]),
    ("parameter_validation", SWITCH),
    ("retry_mode", &["legacy", "standard", "adaptive"]),
    ("sts_regional_endpoints", &["legacy", "regional"]),
    ("use_dualstack_endpoint", SWITCH),
    ("use_fips_endpoint", SWITCH),
];

/// The values of a key, where it is one of the list.
pub(super) fn values(key: &str) -> Option<&'static [&'static str]> {
    PROPERTIES.iter().find_map(|(known, values)| (*known == key).then_some(*values))
}

/// The property of the list that reads like this.
pub(super) fn find(key: &str, value: &str) -> Option<ExtraProperty> {
    let (known, values) = PROPERTIES.iter().find(|(known, _)| *known == key)?;
    Some((known, values.iter().find(|known| **known == value)?))
}

#[cfg(feature = "schema")]
pub(super) fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let keys = PROPERTIES
        .iter()
        .map(|(key, values)| ((*key).to_owned(), serde_json::json!({ "enum": values })));
    schemars::json_schema!({
        "type": "object",
        "properties": keys.collect::<serde_json::Map<_, _>>(),
        "additionalProperties": false,
    })
}
