//! What goes wrong, and how often: the text of `--faults` and `PUT /fake/faults`.
//!
//! Not here: doing it, which the server does around the seven calls and to nothing else.
//!
//! The text is a comma list of `throttle=N/s`, `error=P%`, `drop=P%`, `slow=N ms`, `code-life=N s`, `token-life=N s`
//! and `session-life=N s`, each at most once, with or without the space before the unit. Nothing at all is no fault.

use chrono::TimeDelta;
use std::num::NonZeroU32;
use std::time::Duration;

/// What goes wrong. The default is nothing, and AWS's own lives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Faults {
    /// How many portal calls a second are answered; the others get 429. `None`: all.
    pub throttle: Option<NonZeroU32>,
    /// The share of the seven calls that get a 500, from 0 to 1.
    pub error: f64,
    /// The share of them that get no answer but a closed connection.
    pub drop: f64,
    /// How long an answer is held back.
    pub slow: Duration,
    /// How long a device code is good for.
    pub code_life: TimeDelta,
    /// How long an access token is good for.
    pub token_life: TimeDelta,
    /// How long the portal session lives. A refresh does not outlive it.
    pub session_life: TimeDelta,
}

impl Default for Faults {
    fn default() -> Faults {
        Faults {
            throttle: None,
            error: 0.0,
            drop: 0.0,
            slow: Duration::ZERO,
            code_life: TimeDelta::minutes(10),
            token_life: TimeDelta::hours(1),
            session_life: TimeDelta::hours(8),
        }
    }
}

/// Every fault, as it is written.
const FORMS: [&str; 7] = [
    "throttle=N/s",
    "error=P%",
    "drop=P%",
    "slow=Nms",
    "code-life=Ns",
    "token-life=Ns",
    "session-life=Ns",
];

/// The longest time, in its unit: a year of seconds.
const MOST: u32 = 366 * 86_400;

impl Faults {
    /// Reads a specification such as `throttle=20/s, error=0.5%, token-life=60 s`.
    ///
    /// # Errors
    /// At the first item that is no fault, has no right value, or stands there twice.
    pub fn parse(spec: &str) -> Result<Faults, FaultsError> {
        let mut faults = Faults::default();
        let mut seen = Vec::new();
        for item in spec.split(',').map(str::trim).filter(|item| !item.is_empty()) {
            let (name, value) = item.split_once('=').unwrap_or((item, ""));
            let (name, value) = (name.trim(), value.trim());
            let is_named = |form: &&str| form.split('=').next() == Some(name);
            let Some(form) = FORMS.into_iter().find(is_named) else {
                return Err(FaultsError::Unknown { name: name.to_owned() });
            };
            if seen.contains(&form) {
                return Err(FaultsError::Twice { form });
            }
            seen.push(form);
            faults
                .take(name, value)
                .ok_or_else(|| FaultsError::Value { form, value: value.to_owned() })?;
        }
        Ok(faults)
    }

    fn take(&mut self, name: &str, value: &str) -> Option<()> {
        let number = |unit: &str| Some(value.strip_suffix(unit)?.trim_end());
        let amount = |unit: &str| number(unit)?.parse::<u32>().ok().filter(|it| *it <= MOST);
        let seconds = || Some(TimeDelta::seconds(amount("s")?.into()));
        let share = || {
            let percent: f64 = number("%")?.parse().ok()?;
            (0.0..=100.0).contains(&percent).then_some(percent / 100.0)
        };
        match name {
            "throttle" => self.throttle = Some(number("/s")?.parse().ok()?),
            "error" => self.error = share()?,
            "drop" => self.drop = share()?,
            "slow" => self.slow = Duration::from_millis(amount("ms")?.into()),
            "code-life" => self.code_life = seconds()?,
            "token-life" => self.token_life = seconds()?,
            _ => self.session_life = seconds()?,
        }
        Some(())
    }
}

/// Not a list of faults.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultsError {
    #[error(
        "no fault is called `{name}`; there are throttle, error, drop, slow, code-life, token-life, session-life"
    )]
    Unknown { name: String },
    /// The value is missing, has no unit, or is out of range.
    #[error("`{value}` is not a value for {form}")]
    Value { form: &'static str, value: String },
    #[error("{form} stands there twice")]
    Twice { form: &'static str },
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(spec: &str, expect: Expect) {
        expect.assert_eq(&format!("error: {}", Faults::parse(spec).unwrap_err()));
    }

    #[test]
    fn every_fault_is_read_with_and_without_a_space() {
        let all = Faults {
            throttle: NonZeroU32::new(20),
            error: 0.05,
            drop: 0.005,
            slow: Duration::from_millis(200),
            code_life: TimeDelta::seconds(30),
            token_life: TimeDelta::zero(),
            session_life: TimeDelta::seconds(90),
        };
        let spec = "throttle=20/s,error=5%,drop=0.5%,slow=200 ms,code-life=30 s,token-life=0s,session-life=90 s";
        assert_eq!(Faults::parse(spec), Ok(all));
        let slow = Duration::from_millis(10);
        assert_eq!(Faults::parse(" slow = 10ms , "), Ok(Faults { slow, ..Faults::default() }));
        assert_eq!(Faults::parse(""), Ok(Faults::default()));
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
}
