//! Hosts that could be taken for AWS's by a person, and are not.
//!
//! A company's own host that merely has a word of AWS's (`aws.acme.example`, `awsapps.acme.example`) is no look-alike.

use super::host_kind::region_named;
use crate::edit_distance::edit_distance;

/// AWS's domains. Each counts with a dash for any of its dots, and glued to what stands before it.
const DOMAINS: &[&str] = &[
    "awsapps.com",
    "awsapps.cn",
    "amazonaws.com",
    "amazonaws.cn",
    "amazonaws.eu",
    "aws.amazon.com",
    "amazonwebservices.com.cn",
    "amazonwebservices.eu",
];

/// Below `.aws`, which is AWS's own; their words are too short to count without a region before them.
const REGIONAL: &[&str] = &[".app.aws.", ".api.aws.", ".signin.aws."];

/// The words by which a domain of one's own is made to look like AWS's.
const WORDS: &[&str] = &["awsapps", "amazonaws"];

/// Whether a host in lower case looks like AWS's. Below a suffix that is AWS's, only the part before it counts.
pub(super) fn is(host: &str, suffix: Option<&str>) -> bool {
    let front = host.strip_suffix(suffix.unwrap_or_default()).unwrap_or(host);
    let dotted = format!("{}.", front.trim_end_matches('.').replace('-', "."));
    if DOMAINS.iter().any(|domain| dotted.contains(&format!("{domain}."))) {
        return true;
    }
    if REGIONAL.iter().any(|domain| region_before(front, domain)) {
        return true;
    }
    suffix.is_none() && host.rsplit('.').take(2).any(is_misspelt)
}

/// Whether a host with letters of other scripts, each taken for any letter, holds one of AWS's domains.
pub(super) fn in_foreign_letters(host: &str) -> bool {
    let host: Vec<char> = host.to_lowercase().chars().collect();
    DOMAINS.iter().chain(REGIONAL).any(|domain| {
        let domain: Vec<char> = domain.trim_matches('.').chars().collect();
        host.windows(domain.len()).any(|window| {
            let same = window.iter().zip(&domain).filter(|(a, b)| a == b).count();
            let foreign = window.iter().filter(|c| !c.is_ascii()).count();
            same + foreign == domain.len() && same > foreign
        })
    })
}

fn region_before(front: &str, domain: &str) -> bool {
    front.match_indices(domain).any(|(at, _)| {
        front[..at].rsplit('.').next().is_some_and(|label| region_named(label).is_some())
    })
}

/// `awsapps` under another top-level domain, with a letter wrong, or in the ASCII form of foreign letters.
fn is_misspelt(label: &str) -> bool {
    let label = match label.strip_prefix("xn--") {
        Some(encoded) => encoded.rsplit_once('-').map_or("", |(plain, _)| plain),
        None => label,
    };
    WORDS.iter().any(|word| edit_distance(label, word) <= 1)
}

#[cfg(test)]
mod tests {
    use super::in_foreign_letters;
    use crate::portal::host_kind::{HostKind, classify};

    #[test]
    fn a_suffix_inside_another_host_is_a_look_alike() {
        for host in [
            "d-1234567890.awsapps.com.evil.example",
            "d-1234567890-awsapps.com",
            "d-1234567890.awsapps-com.evil.example",
            "myawsapps.com",
            "awsapps.com-login.example",
            "evil.d-1234567890.awsapps.com",
            "oidc.eu-west-1.amazonaws.com.s3.amazonaws.com",
            "console.aws.amazon.com.evil.example",
            "eu-west-1.signin.aws.evil.example",
            "ssoins-722367a2c1b4d5e6.portal.eu-west-1.app.aws.evil.example",
            "start.eu-west-1.us-gov-home.awsapps.com",
            "d-1234567890.awsapps.net",
            "d-1234567890.awsaps.com",
            "d-1234567890.xn--wsapps-3ve.com",
        ] {
            assert_eq!(classify(host), HostKind::LookAlike, "{host}");
        }
    }

    #[test]
    fn a_companys_own_host_is_none() {
        for host in ["aws.acme.example", "awsapps.acme.example", "myapp.aws.acme.example"] {
            assert_eq!(classify(host), HostKind::Other, "{host}");
        }
    }

    #[test]
    fn foreign_letters_count_as_any() {
        assert!(in_foreign_letters("d-1234567890.\u{430}wsapps.com"));
        assert!(in_foreign_letters("d-1234567890.awsapps\u{ff0e}com"));
        assert!(!in_foreign_letters("日本語日本語日本語日本語"));
        assert!(!in_foreign_letters("sso.münchen.example"));
    }
}
