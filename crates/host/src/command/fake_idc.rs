//! `onramp fake-idc`: only the simulated Identity Center.
//!
//! Not here: what it simulates, which is a crate of its own.

use super::CommandError;
use super::serve::listen;
use crate::cli::{FakeIdcArgs, OrganisationArgs};
use crate::server::{self, Stop};
use onramp_fake_idc::{FakeIdc, Settings};
use tokio::net::TcpListener;

pub(super) async fn run(args: FakeIdcArgs) -> Result<(), CommandError> {
    let listener = listen(args.listen).await?;
    let fake = make(&args.organisation, &listener)?;
    let stop = Stop::on_signal().map_err(CommandError::System)?;
    let address = listener.local_addr().map_err(CommandError::System)?;
    server::print_ready(address).map_err(CommandError::System)?;
    server::serve(listener, fake.router(), stop).await.map_err(CommandError::System)
}

/// The simulated Identity Center behind this listener, with its approval page there too.
pub(super) fn make(
    args: &OrganisationArgs,
    listener: &TcpListener,
) -> Result<FakeIdc, CommandError> {
    Ok(FakeIdc::new(Settings {
        accounts: args.accounts,
        roles: args.roles,
        seed: args.seed,
        faults: args.faults,
        verification: args.verification,
        ..Settings::at(origin(listener)?)
    }))
}

/// Where a browser reaches a listener.
pub(super) fn origin(listener: &TcpListener) -> Result<String, CommandError> {
    listener.local_addr().map(|address| format!("http://{address}")).map_err(CommandError::System)
}
