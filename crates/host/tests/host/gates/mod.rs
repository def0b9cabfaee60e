//! Servers that relay to AWS without this program: their lists of calls are made from the one table, and the attacks
//! that this program refuses are refused by them.

mod cloudfront;
mod lists;
mod servers;
mod start;

use onramp_domain::aws::{Method, Operation, relay_prefix};
use onramp_domain::{EndpointFamily, Partition, Region, Service};
use onramp_host::relay::RelayPolicy;
use onramp_page_files::{PAGE_HEADERS, TRANSPORT_SECURITY};

const DEPLOY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../deploy");

/// The suffixes of AWS's hosts in one family, each with the regions below it.
fn suffixes(family: EndpointFamily) -> Vec<(&'static str, Vec<Region>)> {
    let mut suffixes: Vec<(&str, Vec<Region>)> = Vec::new();
    for partition in Partition::ALL {
        let suffix = match family {
            EndpointFamily::Standard => partition.suffix(),
            EndpointFamily::DualStack => partition.dual_stack_suffix(),
        };
        match suffixes.iter_mut().find(|(known, _)| *known == suffix) {
            Some((_, regions)) => regions.extend(partition.regions()),
            None => suffixes.push((suffix, partition.regions().collect())),
        }
    }
    suffixes
}

/// The paths of a service's calls by one method, with their parameters, as a regular expression.
fn paths(service: Service, method: Method) -> Option<String> {
    let allowed = RelayPolicy::default().calls;
    let calls = allowed.iter().filter(|call| call.service() == service && call.method() == method);
    let with_query = |call: &Operation| match call.query_parameters() {
        [] => call.relay_path().to_owned(),
        names => format!(r"{}(?:\?{})?", call.relay_path(), query(names)),
    };
    let paths: Vec<String> = calls.map(with_query).collect();
    (!paths.is_empty()).then(|| paths.join("|"))
}

/// The call's own parameters, each at most once, in any order. Written out, since Caddy's expressions can't look back.
fn query(names: &[&str]) -> String {
    let rest =
        |first: &str| names.iter().copied().filter(|name| *name != first).collect::<Vec<_>>();
    let first = |name: &&str| match names.len() {
        1 => format!("{name}=[^&]*"),
        _ => format!("{name}=[^&]*(?:&{})?", query(&rest(name))),
    };
    format!("(?:{})", names.iter().map(first).collect::<Vec<_>>().join("|"))
}

/// One row for each service, method, family and suffix: method, prefix, regions, paths, and the host's two ends.
fn rows() -> Vec<[String; 6]> {
    let mut rows = Vec::new();
    for family in [EndpointFamily::Standard, EndpointFamily::DualStack] {
        for (suffix, regions) in suffixes(family) {
            let ids = regions.iter().map(Region::id).collect::<Vec<_>>().join("|");
            for (service, host) in [(Service::Oidc, "oidc"), (Service::Portal, "portal.sso")] {
                for method in [Method::Post, Method::Get] {
                    let Some(paths) = paths(service, method) else { continue };
                    let row = [method.as_str(), relay_prefix(family), &ids, &paths, host, suffix];
                    rows.push(row.map(str::to_owned));
                }
            }
        }
    }
    rows
}

const MADE: &str = "Made from the program's own table by
# `UPDATE_EXPECT=1 cargo test -p onramp-host --test host gates`; a test fails where the two differ.";

/// The headers of the page's every answer.
fn page_headers() -> impl Iterator<Item = (&'static str, &'static str)> {
    PAGE_HEADERS.into_iter().chain([("strict-transport-security", TRANSPORT_SECURITY)])
}
