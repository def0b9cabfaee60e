//! What the host promises of any request, as a check on one. Shared by a property test and a fuzz target.
//!
//! The whole way is tried, from the bytes on the wire to the name that the relay asks for, with AWS at its other end:
//! only that no name leads anywhere, and that each is written down.

use crate::support::Setup;
use axum::Router;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use onramp_host::relay::Upstream;
use reqwest::dns::{Name, Resolve, Resolving};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::runtime::{Builder, Runtime};

/// Names that were asked for.
#[derive(Clone, Default)]
pub(crate) struct Nowhere(Arc<Mutex<Vec<String>>>);

impl Resolve for Nowhere {
    fn resolve(&self, name: Name) -> Resolving {
        self.0.lock().unwrap().push(name.as_str().to_owned());
        Box::pin(async { Err("this machine is not left".into()) })
    }
}

impl Nowhere {
    /// A host in its real mode, but for that.
    pub(crate) fn router(&self) -> Router {
        rustls::crypto::ring::default_provider().install_default().ok();
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .https_only(true)
            .no_proxy()
            .tls_certs_only([])
            .dns_resolver(Arc::new(self.clone()))
            .build();
        Setup { client: Some(client.unwrap()), ..Setup::on_loopback(Upstream::Aws) }.router()
    }

    pub(crate) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

thread_local! {
    static HOST: (Runtime, Nowhere, Router) = {
        let nowhere = Nowhere::default();
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let router = nowhere.router();
        (runtime, nowhere, router)
    };
}

const AWSS: [&str; 8] = [
    ".amazonaws.com",
    ".amazonaws.com.cn",
    ".amazonaws.eu",
    ".api.aws",
    ".api.amazonwebservices.com.cn",
    ".api.amazonwebservices.eu",
    ".awsapps.com",
    ".awsapps.cn",
];

/// Whatever is sent, nothing fails, and nobody but AWS is called. How many names were asked for.
pub(crate) fn only_aws_is_called(request: &[u8]) -> usize {
    HOST.with(|(runtime, nowhere, router)| {
        let answer = runtime.block_on(exchange(router.clone(), request));
        let answer = String::from_utf8_lossy(&answer);
        assert!(!answer.contains("HTTP/1.1 500"), "{answer}");
        let asked = nowhere.asked();
        for name in &asked {
            assert!(AWSS.iter().any(|suffix| name.ends_with(suffix)), "{name}");
        }
        asked.len()
    })
}

/// Sends it on a connection of its own; what comes until that is closed.
async fn exchange(router: Router, request: &[u8]) -> Vec<u8> {
    let (mut client, server) = tokio::io::duplex(1 << 20);
    let serving = hyper::server::conn::http1::Builder::new()
        .half_close(true)
        .serve_connection(TokioIo::new(server), TowerToHyperService::new(router));
    let asking = async {
        // The host may have hung up by then.
        client.write_all(request).await.ok();
        client.shutdown().await.ok();
        let mut answer = Vec::new();
        client.read_to_end(&mut answer).await.ok();
        answer
    };
    // That a connection ends badly is its client's matter.
    let (_, answer) = tokio::join!(serving, asking);
    answer
}

/// A request made of bytes: as they are, or with each of them one of the parts that right ones are made of.
pub(crate) fn request_of(bytes: &[u8]) -> Vec<u8> {
    let Some((form, bytes)) = bytes.split_first() else { return Vec::new() };
    let (before, after) = match form % 4 {
        0 => return bytes.to_vec(),
        1 => ("", ""),
        2 => (
            "GET ",
            " HTTP/1.1\r\nhost: 127.0.0.1\r\nsec-fetch-site: same-origin\r\nx-amz-sso_bearer_token: t\r\n\r\n",
        ),
        _ => (
            "GET /aws/region?portal=",
            " HTTP/1.1\r\nhost: 127.0.0.1\r\nsec-fetch-site: same-origin\r\n\r\n",
        ),
    };
    let mut request = before.as_bytes().to_vec();
    for byte in bytes {
        match PARTS.get(usize::from(*byte)) {
            Some(part) => request.extend_from_slice(part.as_bytes()),
            None => request.push(byte % 128),
        }
    }
    request.extend_from_slice(after.as_bytes());
    request
}

/// What right requests are made of, and some that wrong ones are.
pub(crate) const PARTS: [&str; 48] = [
    "GET ",
    "POST ",
    "/aws/",
    "/aws-dualstack/",
    "/aws",
    "eu-west-1",
    "cn-north-1",
    "us-gov-west-1",
    "eusc-de-east-1",
    "/oidc/",
    "/portal/",
    "token",
    "client/register",
    "device_authorization",
    "logout",
    "assignment/accounts",
    "assignment/roles",
    "federation/credentials",
    "region",
    "?",
    "&",
    "=",
    "portal=",
    "account_id=",
    "max_result=",
    "next_token=",
    "xn--",
    "d-1234567890",
    "start",
    ".",
    ".awsapps.com",
    ".awsapps.cn",
    ".home",
    ".us-gov-home",
    "ssoins-0000000000000001",
    ".portal",
    ".app.aws",
    ".amazonaws.com",
    ".amazonaws.eu",
    "%",
    "/../",
    "@",
    " HTTP/1.1\r\n",
    "host: 127.0.0.1\r\n",
    "sec-fetch-site: same-origin\r\n",
    "x-amz-sso_bearer_token: t\r\n",
    "content-type: application/json\r\ncontent-length: 2\r\n",
    "\r\n{}",
];
