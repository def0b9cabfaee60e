//! The demo, as the page meets it: from its configuration to a list of accounts.

use crate::running::Running;
use expect_test::expect;
use onramp_domain::aws::Operation;
use onramp_domain::{EndpointFamily, Region, StartUrl};
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use std::cell::RefCell;
use url::Url;

/// A browser at a host's page.
pub(crate) struct Page {
    origin: String,
    client: Client,
    /// What it was given that nobody else may see.
    secrets: RefCell<Vec<String>>,
}

impl Page {
    pub(crate) fn at(address: &str) -> Page {
        // The program under test makes its own client with the same provider.
        rustls::crypto::ring::default_provider().install_default().ok();
        let client = Client::builder().no_proxy().tls_certs_only([]).build().unwrap();
        Page { origin: format!("http://{address}"), client, secrets: RefCell::default() }
    }

    /// The secrets that it was given so far.
    pub(crate) fn secrets(&self) -> Vec<String> {
        self.secrets.take()
    }

    async fn get(&self, path: &str) -> Value {
        self.json_of(self.client.get(format!("{}{path}", self.origin))).await
    }

    /// A call of the portal's that reads, with these parameters.
    async fn read(
        &self,
        call: Operation,
        at: &(Region, EndpointFamily),
        token: &str,
        query: &[(&str, &str)],
    ) -> Value {
        let path = call.relay_url_path(&at.0, at.1);
        let mut url = Url::parse(&format!("{}{path}", self.origin)).unwrap();
        for (name, value) in query {
            url.query_pairs_mut().append_pair(name, value);
        }
        self.json_of(self.client.get(url).header("x-amz-sso_bearer_token", token)).await
    }

    async fn json_of(&self, request: RequestBuilder) -> Value {
        let answer = request.header("sec-fetch-site", "same-origin").send().await.unwrap();
        let text = answer.text().await.unwrap();
        let answer: Value =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        for part in [&answer, &answer["roleCredentials"]] {
            for name in SECRETS {
                self.secrets.borrow_mut().extend(part[name].as_str().map(str::to_owned));
            }
        }
        answer
    }

    async fn call(&self, call: Operation, at: &(Region, EndpointFamily), body: Value) -> Value {
        let path = call.relay_url_path(&at.0, at.1);
        let request = self.client.post(format!("{}{path}", self.origin));
        let request = request.header("content-type", "application/json");
        self.json_of(request.body(body.to_string())).await
    }

    /// The accounts that the pages of the list hold together.
    async fn accounts(&self, at: &(Region, EndpointFamily), token: &str) -> Vec<Value> {
        let mut accounts = Vec::new();
        let mut next = String::new();
        loop {
            let query = [("next_token", next.as_str())];
            let query = if next.is_empty() { &query[1..] } else { &query[..] };
            let page = self.read(Operation::ListAccounts, at, token, query).await;
            let list = page["accountList"].as_array();
            accounts.extend_from_slice(list.unwrap_or_else(|| panic!("no list: {page}")));
            let Some(more) = page["nextToken"].as_str() else { return accounts };
            next = more.to_owned();
        }
    }

    /// Asks for a role's credentials, renews the token and signs out; each as far as the host lets it.
    async fn use_session(
        &self,
        at: &(Region, EndpointFamily),
        token: &Value,
        account: &Value,
        renew: Value,
    ) {
        let access = token["accessToken"].as_str().unwrap();
        let id = account["accountId"].as_str().unwrap();
        let roles = self.read(Operation::ListAccountRoles, at, access, &[("account_id", id)]).await;
        let role = roles["roleList"][0]["roleName"].as_str().unwrap();
        let query = [("account_id", id), ("role_name", role)];
        self.read(Operation::GetRoleCredentials, at, access, &query).await;
        let renewed = self.call(Operation::CreateToken, at, renew).await;
        let path = Operation::Logout.relay_url_path(&at.0, at.1);
        let request =
            self.client.post(format!("{}{path}", self.origin)).header("content-length", 0);
        let request = request.header("sec-fetch-site", "same-origin");
        let access = renewed["accessToken"].as_str().unwrap();
        let out = request.header("x-amz-sso_bearer_token", access).send().await.unwrap();
        assert_eq!(out.status(), 200);
    }

