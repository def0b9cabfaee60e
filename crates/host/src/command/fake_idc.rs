//! `onramp fake-idc`: only the simulated Identity Center.
//!
//! Not here: what it simulates, which is a crate of its own.

use super::serve::listen;
use super::{CommandError, serve_all};
use crate::cli::{FakeIdcArgs, OrganisationArgs};
use crate::metrics::Metrics;
use crate::server::{ListenAddress, Listener, raise_descriptor_limit, shutdown_on_signal};
use onramp_fake_idc::{FakeIdc, Settings};

pub(super) async fn run(args: FakeIdcArgs) -> Result<(), CommandError> {
    if !args.listen.ip().is_loopback() && !args.allow_remote_clients {
        return Err(CommandError::FakeIdcOffLoopback { address: args.listen });
    }
    let capacity = raise_descriptor_limit();
    let listener = listen(&ListenAddress::Port(args.listen), None).await?;
    let router = make(&args.organisation, &listener).router();
    let shutdown = shutdown_on_signal().map_err(CommandError::System)?;
    serve_all(vec![(router, listener)], capacity, &Metrics::default(), &shutdown).await
}

/// The simulated Identity Center behind this listener, with its approval page there too.
pub(super) fn make(args: &OrganisationArgs, listener: &Listener) -> FakeIdc {
    FakeIdc::new(Settings {
        accounts: args.accounts,
        roles: args.roles,
        seed: args.seed,
        faults: args.faults,
        verification: args.verification,
        ..Settings::at(listener.url())
    })
}
