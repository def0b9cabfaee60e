//! What goes wrong, and how often: the text of `--faults` and `PUT /fake/faults`.
//!
//! Not here: doing it, which the server does around the seven calls and to nothing else.
//!
//! The text is a comma list of `throttle=N/s`, `error=P%`, `drop=P%`, `slow=N ms`, `code-life=N s`, `token-life=N s`
//! and `session-life=N s`, each at most once, with or without the space before the unit. Nothing at all is no fault.

mod kind;
mod measure;

pub use kind::Fault;
pub use measure::Percent;

use chrono::TimeDelta;
use measure::Amount;
use std::fmt;
use std::num::NonZeroU32;
use std::time::Duration;

/// What goes wrong. The default is nothing, and AWS's own lives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    throttle: Option<NonZeroU32>,
    error: Percent,
    drop: Percent,
    slow: Option<Amount>,
    code_life: Option<Amount>,
    token_life: Option<Amount>,
    session_life: Option<Amount>,
}

impl Faults {
    /// Reads a specification such as `throttle=20/s, error=0.5%, token-life=60 s`.
    ///
    /// # Errors
    /// At the first item that is no fault, has no right value, or stands there twice.
    pub fn parse(spec: &str) -> Result<Faults, FaultsError> {
        let mut faults = Faults::default();
        let mut seen: Vec<Fault> = Vec::new();
        for item in spec.split(',').map(str::trim).filter(|item| !item.is_empty()) {
            let (name, value) = item.split_once('=').unwrap_or((item, ""));
            let fault = Fault::named(name.trim())
                .ok_or_else(|| FaultsError::Unknown { name: name.trim().to_owned() })?;
            if seen.contains(&fault) {
                return Err(FaultsError::Twice { fault });
            }
            seen.push(fault);
            faults
                .take(fault, value.trim())
                .ok_or_else(|| FaultsError::Value { fault, value: value.trim().to_owned() })?;
        }
        Ok(faults)
    }

    /// How many portal calls a second are answered; the others get 429. `None`: all.
    pub fn throttle(&self) -> Option<NonZeroU32> {
        self.throttle
    }

    /// How many of the seven calls get a 500.
    pub fn error_share(&self) -> Percent {
        self.error
    }

    /// How many of them get no answer but a closed connection.
    pub fn drop_share(&self) -> Percent {
        self.drop
    }

    /// How long an answer is held back.
    pub fn slow(&self) -> Duration {
        Duration::from_millis(self.slow.map_or(0, |amount| amount.get().into()))
    }

    /// How long a device code is good for: 10 minutes unless set.
    pub fn code_life(&self) -> TimeDelta {
        seconds(self.code_life, 600)
    }

    /// How long an access token is good for: an hour unless set.
    pub fn token_life(&self) -> TimeDelta {
        seconds(self.token_life, 3600)
    }

    /// How long the portal session lives: 8 hours unless set. A refresh does not outlive it.
    pub fn session_life(&self) -> TimeDelta {
        seconds(self.session_life, 8 * 3600)
    }

    fn take(&mut self, fault: Fault, value: &str) -> Option<()> {
        let number = value.strip_suffix(fault.unit())?.trim_end();
        match fault {
            Fault::Throttle => self.throttle = Some(number.parse().ok()?),
            Fault::Error => self.error = Percent::read(number)?,
            Fault::Drop => self.drop = Percent::read(number)?,
            Fault::Slow => self.slow = Some(Amount::read(number)?),
            Fault::CodeLife => self.code_life = Some(Amount::read(number)?),
            Fault::TokenLife => self.token_life = Some(Amount::read(number)?),
            Fault::SessionLife => self.session_life = Some(Amount::read(number)?),
        }
        Some(())
    }

    fn value(&self, fault: Fault) -> Option<String> {
        let amount = |amount: Option<Amount>| amount.map(|amount| amount.get().to_string());
        match fault {
            Fault::Throttle => self.throttle.map(|rate| rate.to_string()),
            Fault::Error => self.error.shown(),
            Fault::Drop => self.drop.shown(),
            Fault::Slow => amount(self.slow),
            Fault::CodeLife => amount(self.code_life),
            Fault::TokenLife => amount(self.token_life),
            Fault::SessionLife => amount(self.session_life),
        }
    }
}

impl std::str::FromStr for Faults {
    type Err = FaultsError;

    fn from_str(spec: &str) -> Result<Faults, FaultsError> {
        Faults::parse(spec)
    }
}

/// The text that [`Faults::parse`] reads; empty where nothing is set.
impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut comma = "";
        for fault in Fault::ALL {
            if let Some(value) = self.value(fault) {
                write!(f, "{comma}{}={value}{}", fault.name(), fault.unit())?;
                comma = ",";
            }
        }
        Ok(())
    }
}

/// Not a list of faults.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultsError {
    /// No fault of this name.
    #[error(
        "no fault is called `{name}`; there are throttle, error, drop, slow, code-life, token-life, session-life"
    )]
    Unknown {
        /// What stands there.
        name: String,
    },
    /// The value is missing, has no unit, or is out of range.
    #[error("`{value}` is not a value for {fault}")]
    Value {
        /// The fault.
        fault: Fault,
        /// What stands after the `=`.
        value: String,
    },
    /// The same fault again.
    #[error("{fault} stands there twice")]
    Twice {
        /// The fault.
        fault: Fault,
    },
}

fn seconds(set: Option<Amount>, otherwise: i64) -> TimeDelta {
    TimeDelta::seconds(set.map_or(otherwise, |amount| amount.get().into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(spec: &str, expect: Expect) {
        expect.assert_eq(&match Faults::parse(spec) {
            Ok(faults) => faults.to_string(),
            Err(error) => format!("error: {error}"),
        });
    }

    #[test]
    fn every_fault_is_read_with_and_without_a_space() {
        check("", expect![""]);
        check(
            "throttle=20/s,error=5%,drop=0.5%,slow=200 ms,code-life=30 s,token-life=60s,session-life=90 s",
            expect![
                "throttle=20/s,error=5%,drop=0.5%,slow=200ms,code-life=30s,token-life=60s,session-life=90s"
            ],
        );
        check(" slow = 10ms , ", expect!["slow=10ms"]);
    }

    #[test]
    fn what_is_no_fault_says_what_is() {
        check(
            "sleep=1s",
            expect![
                "error: no fault is called `sleep`; there are throttle, error, drop, slow, code-life, token-life, session-life"
            ],
        );
        check("slow", expect!["error: `` is not a value for slow=Nms"]);
        check("slow=2s", expect!["error: `2s` is not a value for slow=Nms"]);
        check("throttle=0/s", expect!["error: `0/s` is not a value for throttle=N/s"]);
        check("error=101%", expect!["error: `101%` is not a value for error=P%"]);
        check("drop=-1%", expect!["error: `-1%` is not a value for drop=P%"]);
        check("drop=1%,drop=2%", expect!["error: drop=P% stands there twice"]);
    }

    #[test]
    fn lives_are_aws_own_unless_set() {
        let faults = Faults::parse("code-life=0s").unwrap();
        assert_eq!(faults.code_life(), TimeDelta::zero());
        assert_eq!(faults.token_life(), TimeDelta::hours(1));
        assert_eq!(faults.session_life(), TimeDelta::hours(8));
    }
}
