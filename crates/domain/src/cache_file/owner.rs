//! Whose a token's file is, by its name: the SHA-1 of a session's name or of a start URL can't be read back, but
//! names that are known can be tried.

use crate::portal::same_portal;

/// What a token's file is named after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A session, by its name.
    Session(String),
    /// A start URL in this very spelling, as in a profile of the older format.
    StartUrl(String),
}

impl Owner {
    /// What a person may call it: an address is a start URL, anything else a session's name. `None` for blanks.
    pub fn parse(text: &str) -> Option<Owner> {
        let text = text.trim();
        if text.is_empty() {
            None
        } else if text.contains("://") {
            Some(Owner::StartUrl(text.to_owned()))
        } else {
            Some(Owner::Session(text.to_owned()))
        }
    }

    /// The session's name or the start URL.
    pub fn as_str(&self) -> &str {
        match self {
            Owner::Session(text) | Owner::StartUrl(text) => text,
        }
    }

    /// Whether two are the same address, though the AWS CLI keeps a file for each spelling.
    pub fn is_other_spelling_of(&self, other: &Owner) -> bool {
        match (self, other) {
            (Owner::StartUrl(one), Owner::StartUrl(two)) => one != two && same_portal(one, two),
            (Owner::Session(_), _) | (_, Owner::Session(_)) => false,
        }
    }
}

/// Sessions and start URLs that are known, with the names of their files.
#[derive(Clone, Debug, Default)]
pub struct KnownNames(Vec<(Owner, String)>);

impl KnownNames {
    /// Puts one behind those that are there. What is known already stays where it is.
    pub fn add(&mut self, owner: Owner) {
        if self.0.iter().all(|(known, _)| *known != owner) {
            let file = owner.file_name();
            self.0.push((owner, file));
        }
    }

    /// All of them, with the names of their files.
    pub fn iter(&self) -> impl Iterator<Item = &(Owner, String)> {
        self.0.iter()
    }

    /// Whose a file is: one that is known, one of their addresses or the file's own start URL in another spelling, or
    /// a session by a name that many choose. `None` where none fits, or the name is none of a token's.
    pub fn owner_of(&self, file_name: &str, start_url: Option<&str>) -> Option<Owner> {
        let hash = token_hash(file_name)?;
        let is_it = |file: &str| file.strip_suffix(".json") == Some(&hash);
        if let Some((owner, _)) = self.0.iter().find(|(_, file)| is_it(file)) {
            return Some(owner.clone());
        }
        let mut guesses = Vec::new();
        for (owner, _) in &self.0 {
            if let Owner::StartUrl(url) = owner {
                guesses.extend(spellings(url));
            }
        }
        guesses.extend(OFTEN_CHOSEN.map(|name| Owner::Session(name.to_owned())));
        if let Some(url) = start_url {
            guesses.extend(spellings(url));
            guesses.extend(first_label(url).map(|label| Owner::Session(label.to_owned())));
        }
        guesses.into_iter().find(|owner| is_it(&owner.file_name()))
    }
}

impl FromIterator<Owner> for KnownNames {
    fn from_iter<I: IntoIterator<Item = Owner>>(owners: I) -> KnownNames {
        let mut known = KnownNames::default();
        owners.into_iter().for_each(|owner| known.add(owner));
        known
    }
}

/// The region in the name of a registration of the older form: `botocore-client-id-REGION.json`.
pub fn registration_region(file_name: &str) -> Option<&str> {
    let name = file_name.rsplit(['/', '\\']).next()?;
    let region = name.strip_prefix("botocore-client-id-")?.strip_suffix(".json")?;
    let is_region = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (!region.is_empty() && region.len() < 32 && region.bytes().all(is_region)).then_some(region)
}

/// Names in AWS's own guides, and plain ones.
const OFTEN_CHOSEN: [&str; 7] = ["my-sso", "sso", "default", "aws", "main", "corp", "company"];

/// The forty digits of a name as the AWS CLI gives it, also where a browser has added ` (1)` or a system ` copy`.
pub fn token_hash(file_name: &str) -> Option<String> {
    let name = file_name.rsplit(['/', '\\']).next()?;
    let (hash, rest) = name.split_at_checked(40)?;
    let is_hash = hash.bytes().all(|b| b.is_ascii_hexdigit());
    let is_end = rest.ends_with(".json") && !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    (is_hash && is_end).then(|| hash.to_ascii_lowercase())
}

