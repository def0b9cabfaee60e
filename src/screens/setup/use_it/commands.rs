//! Each task's command, for the profiles that are chosen.

use super::state::{Task, UseIt};
use crate::commands::{CommandShell, LONGEST_BLOCK};
use chrono::{DateTime, Utc};
use onramp_domain::block;

/// The command; none where there is nothing to name in it, no profile is chosen to be tested, or the block is too long
/// for one.
pub fn command(
    use_it: &UseIt,
    task: Task,
    shell: CommandShell,
    now: DateTime<Utc>,
) -> Option<String> {
    let to_test = || use_it.to_test().map(|entry| entry.profile.as_str());
    match task {
        Task::Save => {
            let block = block::write(use_it.profiles.entries());
            let fits = (1..=LONGEST_BLOCK).contains(&block.len());
            fits.then(|| shell.save(&block, now))
        }
        // A sign-in is a session's, and so for all of them. In the legacy format it has no name but any profile's.
        Task::LogIn => {
            let (first, rest) = use_it.profiles.entries().split_first()?;
            Some(match first.session_section().filter(|_| !rest.is_empty()) {
                Some(session) => shell.log_in_to(session.name.as_str()),
                None => shell.log_in(first.profile.as_str()),
            })
        }
        Task::Test => to_test().map(|profile| shell.test(profile)),
        Task::UseAsDefault => to_test().map(|profile| shell.use_as_default(profile)),
    }
}
