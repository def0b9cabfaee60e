//! Which command helps.

/// A command to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextCommand {
    /// The one that logs in.
    LogIn,
    /// The one that shows who one is.
    Test,
    /// The one that takes old keys out of the environment.
    ForgetKeys,
    /// This one.
    Other(&'static str),
}
