//! The JSON Schema of `onramp.json` is made from the types, and lies beside the page for editors.

use super::RelayConfig;
use expect_test::expect_file;

#[test]
fn the_published_schema_is_that_of_the_types() {
    let schema = schemars::schema_for!(onramp_domain::HostConfig<RelayConfig>);
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    expect_file!["../../../../www/onramp.schema.json"].assert_eq(&text);
}
