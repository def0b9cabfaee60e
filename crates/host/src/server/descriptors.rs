//! How many connections the machine has room for: each is a file descriptor, and so is each connection to AWS.
//!
//! Not here: what happens when there is no room ([`super::connections`]).

/// More is not asked for.
const ENOUGH: u64 = 16 * 1024;
/// What the program needs for itself: its log, its listeners, certificates, look-ups of names.
const OWN: u64 = 64;

/// What there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// Open connections from clients. A third of the descriptors: as many are for connections to AWS, and in the demo
    /// the simulated Identity Center has as many again.
    pub connections: usize,
    /// Relayed calls. Half of the connections, so that whoever waits for AWS can't keep everybody else out.
    pub calls: usize,
}

impl Capacity {
    fn of(descriptors: u64) -> Capacity {
        let third = descriptors.min(ENOUGH).saturating_sub(OWN) / 3;
        let connections = usize::try_from(third.max(8)).unwrap_or(8);
        Capacity { connections, calls: connections / 2 }
    }
}

/// Raises the limit on descriptors as far as the system lets, and answers with what there is room for.
#[cfg(unix)]
pub fn raise_descriptor_limit() -> Capacity {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let wanted = maximum.unwrap_or(ENOUGH).min(ENOUGH);
    if current.is_some_and(|current| current < wanted) {
        // Where the system refuses, the limit stays as it is, and is read again below.
        setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum }).ok();
    }
    Capacity::of(getrlimit(Resource::Nofile).current.unwrap_or(ENOUGH))
}

/// What there is room for where the system has no limit on descriptors.
#[cfg(not(unix))]
pub fn raise_descriptor_limit() -> Capacity {
    Capacity::of(ENOUGH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_are_well_below_the_limit() {
        for (descriptors, connections) in [(0, 8), (256, 64), (1024, 320), (1 << 40, 5440)] {
            assert_eq!(Capacity::of(descriptors).connections, connections);
        }
    }
}
