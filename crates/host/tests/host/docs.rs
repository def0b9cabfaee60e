//! The documentation names every option and every key, and none that isn't there.

use clap::CommandFactory;
use onramp_host::cli::Cli;
use onramp_host::config::HostConfig;
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

#[test]
fn every_key_is_documented() {
    // The message for an unknown key names those that are known.
    let keys = |prefix: &str, text: &str| -> BTreeSet<String> {
        let error = HostConfig::parse(text).unwrap_err().what;
        let (_, known) = error.split_once("expected ").unwrap();
        known.split('`').skip(1).step_by(2).map(|key| format!("{prefix}{key}")).collect()
    };
    let mut known = keys("", r#"{"?": 1}"#);
    known.append(&mut keys("relay.", r#"{"relay": {"?": 1}}"#));
    known.remove("relay.rate_limits");
    known.append(&mut keys("relay.rate_limits.", r#"{"relay": {"rate_limits": {"?": 1}}}"#));
    let documented: BTreeSet<String> = rows("Keys").map(|cells| cells[0].to_owned()).collect();
    assert_eq!(documented, known);
}

#[test]
fn the_example_is_right() {
    let (_, example) = CONFIGURATION.split_once("```json\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let config = HostConfig::parse(example).unwrap();
    assert_eq!(config.policy().start_urls.len(), 1);
    HostConfig::parse(include_str!("../../../../www/onramp.example.json")).unwrap();
}
