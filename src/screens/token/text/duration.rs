//! How long something lasts, in words.

/// How long, in words: `3 days`, `2 h 5 min`, `4 min 10 s`.
pub fn duration(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60);
    match (days, hours, minutes) {
        (0, 0, 0) => format!("{seconds} s"),
        (0, 0, _) => format!("{minutes} min {} s", seconds % 60),
        (0, _, _) => format!("{hours} h {minutes} min"),
        (1, _, _) => format!("1 day {hours} h"),
        (_, _, _) => format!("{days} days"),
    }
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn durations_read_well() {
        let read = [0, 59, 250, 7500, 90_000, 90 * 86_400].map(duration);
        assert_eq!(read, ["0 s", "59 s", "4 min 10 s", "2 h 5 min", "1 day 1 h", "90 days"]);
    }
}
