//! What a message says is wrong.

/// What is wrong. Each has its sentence and its next step in the page; a new one does not compile without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    // The sign-in.
    /// There is no token in the cache; [`Mentions::owner`](super::Mentions::owner) or a file may say whose.
    NotSignedIn,
    /// A session's token has expired, and AWS gave no new one for it.
    RefreshFailed,
    /// A token has expired, or AWS takes it no more, and nothing can refresh it.
    SignInExpired,
    /// The token's file lacks its token or its end, or has an end that this program can't read.
    TokenUnreadable,
    /// AWS knows the token no more: the session was ended, or is another region's.
    SessionEnded,
    /// AWS takes the code or the refresh token no more.
    GrantRefused,
    /// AWS knows the client's registration no more.
    RegistrationExpired,
    /// The code was not approved in time.
    CodeExpired,
    /// Somebody pressed Deny, or the organisation's key refuses.
    ApprovalDenied,
    /// The program waits for the approval in a browser.
    WaitingForApproval,
    /// No error: the login worked.
    LoggedIn,
    /// Another tool keeps a sign-in of its own, which has ended or was never there.
    OtherToolSignedOut,
    /// The browser did not open, or its answer did not come back to this machine.
    BrowserFailed,
    /// The identity provider knows only the other of the two endpoint families.
    OtherEndpointFamily,

    // What AWS answers.
    /// AWS did not begin a sign-in: the start URL or the region is not right.
    StartUrlOrRegionWrong,
    /// AWS's page does not know the code: it is another region's, or wrong.
    CodeUnknown,
    /// The session's name can't be registered.
    SessionNameRefused,
    /// The start URL does not lead to a portal: an older CLI with a portal outside of `aws`, or a company's own
    /// address that does not redirect.
    StartUrlUnresolved,
    /// The start URL begins with `http:`.
    StartUrlNotHttps,
    /// The scopes of the session are none that AWS knows.
    ScopesWrong,
    /// The sign-in holds, but the role is not given to this person.
    RoleRefused,
    /// The sign-in holds, but no account or no role is assigned to this person.
    NothingAssigned,
    /// The role holds, but it may not do this.
    PermissionMissing,
    /// A Kubernetes cluster does not accept the role.
    ClusterRefused,
    /// Docker has no login, or an old one, for Amazon's registry.
    DockerSignedOut,
    /// AWS was asked too often.
    Throttled,
    /// This device's clock is wrong.
    ClockWrong,
    /// Keys, not a sign-in, have expired or are no more; often old ones in the environment.
    KeysExpired,

    // The config.
    /// The profile is in no file.
    ProfileMissing,
    /// The config at hand has the profile, so the program reads another file.
    ProfileElsewhere,
    /// The config at hand has a header with this name that lacks the word `profile`.
    ProfileHeaderWrong,
    /// No profile was named, and the config at hand has none for that.
    ProfileNotNamed,
    /// `AWS_PROFILE` is set to nothing.
    ProfileNameEmpty,
    /// The profile names a session that is in no file.
    SessionMissing,
    /// The config at hand has the session, so the program reads another file, or no names with blanks.
    SessionElsewhere,
    /// The profile or its session lacks keys that a sign-in needs.
    SettingsMissing,
    /// A profile and its session say different things.
    SettingsDiffer,
    /// The source profile is in no file, or has no credentials.
    SourceProfileWrong,
    /// Profiles name each other as their source.
    ProfilesInACircle,
    /// A key id without its secret, or the other way about.
    KeysIncomplete,
    /// The program in `credential_process` failed.
    ProcessFailed,
    /// Two sections give the same name.
    ProfileTwice,
    /// The config or the credentials file can't be read; file, line and section may be named.
    ConfigUnreadable,
    /// A setting stands above the first header.
    HeaderMissing,
    /// The file is no UTF-8, or begins with a byte order mark.
    ConfigNotUtf8,
    /// The file named by `AWS_CONFIG_FILE` is not there.
    ConfigFileMissing,
    /// No region is set.
    RegionMissing,
    /// The profile's region does not exist.
    RegionWrong,
    /// The region of the sign-in does not exist.
    SsoRegionWrong,
    /// The setting `output` has a value that the CLI does not know.
    OutputWrong,
    /// No profile was named, or one without a sign-in.
    NoCredentials,
    /// The SDK for JavaScript, version 2, says so whenever nothing gave credentials.
    NoCredentialsInOldSdk,
    /// CDK does not know the account, for whichever reason.
    AccountUnknown,

    // Another way to sign in.
    /// A sign-in by `aws login` has expired.
    AwsLoginExpired,
    /// `aws login` refuses a profile that has another sign-in.
    AwsLoginRefused,
    /// `aws login` needs awscrt in this program's environment.
    AwsLoginNeedsCrt,

    // The program.
    /// The AWS CLI's version 1 ran, which can't sign in.
    CliVersion1,
    /// The AWS CLI is not there, or not on the PATH.
    CliMissing,
    /// The AWS CLI's own installation is broken, or for another kind of machine.
    CliBroken,
    /// The AWS CLI works, but lacks the program that shows its output by pages.
    PagerMissing,
    /// The AWS CLI does not know the command or the option.
    CommandUnknown,
    /// The AWS CLI works, but lacks its Session Manager plugin.
    PluginMissing,
    /// The program is older than `sso-session`.
    ProgramTooOld,
    /// The program lacks its SDK's module for Identity Center.
    ModuleMissing,

    // The machine and its network.
    /// The address that was called does not exist, or the network does not reach it.
    Unreachable,
    /// A proxy does not answer or refuses.
    ProxyFailed,
    /// Somebody opens TLS with a certificate of their own, mostly a company's proxy.
    CertificateUntrusted,
    /// The program can't write below `.aws`.
    NotWritable,
    /// The system denies the program a file below `.aws`.
    FileAccessDenied,

    /// It looks like an error, and nobody knows it.
    Unrecognised,
}
