//! The company's rules, and what of them holds for a role.

use super::{HostConfig, Property, property};
use crate::Region;
use crate::entry::OutputFormat;
use crate::profile_name::{Role, Template};

/// The rules of an `onramp.json`, read. A value that can't be read is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules(Vec<ReadRule>);

#[derive(Clone, Debug, PartialEq)]
struct ReadRule {
    account: Pattern,
    role: Pattern,
    name: Option<Template>,
    region: Option<Region>,
    output: Option<OutputFormat>,
    properties: Vec<Property>,
    preselected: Option<bool>,
    hidden: Option<bool>,
    recommended: Option<bool>,
    warning: Option<String>,
}

/// What the rules say about one role. Where they say nothing, what holds for all roles counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleRules<'a> {
    /// What its profile is called.
    pub name: Option<&'a Template>,
    /// The region that its profile gets.
    pub region: Option<&'a Region>,
    /// The output format that its profile gets.
    pub output: Option<OutputFormat>,
    /// More lines for its profile, each key once.
    pub properties: Vec<Property>,
    /// Whether it is chosen at first.
    pub is_preselected: bool,
    /// Whether the list leaves it out.
    pub is_hidden: bool,
    /// Whether the list marks it as recommended.
    pub is_recommended: bool,
    /// What to mind with it.
    pub warning: Option<&'a str>,
}

impl Rules {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What holds for a role: of all rules that meet it, each key's last value, so that exceptions stand below what
    /// they are from.
    pub fn for_role(&self, role: &Role<'_>) -> RoleRules<'_> {
        let mut of_role = RoleRules::default();
        if self.is_empty() {
            return of_role;
        }
        let account = [role.account_name.to_lowercase(), role.account_id.to_string()];
        let name = role.role_name.as_str().to_lowercase();
        let meets = |rule: &&ReadRule| {
            rule.role.meets(&name) && account.iter().any(|text| rule.account.meets(text))
        };
        for rule in self.0.iter().filter(meets) {
            of_role.name = rule.name.as_ref().or(of_role.name);
            of_role.region = rule.region.as_ref().or(of_role.region);
            of_role.output = rule.output.or(of_role.output);
            of_role.properties.retain(|(key, _)| rule.properties.iter().all(|new| new.0 != *key));
            of_role.properties.extend(&rule.properties);
            of_role.is_preselected = rule.preselected.unwrap_or(of_role.is_preselected);
            of_role.is_hidden = rule.hidden.unwrap_or(of_role.is_hidden);
            of_role.is_recommended = rule.recommended.unwrap_or(of_role.is_recommended);
            of_role.warning = rule.warning.as_deref().or(of_role.warning);
        }
        of_role
    }
}

impl<R> HostConfig<R> {
    /// The rules, ready to be asked.
    pub fn rules(&self) -> Rules {
        let read = |rule: &super::Rule| ReadRule {
            account: Pattern::new(rule.account.as_deref()),
            role: Pattern::new(rule.role.as_deref()),
            name: rule.name.as_deref().and_then(|text| Template::parse(text).ok()),
            region: rule.region.as_deref().and_then(|id| self.find_region(id)),
            output: rule.output.as_deref().and_then(OutputFormat::from_name),
            properties: rule
                .properties
                .iter()
                .filter_map(|(key, value)| property::find(key, value))
                .collect(),
            preselected: rule.preselected,
            hidden: rule.hidden,
            recommended: rule.recommended,
            warning: rule.warning.clone(),
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
                        eu-central-1,
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
                    is_preselected: false,
                    is_hidden: false,
                    is_recommended: true,
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
                    is_preselected: false,
                    is_hidden: false,
                    is_recommended: false,
                    warning: None,
                }
            "#]],
        );
    }
}
