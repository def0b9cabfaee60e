//! The machine and its network: what clears sign-in and config of the blame.

use super::Row;
use crate::cli_message::Cause::*;
use crate::cli_message::Speaker::*;

pub(super) const ROWS: &[Row] = &[
    ("command not found: aws", CliMissing, System),
    ("aws: command not found", CliMissing, System),
    ("aws: not found", CliMissing, System),
    ("the term 'aws' is not recognized as", CliMissing, System),
    ("'aws' is not recognized as", CliMissing, System),
    ("unknown command: aws", CliMissing, System),
    ("aws: cannot execute", CliBroken, System),
    ("bad cpu type in executable: aws", CliBroken, System),
    ("sessionmanagerplugin is not found", PluginMissing, AwsCli),
    ("read-only file system: {}.aws", NotWritable, Python),
    (".aws{}read-only file system", NotWritable, System),
    ("permission denied: {}.aws", FileAccessDenied, Python),
    (".aws{}permission denied", FileAccessDenied, System),
    ("access is denied: {}.aws", FileAccessDenied, System),
    ("certificate_verify_failed", CertificateUntrusted, Python),
    ("x509: certificate signed by unknown authority", CertificateUntrusted, Go),
    ("unable to find valid certification path to requested target", CertificateUntrusted, Java),
    ("self signed certificate in certificate chain", CertificateUntrusted, JavaScript),
    ("self-signed certificate in certificate chain", CertificateUntrusted, JavaScript),
    ("unable to get local issuer certificate", CertificateUntrusted, JavaScript),
    ("invalid peer certificate: unknownissuer", CertificateUntrusted, Rust),
    ("failed to connect to proxy url", ProxyFailed, Python),
    ("proxy authentication required", ProxyFailed, Unknown),
    ("could not connect to the endpoint url", Unreachable, Python),
    ("connect timeout on endpoint url", Unreachable, Python),
    ("read timeout on endpoint url", Unreachable, Python),
    ("connection was closed before we received a valid response", Unreachable, Python),
    ("ssl validation failed for", Unreachable, Python),
    ("unable to execute http request: connect to", Unreachable, Java),
    ("unable to execute http request", Unreachable, Java),
    ("getaddrinfo enotfound", Unreachable, JavaScript),
    ("request send failed{}dial tcp", Unreachable, Go),
    ("request send failed", Unreachable, Go),
    ("signature not yet current", ClockWrong, Aws),
    ("signature expired:", ClockWrong, Aws),
    ("requesttimetooskewed", ClockWrong, Aws),
];
