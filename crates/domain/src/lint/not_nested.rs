//! `s3 =` with its settings below it not indented: they are the profile's then, and the CLI fails at every command with
//! "'str' object has no attribute 'get'". Indented they are where they belong, if somebody says so.
//!
//! Source: botocore's `args.compute_s3_config`; aws/aws-cli 1870 and 9469.

use super::bad_nested::NESTED_KEYS;
use super::{ChoiceLabel, Fix, ProblemKind, Problems, Subject};
use crate::config::{Header, LineEdits, Property, Value};

/// What can stand below `s3`, and below a service.
const SETTINGS: [&str; 12] = [
    "addressing_style",
    "endpoint_url",
    "max_bandwidth",
    "max_concurrent_requests",
    "max_queue_size",
    "multipart_chunksize",
    "multipart_threshold",
    "payload_signing_enabled",
    "signature_version",
    "us_east_1_regional_endpoint",
    "use_accelerate_endpoint",
    "use_dualstack_endpoint",
];

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    let is_one = |keys: &[&str], it: &Property<'_>| keys.iter().any(|key| it.has_key(key));
    for section in subject.document.sections() {
        let of_services = match section.header() {
            Header::Services(_) => true,
            Header::Profile(_) => false,
            Header::SsoSession(_) | Header::Defaults | Header::Nameless | Header::Other => continue,
        };
        let properties: Vec<Property<'_>> = section.properties().collect();
        for (place, property) in properties.iter().enumerate() {
            let value = property.value();
            let is_empty = value.as_text() == Some("");
            let is_flat = match value {
                Value::Text(_) if of_services => is_empty && !is_one(&SETTINGS, property),
                Value::Text(_) => is_one(&NESTED_KEYS, property),
                Value::Nested(_) => false,
            };
            if !is_flat || property.lines().len() > 1 {
                continue;
            }
            let mut edits = LineEdits::default();
            let below = properties[place + 1..].iter();
            for below in below.take_while(|it| is_empty && is_one(&SETTINGS, it)) {
                for index in below.lines() {
                    edits.replace(index, &["  ", subject.document.line(index).text()]);
                }
            }
            let fix = (!edits.is_empty()).then(|| Fix::suggestion(ChoiceLabel::Apply, edits));
            let kind = ProblemKind::NotNested(property.key().into());
            problems.push(kind, &[property.line().number()], fix);
        }
    }
}
