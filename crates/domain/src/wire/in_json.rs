//! Each body field by field, under the name it has in JSON.
//!
//! Not here: the types. AWS leaves out what is zero or empty, and what is needed is an error where it is missing.

use super::{
    AccountInfo, CreateTokenRequest, CreateTokenResponse, ErrorBody, ListAccountRolesResponse,
    ListAccountsResponse, RegisterClientRequest, RegisterClientResponse, RoleInfo,
    StartDeviceAuthorizationRequest, StartDeviceAuthorizationResponse,
};
use crate::Secret;
use crate::json::{Fields, FromFields, Unreadable, Writer};

impl RegisterClientRequest<'_> {
    /// As JSON.
    pub fn to_json(&self) -> Secret {
        let object =
            Writer::new().text("clientName", self.client_name).text("clientType", self.client_type);
        let object =
            if self.scopes.is_empty() { object } else { object.texts("scopes", self.scopes) };
        Secret::new(object.finish())
    }
}

impl StartDeviceAuthorizationRequest<'_> {
    /// As JSON.
    pub fn to_json(&self) -> Secret {
        let object = Writer::new()
            .text("clientId", self.client_id)
            .text("clientSecret", self.client_secret.expose())
            .text("startUrl", self.start_url);
        Secret::new(object.finish())
    }
}

impl CreateTokenRequest<'_> {
    /// As JSON.
    pub fn to_json(&self) -> Secret {
        let mut object = Writer::new()
            .text("clientId", self.client_id)
            .text("clientSecret", self.client_secret.expose())
            .text("grantType", self.grant_type);
        if let Some(code) = self.device_code {
            object = object.text("deviceCode", code.expose());
        }
        if let Some(token) = self.refresh_token {
            object = object.text("refreshToken", token.expose());
        }
        Secret::new(object.finish())
    }
}

impl FromFields for RegisterClientResponse {
    fn from_fields(mut fields: Fields) -> Result<Self, Unreadable> {
        Ok(RegisterClientResponse {
            client_id: fields.needed_text("clientId")?,
            client_secret: Secret::new(fields.needed_text("clientSecret")?),
            client_secret_expires_at: fields.number("clientSecretExpiresAt")?.unwrap_or_default(),
        })
    }
}

impl FromFields for StartDeviceAuthorizationResponse {
    fn from_fields(mut fields: Fields) -> Result<Self, Unreadable> {
        Ok(StartDeviceAuthorizationResponse {
            device_code: Secret::new(fields.needed_text("deviceCode")?),
            user_code: fields.needed_text("userCode")?,
            verification_uri: fields.needed_text("verificationUri")?,
            verification_uri_complete: fields.text("verificationUriComplete")?,
            expires_in: fields.number("expiresIn")?,
            interval: fields.number("interval")?,
        })
    }
}

impl FromFields for CreateTokenResponse {
    fn from_fields(mut fields: Fields) -> Result<Self, Unreadable> {
        Ok(CreateTokenResponse {
            access_token: Secret::new(fields.needed_text("accessToken")?),
            expires_in: fields.number("expiresIn")?,
            refresh_token: fields.text("refreshToken")?.map(Secret::new),
        })
    }
}

impl FromFields for ListAccountsResponse {
    fn from_fields(mut fields: Fields) -> Result<Self, Unreadable> {
        Ok(ListAccountsResponse {
            account_list: fields.objects("accountList")?,
            next_token: fields.text("nextToken")?,
        })
    }
}

impl FromFields for AccountInfo {
    fn from_fields(mut fields: Fields) -> Result<Self, Unreadable> {
        Ok(AccountInfo {
            account_id: fields.needed_text("accountId")?,
            account_name: fields.text("accountName")?.unwrap_or_default(),
            email_address: fields.text("emailAddress")?.unwrap_or_default(),
        })
    }
}

impl FromFields for ListAccountRolesResponse {
    fn from_fields(mut fields: Fields) -> Result<Self, Unreadable> {
        Ok(ListAccountRolesResponse {
            role_list: fields.objects("roleList")?,
            next_token: fields.text("nextToken")?,
        })
    }
}

impl FromFields for RoleInfo {
    fn from_fields(mut fields: Fields) -> Result<Self, Unreadable> {
        Ok(RoleInfo { role_name: fields.needed_text("roleName")? })
    }
}

impl FromFields for ErrorBody {
    fn from_fields(mut fields: Fields) -> Result<Self, Unreadable> {
        Ok(ErrorBody {
            error: fields.text("error")?,
            error_description: fields.text("error_description")?,
            reason: fields.text("reason")?,
            message: fields.text("message")?.or(fields.text("Message")?),
            kind: fields.text("__type")?,
        })
    }
}
