//! The two files in `~/.aws` that make up a person's profiles.
//!
//! Not here: what is in them.

/// One of the two files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AwsFile {
    /// `~/.aws/config`.
    Config,
    /// `~/.aws/credentials`.
    Credentials,
}

impl AwsFile {
    /// Both, in the order in which they are shown.
    pub const ALL: [AwsFile; 2] = [AwsFile::Config, AwsFile::Credentials];

    /// Its name in that folder.
    pub fn name(self) -> &'static str {
        match self {
            AwsFile::Config => "config",
            AwsFile::Credentials => "credentials",
        }
    }
}
