//! Where things are: the clone, cargo's target folder, cargo's home.

use std::env;
use std::path::PathBuf;

/// The clone's top folder. Every task runs its programs there, wherever it was started.
pub(crate) fn root() -> PathBuf {
    // Cargo says where the clone is now; what stood there at compile time may be another clone with our target folder.
    let mut folder = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    folder.pop();
    folder
}

/// The built page's folder.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target folder: this program lies in `TARGET/PROFILE/`, however the folder was chosen.
pub(crate) fn target() -> PathBuf {
    let program = env::current_exe().expect("the system knows where this program lies");
    program.ancestors().nth(2).expect("it was built by cargo").to_owned()
}

/// A program built by cargo for this machine: `profile_folder` is `debug` or `release`.
pub(crate) fn built(profile_folder: &str, program: &str) -> PathBuf {
    target().join(profile_folder).join(format!("{program}{}", env::consts::EXE_SUFFIX))
}

/// Where the programs are that tasks install, each in a folder of its name and version; the next clone finds them too.
pub(crate) fn tools() -> PathBuf {
    cargo_home().join("onramp-tools")
}

/// Where cargo installs programs and keeps its caches.
pub(crate) fn cargo_home() -> PathBuf {
    env::var_os("CARGO_HOME").map(PathBuf::from).unwrap_or_else(|| {
        env::home_dir().expect("a person who has cargo has a home folder").join(".cargo")
    })
}
