//! Who says a message.

/// The program, or the library in it, that says a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Speaker {
    /// The AWS CLI, version 2.
    AwsCli,
    /// The AWS CLI, version 1.
    AwsCliVersion1,
    /// botocore and boto3, and so the AWS CLI too.
    Python,
    /// The SDK for JavaScript, version 3.
    JavaScript,
    /// The SDK for JavaScript, version 2.
    JavaScriptVersion2,
    /// The SDK for Go.
    Go,
    /// The SDK for Java.
    Java,
    /// The SDK for Rust.
    Rust,
    /// The SDK for .NET.
    DotNet,
    /// The SDK for PHP.
    Php,
    /// The SDK for Ruby.
    Ruby,
    /// Terraform and OpenTofu.
    Terraform,
    /// The AWS CDK.
    Cdk,
    /// AWS's own pages and services, in whichever program shows it.
    Aws,
    /// The operating system or a shell.
    System,
    /// Nothing tells.
    Unknown,
}

/// What stands in the messages of each, in lower case; the first that fits counts.
const MARKS: [(&str, Speaker); 20] = [
    ("software.amazon.awssdk", Speaker::Java),
    ("com.amazonaws.", Speaker::Java),
    (".java:", Speaker::Java),
    ("@aws-sdk/", Speaker::JavaScript),
    ("@smithy/", Speaker::JavaScript),
    ("credentialsprovidererror", Speaker::JavaScript),
    ("node_modules/aws-sdk/", Speaker::JavaScriptVersion2),
    ("node_modules", Speaker::JavaScript),
    ("amazon.runtime", Speaker::DotNet),
    ("aws\\exception", Speaker::Php),
    ("aws::errors", Speaker::Ruby),
    ("aws_config::", Speaker::Rust),
    ("terraform", Speaker::Terraform),
    ("tofu", Speaker::Terraform),
    ("aws-sdk-go", Speaker::Go),
    ("failed to refresh cached credentials", Speaker::Go),
    ("cdk", Speaker::Cdk),
    ("botocore", Speaker::Python),
    ("traceback (most recent call last)", Speaker::Python),
    ("aws: [error]", Speaker::AwsCli),
];

impl Speaker {
    pub(super) fn guess(text: &str) -> Speaker {
        let text = text.to_ascii_lowercase();
        let mark = MARKS.iter().find(|(mark, _)| text.contains(mark));
        mark.map_or(Speaker::Unknown, |(_, speaker)| *speaker)
    }
}