    /// Signs in at a portal, approving at this origin, and out again; gives the number of accounts there.
    pub(crate) async fn sign_in(
        &self,
        start_url: &StartUrl,
        region: Region,
        approval: &str,
    ) -> usize {
        let at = (region, start_url.endpoints());
        let client = json!({"clientName": "Onramp", "clientType": "public", "scopes": ["sso:account:access"]});
        let client = self.call(Operation::RegisterClient, &at, client).await;
        let with_client = |mut body: Value| {
            body["clientId"] = client["clientId"].clone();
            body["clientSecret"] = client["clientSecret"].clone();
            body
        };
        let start = with_client(json!({"startUrl": start_url.as_str()}));
        let started = self.call(Operation::StartDeviceAuthorization, &at, start).await;
        let link = started["verificationUriComplete"].as_str().unwrap();
        assert!(link.starts_with(&format!("{approval}/")), "{link} at {approval}");

        let code = started["userCode"].as_str().unwrap();
        let form = format!("user_code={code}&answer=allow");
        let form = self.client.post(link).body(form);
        let form = form.header("content-type", "application/x-www-form-urlencoded");
        assert_eq!(form.send().await.unwrap().status(), 200, "{link}");

        let poll = with_client(json!({
            "grantType": "urn:ietf:params:oauth:grant-type:device_code",
            "deviceCode": started["deviceCode"],
        }));
        let token = self.call(Operation::CreateToken, &at, poll).await;
        let accounts = self.accounts(&at, token["accessToken"].as_str().unwrap()).await;
        if let Some(account) = accounts.first() {
            let renew = with_client(json!({
                "grantType": "refresh_token",
                "refreshToken": token["refreshToken"],
            }));
            self.use_session(&at, &token, account, renew).await;
        }
        accounts.len()
    }
}

const SECRETS: [&str; 7] = [
    "clientSecret",
    "deviceCode",
    "userCode",
    "accessToken",
    "refreshToken",
    "secretAccessKey",
    "sessionToken",
];

#[tokio::test]
async fn a_person_signs_in_at_every_portal() {
    let args = ["demo", "--listen", "127.0.0.1:0", "--accounts", "5", "--log-level", "trace"];
    let running = Running::start(&args);
    let page = Page::at(&running.address);
    let demo = page.get("/onramp.json").await["demo"].take();
    let approval = demo["approval_origin"].as_str().unwrap();
    let mut shown = Vec::new();
    for start_url in demo["start_urls"].as_array().unwrap() {
        let start_url = StartUrl::parse(start_url.as_str().unwrap()).unwrap();
        let found = page.get(&format!("/aws/region?portal={}", start_url.host())).await;
        // China's portal stands at a path that a host's name does not tell; there the person is asked.
        let region = Region::parse(found["region"].as_str().unwrap_or("cn-north-1")).unwrap();
        let count = page.sign_in(&start_url, region.clone(), approval).await;
        shown.push(format!("{} {region} {count}", start_url.as_str()));
    }
    expect![[r#"
        https://d-0000000001.awsapps.com/start eu-west-1 5
        https://solo.awsapps.com/start us-east-1 1
        https://empty.awsapps.com/start us-east-1 0
        https://ssoins-0000000000000001.portal.eu-central-1.app.aws eu-central-1 3
        https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/onramp us-gov-west-1 3
        https://start.home.awsapps.cn/directory/onramp cn-north-1 3
        https://ssoins-0000000000000002.eusc-de-east-1.portal.amazonaws.eu eusc-de-east-1 3"#]]
    .assert_eq(&shown.join("\n"));

    let (status, _, stderr) = running.end("-TERM");
    assert_eq!(status, Some(0), "{stderr}");
    let secrets = page.secrets();
    // One portal has no account, and so no credentials, and no use for a new token.
    assert_eq!(secrets.len(), 8 * shown.len() - 3);
    for call in ["CreateToken", "GetRoleCredentials", "Logout"] {
        assert!(stderr.contains(call), "{stderr}");
    }
    assert!(secrets.iter().all(|secret| !stderr.contains(secret)), "a secret is in the log");
}

#[tokio::test]
async fn the_simulated_identity_center_stands_alone_too() {
    let running =
        Running::start(&["fake-idc", "--listen", "127.0.0.1:0", "--faults", "error=100%"]);
    let page = Page::at(&running.address);
    let answer = page.client.post(format!("{}/client/register", page.origin)).body("{}");
    assert_eq!(answer.send().await.unwrap().status(), 500);
    assert_eq!(running.end("-INT").0, Some(0));
}
