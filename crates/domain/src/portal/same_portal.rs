//! Whether two start URLs lead to one portal, however they are spelled.

use super::StartUrl;

/// Whether two spellings lead to one portal. What is no start URL is compared as it stands, but for what a portal's
/// page adds at the end.
pub fn same_portal(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    match (StartUrl::parse(one), StartUrl::parse(other)) {
        (Ok(one), Ok(other)) => one.as_str() == other.as_str(),
        (Err(_), Err(_)) => {
            let bare = |text: &str| text.trim_end_matches(['/', '#']).to_owned();
            bare(one) == bare(other)
        }
        (Ok(_), Err(_)) | (Err(_), Ok(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(one: &str, other: &str) {
        assert!(same_portal(one, other) && same_portal(other, one), "{one} and {other}");
    }

    #[track_caller]
    fn differ(one: &str, other: &str) {
        assert!(!same_portal(one, other) && !same_portal(other, one), "{one} and {other}");
    }

    #[test]
    fn every_spelling_of_a_portal_is_that_portal() {
        for spelling in [
            "https://ACME.awsapps.com/start",
            "https://acme.awsapps.com",
            "https://acme.awsapps.com/start/",
            "https://acme.awsapps.com/start#/",
            "https://acme.awsapps.com/start/#/?tab=accounts",
            "acme.awsapps.com/start",
        ] {
            same(spelling, "https://acme.awsapps.com/start");
        }
        same("http://localhost/start", "http://localhost/start/#/");
        same("https://sso.acme.example/x/", "https://SSO.acme.example/x#/");
    }

    #[test]
    fn other_portals_are_others() {
        differ("https://acme.awsapps.com/start", "https://acme2.awsapps.com/start");
        differ("http://localhost/start", "http://localhost/other");
        differ("https://acme.awsapps.com/start", "");
        differ(
            "https://start.us-gov-home.awsapps.com/directory/acme",
            "https://start.us-gov-home.awsapps.com/directory/other",
        );
    }

    #[test]
    fn what_is_no_start_url_is_compared_as_it_stands() {
        same("http://localhost:8080/start", "http://localhost:8080/start/#/");
        differ("http://localhost:8080/start", "http://localhost:8081/start");
        differ("${PORTAL}", "${OTHER}");
    }
}
