//! Files that can't be read.

use super::Row;
use crate::cli_message::{Cause, Speaker};

pub(super) const ROWS: &[Row] = &[
    Row {
        pattern: r#"file contains no section headers. file: '{file}', line: {line} '\ufeff"#,
        cause: Cause::ConfigNotUtf8,
        speaker: Speaker::Python,
        source: "Python configparser, MissingSectionHeaderError",
        example: "configparser.MissingSectionHeaderError: File contains no section headers.\nfile: '/home/kim/.aws/config', line: 1\n'\\ufeff[default]\\n'",
    },
    Row {
        pattern: "file contains no section headers. file: '{file}', line: {line} ",
        cause: Cause::HeaderMissing,
        speaker: Speaker::Python,
        source: "Python configparser, MissingSectionHeaderError; aws-cli 5101",
        example: "configparser.MissingSectionHeaderError: File contains no section headers.\nfile: 'C:\\\\Users\\\\kim/.aws/credentials', line: 1\n'region=eu-west-1\\n'\n\nUnable to parse config file: C:\\Users\\kim/.aws/credentials",
    },
    Row {
        pattern: "while reading from '{file}' [line {line}]: section '{section}' already exists",
        cause: Cause::ConfigUnreadable,
        speaker: Speaker::Python,
        source: "Python configparser, DuplicateSectionError",
        example: "configparser.DuplicateSectionError: While reading from '/home/kim/.aws/config' [line 12]: section 'profile dev' already exists",
    },
    Row {
        pattern: "while reading from '{file}' [line {line}]: option '{setting}' in section '{section}' already exists",
        cause: Cause::ConfigUnreadable,
        speaker: Speaker::Python,
        source: "Python configparser, DuplicateOptionError",
        example: "configparser.DuplicateOptionError: While reading from '/home/kim/.aws/config' [line  4]: option 'region' in section 'profile dev' already exists",
    },
    Row {
        pattern: "contains parsing errors: '{file}' [line {line}]",
        cause: Cause::ConfigUnreadable,
        speaker: Speaker::Python,
        source: "Python configparser, ParsingError",
        example: "configparser.ParsingError: Source contains parsing errors: '/home/kim/.aws/config'\n\t[line  7]: 'sso_region\\n'",
    },
    Row {
        pattern: "iniparseerror{}[65533 65533]",
        cause: Cause::ConfigNotUtf8,
        speaker: Speaker::Go,
        source: "aws/aws-xray-daemon 37",
        example: "SharedConfigLoadError: failed to load config file, C:\\Users\\Kim\\.aws\\credentials\ncaused by: INIParseError: unsupported expression {expr {1 STRING 0 [65533 65533]} true []}",
    },
    Row {
        pattern: "sharedconfigloaderror: failed to load config file, {file} caused by",
        cause: Cause::ConfigUnreadable,
        speaker: Speaker::Go,
        source: "aws-sdk-go, session/shared_config.go",
        example: "SharedConfigLoadError: failed to load config file, /home/kim/.aws/config\ncaused by: INIParseError: invalid state with ASTKind",
    },
    Row {
        pattern: "failed to load shared config file, {file},",
        cause: Cause::ConfigUnreadable,
        speaker: Speaker::Go,
        source: "aws-sdk-go-v2, config.SharedConfigLoadError",
        example: "failed to load shared config file, /home/kim/.aws/config, invalid state with ASTKind",
    },
    Row {
        pattern: "codec can't decode byte",
        cause: Cause::ConfigNotUtf8,
        speaker: Speaker::Python,
        source: "Python, UnicodeDecodeError",
        example: "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte\nUnable to parse config file: /home/kim/.aws/config",
    },
    Row {
        pattern: "unable to parse config file: {file}",
        cause: Cause::ConfigUnreadable,
        speaker: Speaker::Python,
        source: "botocore 1.44.8, ConfigParseError",
        example: "Unable to parse config file: ~/.aws/config",
    },
    Row {
        pattern: "the specified config file ({file}) could not be found",
        cause: Cause::ConfigFileMissing,
        speaker: Speaker::Python,
        source: "botocore 1.44.8, ConfigNotFound",
        example: "The specified config file (/tmp/aws-config) could not be found.",
    },
    Row {
        pattern: "error parsing {file} on line {line}:",
        cause: Cause::ConfigUnreadable,
        speaker: Speaker::Rust,
        source: "aws-runtime 1.10.2, env_config/parse.rs",
        example: "could not parse profile file: error parsing ~/.aws/config on line 3: Expected an '=' sign defining a property",
    },
    Row {
        pattern: "could not parse profile file",
        cause: Cause::ConfigUnreadable,
        speaker: Speaker::Rust,
        source: "aws-runtime 1.10.2, env_config/error.rs",
        example: "could not parse profile file",
    },
    Row {
        pattern: "expected an '=' sign defining a property on line {line}",
        cause: Cause::ConfigUnreadable,
        speaker: Speaker::Java,
        source: "aws-sdk-java-v2, profiles/internal/ProfileFileReader",
        example: "java.lang.IllegalArgumentException: Expected an '=' sign defining a property on line 5",
    },
    Row {
        pattern: "cannot redefine property: {profile}",
        cause: Cause::ProfileTwice,
        speaker: Speaker::JavaScriptVersion2,
        source: "aws/aws-cdk 12781",
        example: "Unable to determine the default AWS account: TypeError: Cannot redefine property: foo-some-profile",
    },
];
