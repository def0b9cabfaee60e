//! What a message names.

use super::pattern::{LONGEST_NAME, NamedPart};
use crate::Region;
use crate::cache_file::Owner;

/// What a message names, to be looked up in the person's own files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// The profile; else the one that the command beside it was run with.
    pub profile: Option<String>,
    /// The session.
    pub session: Option<String>,
    /// The start URL, in this very spelling.
    pub start_url: Option<String>,
    /// A file: `~/.aws/…`, or as it is written where it is elsewhere.
    pub file: Option<String>,
    /// The line of that file.
    pub line: Option<u32>,
    /// The section of that file, without brackets.
    pub section: Option<String>,
    /// A setting, by its key.
    pub setting: Option<String>,
    /// One of AWS's hosts.
    pub host: Option<String>,
    /// The region in that host, or one that is named otherwise; it need not exist.
    pub region: Option<String>,
    /// Who ran it.
    pub run_as: RunAs,
}

/// Who ran a command.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RunAs {
    /// The person.
    #[default]
    Person,
    /// `sudo`, which reads root's `~/.aws`.
    Root,
}

impl Mentions {
    /// Whose token it is about.
    pub fn owner(&self) -> Option<Owner> {
        let url = self.start_url.clone().map(Owner::StartUrl);
        url.or_else(|| self.session.clone().map(Owner::Session))
    }

    /// Whether the host is one that a sign-in calls, so that the region in it is `sso_region`.
    pub fn is_sign_in_host(&self) -> bool {
        const HOSTS: [&str; 3] = ["oidc.", "portal.sso.", "device.sso."];
        let is_one = |host: &str| HOSTS.iter().any(|start| host.starts_with(start));
        self.host.as_deref().is_some_and(is_one)
    }

    /// Whether the region that is named is one of AWS's.
    pub fn is_region_known(&self) -> bool {
        self.region.as_deref().is_some_and(|region| Region::parse(region).is_ok())
    }

    /// What stands in a text whatever it says.
    pub(super) fn in_text(text: &str) -> Mentions {
        let is_sudo = |line| {
            command_in(line).is_some_and(|it| it.split_whitespace().any(|word| word == "sudo"))
        };
        let run_as = if text.lines().any(is_sudo) { RunAs::Root } else { RunAs::Person };
        let host = host_in(text).map(str::to_ascii_lowercase);
        Mentions {
            profile: value_after(text, &PROFILE_MARKS).map(str::to_owned),
            session: value_after(text, &SESSION_MARKS).map(str::to_owned),
            start_url: None,
            file: aws_file_in(text),
            line: line_in(text),
            section: None,
            setting: None,
            region: host.as_deref().and_then(region_of_host).map(str::to_owned),
            host,
            run_as,
        }
    }

    /// Takes in what a pattern has found, which counts more.
    pub(super) fn add(&mut self, part: NamedPart<'_>) {
        let text = Some(part.text.to_owned());
        match part.name {
            "profile" => self.profile = text,
            "session" => self.session = text,
            "start_url" => self.start_url = text,
            "owner" => match Owner::parse(part.text) {
                Some(Owner::StartUrl(url)) => self.start_url = Some(url),
                Some(Owner::Session(name)) => self.session = Some(name),
                None => {}
            },
            "file" => self.file = aws_file_in(part.text).or(text),
            "line" => self.line = part.text.parse().ok(),
            "section" => self.section = text,
            "setting" => self.setting = text,
            "region" => self.region = text,
            // A test looks at every name in the table.
            _ => {}
        }
    }
}

const PROFILE_MARKS: [&str; 5] =
    ["--profile ", "--profile=", "AWS_PROFILE=", "AWS_PROFILE = ", "with profile="];

const SESSION_MARKS: [&str; 2] = ["--sso-session ", "--sso-session="];

/// What stands behind the first of these marks, as a shell reads it.
fn value_after<'t>(text: &'t str, marks: &[&str]) -> Option<&'t str> {
    let rest = marks.iter().find_map(|mark| text.split_once(mark))?.1.trim_start_matches(' ');
    let value = match rest.chars().next().filter(|c| ['\'', '"'].contains(c)) {
        Some(quote) => rest[1..].split(quote).next()?,
        None => {
            let is_end = |c: char| c.is_whitespace() || ";&|,)'\"`".contains(c);
            rest.split(is_end).next()?
        }
    };
    let is_name = !value.is_empty() && value.len() <= LONGEST_NAME;
    (is_name && !value.contains(['$', '`', '\n'])).then_some(value)
}

