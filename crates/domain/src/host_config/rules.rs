//! The company's rules, and what of them holds for a role.

use super::{ExtraProperty, HostConfig, property};
use crate::entry::OutputFormat;
use crate::names::ConfigValue;
use crate::profile_name::{Role, Template};
use std::rc::Rc;

/// The rules of an `onramp.json`, read: which roles each is about, and what it says. A value that can't be read is left
/// out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules(Vec<(Pattern, Pattern, RoleRules)>);

/// What one rule says, or all of them about one role. Where they say nothing, what holds for all roles counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleRules {
    /// What its profile is called.
    pub name: Option<Rc<Template>>,
    /// The region that its profile gets.
    pub region: Option<ConfigValue>,
    /// The output format that its profile gets.
    pub output: Option<OutputFormat>,
    /// More lines for its profile, each key once.
    pub properties: Rc<[ExtraProperty]>,
    /// Whether it is chosen at first.
    pub preselected: Option<bool>,
    /// Whether the list leaves it out.
    pub hidden: Option<bool>,
    /// Whether the list marks it as recommended.
    pub recommended: Option<bool>,
    /// What to mind with it.
    pub warning: Option<Rc<str>>,
}

impl Rules {
    /// What holds for a role: of all rules that meet it, each key's last value, so that exceptions stand below what
    /// they are from.
    pub fn for_role(&self, role: &Role<'_>) -> RoleRules {
        let mut of_role = RoleRules::default();
        if self.0.is_empty() {
            return of_role;
        }
        let account = [role.account_name.to_lowercase(), role.account_id.to_string()];
        let name = role.role_name.as_str().to_lowercase();
        for (accounts, roles, rule) in &self.0 {
            if roles.meets(&name) && account.iter().any(|text| accounts.meets(text)) {
                of_role = rule.clone().over(of_role);
            }
        }
        of_role
    }
}

impl RoleRules {
    /// The two together; where both say something, this.
    fn over(self, other: RoleRules) -> RoleRules {
        let is_kept = |old: &&ExtraProperty| self.properties.iter().all(|new| new.0 != old.0);
        RoleRules {
            properties: match &*self.properties {
                [] => other.properties,
                new => other.properties.iter().filter(is_kept).chain(new).copied().collect(),
            },
            name: self.name.or(other.name),
            region: self.region.or(other.region),
            output: self.output.or(other.output),
            preselected: self.preselected.or(other.preselected),
            hidden: self.hidden.or(other.hidden),
            recommended: self.recommended.or(other.recommended),
            warning: self.warning.or(other.warning),
        }
    }
}

impl<R> HostConfig<R> {
    /// The rules, ready to be asked.
    pub fn rules(&self) -> Rules {
        let read = |rule: &super::Rule| {
            let properties = rule.properties.iter();
            let says = RoleRules {
                name: rule.name.as_deref().and_then(|text| Template::parse(text).ok()).map(Rc::new),
                region: rule
                    .region
                    .as_deref()
                    .and_then(|id| self.find_region(id))
                    .map(|region| ConfigValue::from(&region)),
                output: rule.output.as_deref().and_then(OutputFormat::from_name),
                properties: properties
                    .filter_map(|(key, value)| property::find(key, value))
                    .collect(),
                preselected: rule.preselected,
                hidden: rule.hidden,
                recommended: rule.recommended,
                warning: rule.warning.as_deref().map(Rc::from),
            };
            (Pattern::new(rule.account.as_deref()), Pattern::new(rule.role.as_deref()), says)
        };
        Rules(self.rules.iter().map(read).collect())
    }
}

/// A text in lower case, in which `*` stands for any text.
#[derive(Clone, Debug, PartialEq)]
struct Pattern(String);

impl Pattern {
    fn new(text: Option<&str>) -> Pattern {
        Pattern(text.unwrap_or("*").trim().to_lowercase())
    }

    /// Whether it meets the whole of a text that is in lower case.
    fn meets(&self, text: &str) -> bool {
        let mut parts = self.0.split('*');
        let first = parts.next().unwrap_or_default();
        let Some(mut rest) = text.strip_prefix(first) else { return false };
        let Some(last) = parts.next_back() else { return rest.is_empty() };
        for part in parts {
            let Some(found) = rest.find(part) else { return false };
            rest = &rest[found + part.len()..];
        }
        rest.ends_with(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AccountId, RoleName};
    use expect_test::{Expect, expect};
    use serde::de::IgnoredAny;

    #[test]
    fn a_star_stands_for_any_text() {
        for (pattern, text, meets) in [
            ("*", "", true),
            ("prod", "prod", true),
            ("PROD", "prod", true),
            ("prod", "prod-eu", false),
            ("prod*", "prod-eu", true),
            ("*eu", "prod-eu", true),
            ("p*d*u", "prod-eu", true),
            ("*prod*", "prod", true),
            ("prod*prod", "prod", false),
            ("*a*b*", "b-a", false),
            ("Zoë*", "zoë's sandbox", true),
        ] {
            assert_eq!(Pattern::new(Some(pattern)).meets(text), meets, "{pattern} {text}");
        }
    }

    #[track_caller]
    fn check(rules: &str, account_name: &str, role: &str, expect: Expect) {
        let text = format!("{{\"rules\": {rules}}}");
        let config: HostConfig<IgnoredAny> = serde_json::from_str(&text).unwrap();
        let (account_id, role_name) =
            (AccountId::parse("111111111111").unwrap(), RoleName::parse(role).unwrap());
        let role = Role {
            account_id: &account_id,
            account_name,
            email: "aws@acme.example",
            role_name: &role_name,
        };
        expect.assert_debug_eq(&config.rules().for_role(&role));
    }

    const RULES: &str = r#"[
        {"region": "eu-west-1", "properties": {"cli_pager": "", "retry_mode": "standard"}},
        {"account": "*PRODUCTION*", "warning": "This is production", "region": "eu-central-1"},
        {"account": "1111*", "role": "*read*", "preselected": true, "recommended": true},
        {"account": "*production", "role": "*", "preselected": false, "properties": {"retry_mode": "adaptive"}},
        {"role": "Billing", "hidden": true, "name": "{account_name|slug}-money", "output": "table"}
    ]"#;

    #[test]
    fn the_last_rule_that_meets_a_role_counts_key_by_key() {
        check(
            RULES,
            "Data Production",
            "ReadOnly",
            expect![[r#"
                RoleRules {
                    name: None,
                    region: Some(
                        ConfigValue(
                            "eu-central-1",
                        ),
                    ),
                    output: None,
                    properties: [
                        (
                            "cli_pager",
                            "",
                        ),
                        (
                            "retry_mode",
                            "adaptive",
                        ),
                    ],
                    preselected: Some(
                        false,
                    ),
                    hidden: None,
                    recommended: Some(
                        true,
                    ),
                    warning: Some(
                        "This is production",
                    ),
                }
            "#]],
        );
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        let rules = r#"[{"region": "moon", "output": "xml", "name": "{x}", "properties":
            {"credential_process": "sh", "cli_pager": "sh"}}]"#;
        check(
            rules,
            "Sandbox",
            "Admin",
            expect![[r#"
                RoleRules {
                    name: None,
                    region: None,
                    output: None,
                    properties: [],
                    preselected: None,
                    hidden: None,
                    recommended: None,
                    warning: None,
                }
            "#]],
        );
    }
}
