//! What can be typed after `cargo xtask`.

use crate::bench::Part;
use crate::fuzz;
use clap::{Parser, Subcommand};

/// Onramp's tasks. Each sets up what it needs first.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) task: Task,
}

/// One task, with its options.
#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// Build the page and serve it with a simulated Identity Center: no AWS account needed
    Demo(DemoOptions),
    /// Build the page and serve it with the relay to the real AWS
    Serve(ServeOptions),
    /// Run every check, as continuous integration does
    Test(TestOptions),
    /// Build what is deployed: the static files in dist/ and the program target/release/onramp
    Dist,
    /// Take pictures of every screen and state into target/tour/
    Tour,
    /// Measure the domain's work, the page's start and the relay
    Bench(BenchOptions),
    /// Try the config document and the cache reader on inputs without end
    Fuzz(FuzzOptions),
}

/// Options of `serve`, which `demo` takes too.
#[derive(Debug, clap::Args)]
pub(crate) struct ServeOptions {
    /// Port on 127.0.0.1; 0 takes any free one
    #[arg(long, default_value_t = 8090)]
    pub(crate) port: u16,
    /// Do not open the page in the browser
    #[arg(long)]
    pub(crate) no_open: bool,
}

/// Options of `test`.
#[derive(Debug, clap::Args)]
pub(crate) struct TestOptions {
    /// Only the checks that have this in their name
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) only: String,
}

/// Options of `bench`.
#[derive(Debug, clap::Args)]
pub(crate) struct BenchOptions {
    /// What to measure; everything where nothing is named
    #[arg(value_name = "NAME")]
    pub(crate) parts: Vec<Part>,
    /// A JSON array instead of the table
    #[arg(long)]
    pub(crate) json: bool,
}

/// Options of `fuzz`.
#[derive(Debug, clap::Args)]
pub(crate) struct FuzzOptions {
    /// Which targets; all of them where none is named
    #[arg(value_name = "TARGET", value_parser = clap::builder::PossibleValuesParser::new(fuzz::TARGETS.map(|(name, _)| name)))]
    pub(crate) targets: Vec<String>,
    /// How long each of them runs
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) minutes: u64,
}

/// Options of `demo`.
#[derive(Debug, clap::Args)]
pub(crate) struct DemoOptions {
    #[command(flatten)]
    pub(crate) serve: ServeOptions,
    /// How many accounts the simulated organisation has
    #[arg(long, value_name = "N")]
    pub(crate) accounts: Option<u32>,
    /// How many roles each of them has
    #[arg(long, value_name = "N")]
    pub(crate) roles: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_options_are_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn demo_takes_the_size_of_the_organisation() {
        let args = Args::parse_from(["x", "demo", "--port", "0", "--no-open", "--accounts", "900"]);
        let Task::Demo(demo) = args.task else { panic!("not a demo: {args:?}") };
        assert_eq!((demo.serve.port, demo.serve.no_open), (0, true));
        assert_eq!((demo.accounts, demo.roles), (Some(900), None));
    }
}
