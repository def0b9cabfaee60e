//! Why a task did not end well.

use crate::command::CommandError;
use crate::setup::SetupError;
use crate::with_causes;
use std::io;
use std::path::{Path, PathBuf};

/// What a task answers with to the person who started it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TaskError {
    /// Something it needs is not there.
    #[error(transparent)]
    Setup(#[from] SetupError),
    /// A program that it ran failed.
    #[error(transparent)]
    Command(#[from] CommandError),
    /// Tests failed.
    #[error("{command}\n{failures}")]
    TestsFailed {
        /// What ran them.
        command: CommandError,
        /// Each of them, and what it said first, in lines.
        failures: String,
    },
    /// It needs somebody else's program, which can't be had here.
    #[error("{0}")]
    NotRun(String),
    /// Setting up what it needs has failed before, and was said then.
    #[error("not run, since {0} could not be set up")]
    NotSetUp(&'static str),
    /// Another program listens there.
    #[error(
        "port {port} on 127.0.0.1 is taken; choose another with `--port`, or any free one with `--port 0`"
    )]
    PortTaken {
        /// The port that was asked for.
        port: u16,
        /// The system's reason.
        source: io::Error,
    },
    /// Signals can't be received.
    #[error("could not prepare for being interrupted")]
    Signals(#[source] ctrlc::Error),
    /// A file of the built page could not be read or written.
    #[error("{}", path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// The page is heavier than it may be.
    #[error("what the page loads is {bytes} bytes in Brotli, its ceiling {ceiling}")]
    TooHeavy {
        /// All files that the page needs, compressed.
        bytes: u64,
        /// What they may come to.
        ceiling: u64,
    },
    /// A benchmark printed something else than its figures, or cargo than its metadata.
    #[error("what should be JSON can't be read")]
    Json(#[source] serde_json::Error),
    /// Something else was answered than should be.
    #[error("{path} was answered by {answer:?}")]
    WrongAnswer {
        /// What was asked for.
        path: String,
        /// What came.
        answer: String,
    },
    /// Where it is built shows in the page.
    #[error("the page that is built in {} is another", folder.display())]
    AnotherPage {
        /// The other clone.
        folder: PathBuf,
    },
    /// Some checks failed; each has said why.
    #[error("not every check passed")]
    ChecksFailed,
}

/// The error of a file or folder that could not be read or written.
pub(crate) fn at(path: &Path) -> impl FnOnce(io::Error) -> TaskError + use<> {
    let path = path.to_owned();
    move |source| TaskError::File { path, source }
}

/// What a check comes to without a program that is nobody's fault.
pub(crate) fn not_run(missing: SetupError) -> TaskError {
    TaskError::NotRun(with_causes(&missing))
}
