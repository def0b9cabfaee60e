//! How much of a fault there is: a share of calls, or a time.
//!
//! Not here: its unit, which belongs to the kind.

/// A share of calls, in hundredths of a percent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Percent(u16);

impl Percent {
    /// Whether a number drawn evenly from `0.0..1.0` falls into the share.
    pub fn hits(self, drawn: f64) -> bool {
        drawn * 10_000.0 < f64::from(self.0)
    }

    pub(super) fn read(number: &str) -> Option<Percent> {
        let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) || part.len() > 2 {
            return None;
        }
        let hundredths = whole.parse::<u16>().ok()?.checked_mul(100)?
            + format!("{part:0<2}").parse::<u16>().ok()?;
        (hundredths <= 10_000).then_some(Percent(hundredths))
    }

    pub(super) fn shown(self) -> Option<String> {
        (self.0 > 0).then(|| (f64::from(self.0) / 100.0).to_string())
    }
}

/// A number of seconds or milliseconds, at most a year of seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount(u32);

impl Amount {
    pub(super) fn read(number: &str) -> Option<Amount> {
        number.parse().ok().filter(|amount| *amount <= 366 * 86_400).map(Amount)
    }

    pub(super) fn get(self) -> u32 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_hits_its_share() {
        let percent = Percent::read("12.5").unwrap();
        assert!(percent.hits(0.1249) && !percent.hits(0.125));
        assert!(!Percent::default().hits(0.0));
        assert!(Percent::read("100").unwrap().hits(0.999_999));
    }
}
