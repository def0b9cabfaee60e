//! How much a role can do, as far as its name tells: nobody is led to an administrator's role.

use onramp_domain::RoleName;

/// How much it can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccessLevel {
    /// Look only.
    ReadOnly,
    /// Nothing is known of it.
    Other,
    /// Everything.
    Full,
}

/// What the name tells. AWS's own permission sets are `AdministratorAccess`, `ReadOnlyAccess` and `ViewOnlyAccess`;
/// Control Tower's begin with `AWS`.
pub fn access_level(role: &RoleName) -> AccessLevel {
    let name: String = role.as_str().to_ascii_lowercase().replace(['-', '_'], "");
    let name = name.strip_prefix("aws").unwrap_or(&name);
    match name {
        "admin" | "administrator" | "adminaccess" | "fulladmin" | "fullaccess" => AccessLevel::Full,
        _ if name.starts_with("administratoraccess") => AccessLevel::Full,
        _ if name.contains("readonly") || name.contains("viewonly") => AccessLevel::ReadOnly,
        _ => AccessLevel::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_who_can_do_everything_and_who_can_only_look() {
        for (name, level) in [
            ("AdministratorAccess", AccessLevel::Full),
            ("AWSAdministratorAccess", AccessLevel::Full),
            ("admin", AccessLevel::Full),
            ("DatabaseAdministrator", AccessLevel::Other),
            ("PowerUserAccess", AccessLevel::Other),
            ("AWSReadOnlyAccess", AccessLevel::ReadOnly),
            ("view-only", AccessLevel::ReadOnly),
        ] {
            assert_eq!(access_level(&RoleName::parse(name).unwrap()), level, "{name}");
        }
    }
}
