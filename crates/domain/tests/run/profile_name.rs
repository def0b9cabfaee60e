//! `profile-names`: names made from a template.

use onramp_domain::profile_name::{Role, Template, TemplateError, names};
use onramp_domain::{AccountId, ProfileName, RoleName};
use serde_json::{Value, json};

#[derive(serde::Deserialize)]
pub(crate) struct Given {
    template: String,
    session: String,
    roles: Vec<GivenRole>,
    #[serde(default)]
    existing: Vec<String>,
}

#[derive(serde::Deserialize)]
struct GivenRole {
    account_id: String,
    account_name: String,
    email: String,
    role_name: String,
}

pub(crate) fn answer(given: Given) -> Result<Value, String> {
    let template = match Template::parse(&given.template) {
        Ok(template) => template,
        Err(error) => return Ok(fault(error)),
    };
    let parsed: Vec<(AccountId, RoleName)> = given
        .roles
        .iter()
        .map(|role| {
            let id = AccountId::parse(&role.account_id).map_err(|error| error.to_string())?;
            let name = RoleName::parse(&role.role_name).map_err(|error| error.to_string())?;
            Ok((id, name))
        })
        .collect::<Result<_, String>>()?;
    let roles = given.roles.iter().zip(&parsed).map(|(role, (account_id, role_name))| {
        let (account_name, email) = (role.account_name.as_str(), role.email.as_str());
        (&template, Role { account_id, account_name, email, role_name })
    });
    let existing = given.existing.iter().map(Into::into).collect();
    let names = names(&given.session, &roles.collect::<Vec<_>>(), existing);
    Ok(json!({"names": names.iter().map(ProfileName::as_str).collect::<Vec<_>>()}))
}

fn fault(error: TemplateError) -> Value {
    let at = |code, at: usize, nearest: Option<&str>| {
        let mut fault = json!({"error": code, "at": at});
        if let Some(nearest) = nearest {
            fault["nearest"] = nearest.into();
        }
        fault
    };
    match error {
        TemplateError::Empty => json!({"error": "empty-template"}),
        TemplateError::UnknownPlaceholder { at: place, nearest } => {
            at("unknown-placeholder", place, nearest)
        }
        TemplateError::UnknownFilter { at: place, nearest } => at("unknown-filter", place, nearest),
        TemplateError::Unclosed { at: place } => at("unclosed", place, None),
        TemplateError::StrayBrace { at: place } => at("stray-brace", place, None),
    }
}
