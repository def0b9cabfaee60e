//! How often one client may begin a sign-in or look a region up.
//!
//! Not here: calls with a token, which AWS throttles by the person, and how many calls may be on their way at once
//! ([`crate::relay`]).

use super::client::Client;
use crate::relay::RelayError;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use moka::ops::compute::Op;
use moka::sync::Cache;
use onramp_domain::aws::Operation;
use serde::Deserialize;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// How many clients are told apart. With more than that at once, some begin anew.
const CLIENTS: u64 = 100_000;
const MINUTE: Duration = Duration::from_secs(60);

/// How often one client may ask, in a minute and at once. Everybody in an office may have one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RateLimits {
    /// Registrations, and as often beginnings of a sign-in.
    pub sign_ins_per_minute: NonZeroU32,
    /// Look-ups of a portal's region.
    pub look_ups_per_minute: NonZeroU32,
}

impl Default for RateLimits {
    fn default() -> RateLimits {
        const SIXTY: NonZeroU32 = NonZeroU32::new(60).unwrap();
        RateLimits { sign_ins_per_minute: SIXTY, look_ups_per_minute: SIXTY }
    }
}

/// A token bucket a client, for each kind of request that is limited.
#[derive(Debug)]
pub(crate) struct RateLimiter {
    registrations: Buckets,
    sign_ins: Buckets,
    look_ups: Buckets,
}

impl RateLimiter {
    pub(crate) fn new(limits: RateLimits) -> RateLimiter {
        RateLimiter {
            registrations: Buckets::new(limits.sign_ins_per_minute),
            sign_ins: Buckets::new(limits.sign_ins_per_minute),
            look_ups: Buckets::new(limits.look_ups_per_minute),
        }
    }

    fn buckets(&self, path: &str) -> Option<&Buckets> {
        let call = path.splitn(4, '/').nth(3).and_then(Operation::at_relay_path);
        match call {
            Some(Operation::RegisterClient) => Some(&self.registrations),
            Some(Operation::StartDeviceAuthorization) => Some(&self.sign_ins),
            Some(
                Operation::CreateToken
                | Operation::ListAccounts
                | Operation::ListAccountRoles
                | Operation::GetRoleCredentials
                | Operation::Logout,
            ) => None,
            None => (path == "/aws/region").then_some(&self.look_ups),
        }
    }
}

/// Refuses what a client asks too often. Without a known client all are one.
pub(crate) async fn limit_rate(
    State(limiter): State<Arc<RateLimiter>>,
    request: Request,
    next: Next,
) -> Response {
    let client = request.extensions().get::<Client>().copied().unwrap_or(Client(None));
    match limiter.buckets(request.uri().path()) {
        Some(buckets) if !buckets.take(client, Instant::now()) => {
            let seconds = buckets.interval.as_secs_f64().ceil() as u64;
            RelayError::RateLimited { seconds }.into_response()
        }
        Some(_) | None => next.run(request).await,
    }
}

#[derive(Debug)]
struct Buckets {
    /// When each client's bucket is full again.
    full_at: Cache<IpAddr, Instant>,
    /// The time in which one token comes.
    interval: Duration,
}

impl Buckets {
    fn new(per_minute: NonZeroU32) -> Buckets {
        Buckets {
            full_at: Cache::builder().max_capacity(CLIENTS).time_to_live(MINUTE).build(),
            interval: MINUTE / per_minute.get(),
        }
    }

    /// Takes a token, where one is left.
    fn take(&self, client: Client, now: Instant) -> bool {
        let mut is_taken = false;
        self.full_at.entry(network(client)).and_compute_with(|entry| {
            let full_at = entry.map_or(now, |entry| entry.into_value().max(now)) + self.interval;
            is_taken = full_at <= now + MINUTE;
            if is_taken { Op::Put(full_at) } else { Op::Nop }
        });
        is_taken
    }
}

/// What one client has: an address, or of IPv6 a network of 64 bits.
fn network(client: Client) -> IpAddr {
    match client.0 {
        Some(IpAddr::V6(address)) => {
            IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)))
        }
        Some(address) => address,
        None => IpAddr::V6(Ipv6Addr::UNSPECIFIED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(text: &str) -> Client {
        Client(Some(text.parse().unwrap()))
    }

    #[test]
    fn a_client_has_a_minutes_worth_at_once_and_then_as_it_comes_in() {
        let buckets = Buckets::new(NonZeroU32::new(6).unwrap());
        let now = Instant::now();
        let taken = |at: Instant| (0..10).filter(|_| buckets.take(client("192.0.2.1"), at)).count();
        assert_eq!(taken(now), 6);
        assert_eq!(taken(now + Duration::from_secs(9)), 0);
        assert_eq!(taken(now + Duration::from_secs(20)), 2);
        assert_eq!(taken(now + Duration::from_secs(1000)), 6);
    }

    #[test]
    fn clients_are_told_apart_by_what_they_have() {
        let buckets = Buckets::new(NonZeroU32::new(1).unwrap());
        let now = Instant::now();
        let take = |text| buckets.take(client(text), now);
        assert!(take("192.0.2.1") && take("192.0.2.2") && !take("192.0.2.1"));
        assert!(take("2001:db8::1") && !take("2001:db8::2") && take("2001:db8:0:1::1"));
        assert!(buckets.take(Client(None), now) && !buckets.take(Client(None), now));
    }

    #[test]
    fn what_begins_a_sign_in_is_limited() {
        let limiter = RateLimiter::new(RateLimits::default());
        let is_limited = |path| limiter.buckets(path).is_some();
        assert!(is_limited("/aws/eu-west-1/oidc/client/register"));
        assert!(is_limited("/aws-dualstack/eu-west-1/oidc/device_authorization"));
        assert!(is_limited("/aws/region"));
        assert!(!is_limited("/aws/eu-west-1/oidc/token"));
        assert!(!is_limited("/aws/eu-west-1/portal/assignment/accounts"));
        assert!(!is_limited("/"));
    }
}
