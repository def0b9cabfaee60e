//! Finds credentials as any program with the AWS SDK for Rust does, by environment, `~/.aws/config` and the token cache,
//! and prints whose they are: `123456789012 ASIA…`.
//!
//! Not here: the secret parts, which are not printed.

use aws_config::BehaviorVersion;
use aws_credential_types::provider::ProvideCredentials as _;
use aws_smithy_http_client::Builder;
use std::error::Error;
use std::io::Write as _;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let config = aws_config::defaults(BehaviorVersion::latest())
        .http_client(Builder::new().build_http())
        .load()
        .await;
    let provider = config.credentials_provider().ok_or("no credentials are configured")?;
    let credentials = provider.provide_credentials().await?;
    let account = credentials.account_id().map_or("", |id| id.as_str());
    let region = config.region().map_or("", |region| region.as_ref());
    writeln!(std::io::stdout(), "{account} {} {region}", credentials.access_key_id())?;
    Ok(())
}
