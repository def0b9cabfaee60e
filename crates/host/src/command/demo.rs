//! `onramp demo`: the page, the relay, and a simulated Identity Center at its other end.
//!
//! Not here: AWS. The organisation has a port of its own, as AWS has hosts of its own: its approval page opens in a
//! tab of another origin, and the relay reaches it as it would reach any mirror.

use super::{CommandError, fake_idc, serve};
use crate::cli::DemoArgs;
use crate::config::{Demo, PageConfig};
use crate::relay::{RemoteUpstream, Upstream};
use crate::router::router;
use crate::server::{self, Stop};
use std::net::SocketAddr;

/// The simulated organisation's portals, the one with many accounts first.
const START_URLS: [&str; 7] = [
    "https://d-0000000001.awsapps.com/start",
    "https://solo.awsapps.com/start",
    "https://empty.awsapps.com/start",
    "https://ssoins-0000000000000001.portal.eu-central-1.app.aws",
    "https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/onramp",
    "https://start.home.awsapps.cn/directory/onramp",
    "https://ssoins-0000000000000002.eusc-de-east-1.portal.amazonaws.eu",
];

pub(super) async fn run(args: DemoArgs) -> Result<(), CommandError> {
    let listen = args.page.listen;
    if !listen.ip().is_loopback() {
        return Err(CommandError::DemoOffLoopback { address: listen });
    }
    let listener = serve::listen(listen).await?;
    let organisation = serve::listen(SocketAddr::new(listen.ip(), 0)).await?;
    let origin = fake_idc::origin(&organisation)?;
    let fake = fake_idc::make(&args.organisation, &organisation)?;

    let upstream = Upstream::mirror(&origin, RemoteUpstream::Refused)?;
    let start_urls = START_URLS.map(str::to_owned).to_vec();
    let config = PageConfig::default().with_demo(Demo { approval_origin: origin, start_urls });
    let host = serve::make_host(&args.page, Vec::new(), config, upstream)?;

    let stop = Stop::on_signal().map_err(CommandError::System)?;
    server::print_ready(listener.local_addr().map_err(CommandError::System)?)
        .map_err(CommandError::System)?;
    tokio::try_join!(
        server::serve(listener, router(host), stop.clone()),
        server::serve(organisation, fake.router(), stop),
    )
    .map_err(CommandError::System)?;
    Ok(())
}