/// An address as it is, and with the ends that are found in working configs.
fn spellings(url: &str) -> [Owner; 7] {
    let bare = url.trim_end_matches(['/', '#']);
    ["", "/", "#", "#/", "/#", "/#/", &url[bare.len()..]]
        .map(|end| Owner::StartUrl([bare, end].concat()))
}

fn first_label(url: &str) -> Option<&str> {
    url.split_once("://")?.1.split(['.', '/']).next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ACME: &str = "https://acme.awsapps.com/start";

    fn session(name: &str) -> Owner {
        Owner::Session(name.to_owned())
    }

    fn address(url: &str) -> Owner {
        Owner::StartUrl(url.to_owned())
    }

    #[track_caller]
    fn check(
        named_after: Owner,
        known: &[Owner],
        start_url: Option<&str>,
        expected: Option<Owner>,
    ) {
        let known: KnownNames = known.iter().cloned().collect();
        assert_eq!(known.owner_of(&named_after.file_name(), start_url), expected);
    }

    #[test]
    fn a_file_is_known_by_its_name() {
        check(session("team"), &[session("team"), address(ACME)], None, Some(session("team")));
        check(session("b"), &[session("a"), session("b")], None, Some(session("b")));
        check(session("team"), &[session("other")], Some(ACME), None);
        check(session("acme"), &[], Some(ACME), Some(session("acme")));
        check(session("my-sso"), &[], None, Some(session("my-sso")));
    }

    #[test]
    fn another_spelling_of_an_address_is_known_as_such() {
        let with_slash = address(&format!("{ACME}/"));
        check(with_slash.clone(), &[address(ACME)], None, Some(with_slash.clone()));
        check(address(ACME), &[], Some(&format!("{ACME}/#/")), Some(address(ACME)));
        for end in ["#", "#/", "/#"] {
            let file = address(&format!("{ACME}{end}"));
            check(file.clone(), &[], Some(&format!("{ACME}{end}")), Some(file));
        }
        let in_capitals = address("https://ACME.awsapps.com/start");
        let known = [address(ACME)];
        check(in_capitals.clone(), &known, Some(in_capitals.as_str()), Some(in_capitals.clone()));
        assert!(in_capitals.is_other_spelling_of(&address(ACME)));
        assert!(with_slash.is_other_spelling_of(&address(ACME)));
        assert!(!address(ACME).is_other_spelling_of(&address(ACME)));
        assert!(!session(ACME).is_other_spelling_of(&with_slash));
    }

    #[test]
    fn a_name_that_was_changed_on_the_way_is_still_one() {
        let hash = session("my-sso").file_name().replace(".json", "");
        for name in [
            format!("{hash} (1).json"),
            format!("{hash} copy.json"),
            format!("cache/{hash}.json"),
            format!("{}.JSON", hash.to_uppercase()).replace("JSON", "json"),
        ] {
            assert_eq!(
                KnownNames::default().owner_of(&name, None),
                Some(session("my-sso")),
                "{name}"
            );
        }
        for name in [format!("{hash}a.json"), hash.clone(), format!("{hash}.txt"), String::new()] {
            assert_eq!(KnownNames::default().owner_of(&name, None), None, "{name}");
        }
    }

    #[test]
    fn a_hash_has_hexadecimal_digits_alone() {
        assert_eq!(token_hash(&format!("{}.json", "aF".repeat(20))), Some("af".repeat(20)));
        assert_eq!(token_hash(&format!("{}.json", "ag".repeat(20))), None);
    }

    #[test]
    fn what_a_person_enters_is_a_name_or_an_address() {
        assert_eq!(Owner::parse(" corp "), Some(session("corp")));
        assert_eq!(Owner::parse(ACME), Some(address(ACME)));
        assert_eq!(Owner::parse(" "), None);
    }

    #[test]
    fn a_registration_of_the_older_form_names_its_region() {
        assert_eq!(registration_region("botocore-client-id-eu-west-1.json"), Some("eu-west-1"));
        for (length, is_one) in [(31, true), (32, false)] {
            let name = format!("botocore-client-id-{}.json", "a".repeat(length));
            assert_eq!(registration_region(&name).is_some(), is_one, "{length}");
        }
        for name in ["botocore-client-id-.json", "botocore-client-id-a_b.json", "x.json", ""] {
            assert_eq!(registration_region(name), None, "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_name_is_taken_without_panic(name in any::<String>(), url in any::<String>()) {
            let known: KnownNames = [Owner::StartUrl(url.clone())].into_iter().collect();
            let _ = known.owner_of(&name, Some(&url));
            let _ = registration_region(&name);
        }
    }
}
