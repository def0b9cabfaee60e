//! Waiting for a condition, with a deadline.

use std::time::Duration;

/// How long anything may take. Far more than it should, since a loaded machine is no failure.
const DEADLINE: Duration = Duration::from_secs(60);

/// How often the browser is asked. A pause between two questions, not a guess at how long something takes.
const PAUSE: Duration = Duration::from_millis(20);

/// Asks until there is an answer.
///
/// # Panics
/// When the deadline passes, with what was waited for.
pub async fn until<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    within(ask_again(&mut ask)).await.unwrap_or_else(|| panic!("waited in vain for {what}"))
}

/// As [`until`], but the caller says what was missed.
pub async fn maybe<T>(mut ask: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    within(ask_again(&mut ask)).await
}

/// `assert_eq!` on what the page shows, which may come a moment later: looks again until it is so, or fails with what it
/// shows then.
#[macro_export]
macro_rules! assert_shows {
    ($look:expr, $wanted:expr $(,)?) => {{
        let wanted = &$wanted;
        if $crate::maybe(async || ($look == *wanted).then_some(())).await.is_none() {
            assert_eq!($look, *wanted);
        }
    }};
}

async fn ask_again<T>(ask: &mut impl AsyncFnMut() -> Option<T>) -> T {
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn within<T>(work: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(DEADLINE, work).await.ok()
}
