//! The documentation names every option and every key, and none that isn't there.

use clap::CommandFactory;
use onramp_domain::host_config::PROPERTIES;
use onramp_host::cli::Cli;
use onramp_host::config::HostConfig;
use serde_json::Value;
use std::collections::BTreeSet;

const CONFIGURATION: &str = include_str!("../../../../docs/configuration.md");

/// What stands in a table's first two columns: `--listen ADDR` and `ONRAMP_LISTEN`.
fn rows(section: &str) -> impl Iterator<Item = Vec<&str>> {
    let section = CONFIGURATION.split("\n## ").find(|text| text.starts_with(section)).unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| row.split('`').skip(1).step_by(2).collect())
}

#[test]
fn every_option_is_documented_with_its_variable() {
    let documented: BTreeSet<String> = rows("Options")
        .map(|cells| format!("{} {}", cells[0].split(' ').next().unwrap(), cells[1]))
        .collect();
    let mut command = Cli::command();
    command.build();
    let serve = command.find_subcommand("serve").unwrap();
    let options: BTreeSet<String> = serve
        .get_arguments()
        .filter(|option| option.get_id() != "help")
        .map(|option| {
            let variable = option.get_env().expect("an option has its variable");
            format!("--{} {}", option.get_long().unwrap(), variable.to_str().unwrap())
        })
        .collect();
    assert_eq!(documented, options);
}

/// The schema's keys, with `[]` behind a list: `rules[].account`.
fn keys(schema: &Value, all: &Value, prefix: &str, keys_to: &mut BTreeSet<String>) {
    let target = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/"));
    let schema = target.map_or(schema, |name| &all["$defs"][name]);
    if schema["items"].is_object() {
        return keys(&schema["items"], all, &format!("{prefix}[]"), keys_to);
    }
    let properties = schema["properties"].as_object().filter(|_| !prefix.ends_with("properties"));
    let Some(properties) = properties else {
        keys_to.insert(prefix.trim_end_matches("[]").to_owned());
        return;
    };
    for (key, value) in properties {
        let dot = if prefix.is_empty() { "" } else { "." };
        keys(value, all, &format!("{prefix}{dot}{key}"), keys_to);
    }
}

#[test]
fn every_key_is_documented() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../../www/onramp.schema.json")).unwrap();
    let mut known = BTreeSet::new();
    keys(&schema, &schema, "", &mut known);
    let documented: BTreeSet<String> = rows("Keys").map(|cells| cells[0].to_owned()).collect();
    assert_eq!(documented, known);
}

#[test]
fn every_property_is_documented() {
    for (key, _) in PROPERTIES {
        assert!(CONFIGURATION.contains(&format!("`{key}`")), "{key}");
    }
}

#[test]
fn the_example_is_right() {
    let (_, example) = CONFIGURATION.split_once("```json\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let config = HostConfig::parse(example).unwrap();
    assert_eq!(config.policy().start_urls.len(), 1);
    HostConfig::parse(include_str!("../../../../www/onramp.example.json")).unwrap();
}