/// The command in a line: what follows a prompt, or a line that begins with one.
fn command_in(line: &str) -> Option<&str> {
    Some(line.trim()).filter(|line| is_command(line)).or_else(|| prompted(line))
}

/// The command behind a prompt.
pub(super) fn prompted(line: &str) -> Option<&str> {
    const PROMPTS: [&str; 7] = ["$ ", "% ", ">", "# ", "✗ ", "❯ ", "~ "];
    let after = |prompt: &&str| Some(line.split_once(*prompt)?.1.trim());
    PROMPTS.iter().filter_map(after).find(|text| is_command(text))
}

fn is_command(text: &str) -> bool {
    const PROGRAMS: [&str; 13] = [
        "aws ",
        "sudo ",
        "terraform ",
        "cdk ",
        "tofu ",
        "npx ",
        "AWS_",
        "export ",
        "kubectl ",
        "docker ",
        "sam ",
        "pulumi ",
        "python",
    ];
    text.len() <= LONGEST_NAME && PROGRAMS.iter().any(|program| text.starts_with(program))
}

/// The first of AWS's hosts.
fn host_in(text: &str) -> Option<&str> {
    const SUFFIXES: [&str; 6] = [
        ".amazonaws.com",
        ".amazonaws.com.cn",
        ".amazonaws.eu",
        ".api.aws",
        ".signin.aws",
        ".app.aws",
    ];
    let is_host = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let words = text.split(|c: char| !is_host(c)).map(|word| word.trim_end_matches('.'));
    words.into_iter().find(|word| SUFFIXES.iter().any(|suffix| ends_with(word, suffix)))
}

fn ends_with(word: &str, suffix: &str) -> bool {
    let start = word.len().checked_sub(suffix.len());
    start.and_then(|start| word.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(suffix))
}

/// The label where an endpoint has its region: `s3.REGION.amazonaws.com`.
fn region_of_host(host: &str) -> Option<&str> {
    const SUFFIXES: [&str; 4] =
        [".amazonaws.com.cn", ".amazonaws.com", ".amazonaws.eu", ".api.aws"];
    const SERVICES: [&str; 6] = ["oidc", "portal", "sts", "s3", "ec2", "iam"];
    let front = SUFFIXES.iter().find_map(|suffix| host.strip_suffix(suffix))?;
    let (services, region) = front.rsplit_once('.')?;
    let is_region = region.contains('-') || SERVICES.contains(&services);
    // `s3-accelerate`, and `s3-eu-west-1` of long ago.
    (is_region && !region.is_empty() && !region.starts_with("s3-")).then_some(region)
}

/// The first path below `.aws`, written from the home folder on.
fn aws_file_in(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(".aws") {
        rest = after;
        // `docs.amplify.aws/cli` is an address.
        if before.ends_with(char::is_alphanumeric) || !rest.starts_with(['/', '\\']) {
            continue;
        }
        let is_end = |c: char| c.is_whitespace() || "\"'`,;:()[]|".contains(c);
        let near = &rest[..rest.floor_char_boundary(LONGEST_NAME)];
        let path = match near.find(is_end) {
            Some(end) => &near[..end],
            None if near.len() == rest.len() => near,
            None => continue,
        };
        let parts: Vec<&str> = path.split(['/', '\\']).filter(|part| !part.is_empty()).collect();
        let path = parts.join("/");
        let path = path.trim_end_matches('.');
        if !path.is_empty() {
            return Some(format!("~/.aws/{path}"));
        }
    }
    None
}

/// The line that a parser names, not one of a traceback's or of a script's.
fn line_in(text: &str) -> Option<u32> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("line") {
        rest = after;
        let number = after.trim_start_matches([':', ' ']);
        let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
        if let Ok(line) = number[..end].parse()
            && number.len() < after.len()
            && ![", in ", " char:"].iter().any(|code| number[end..].starts_with(code))
        {
            return Some(line);
        }
    }
    None
}
