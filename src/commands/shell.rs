//! A command line shell, how it quotes, and the commands that a person runs once their config is in place.
//!
//! Source of the commands: the AWS CLI's own closing words; of the quoting: each shell's manual.

/// A command line shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum CommandShell {
    /// bash and zsh: macOS, Linux, WSL.
    #[default]
    Bash,
    /// fish.
    Fish,
    /// PowerShell.
    PowerShell,
    /// Windows' cmd.
    Cmd,
}

impl CommandShell {
    /// All of them, the most used first.
    pub const ALL: [CommandShell; 4] =
        [CommandShell::Bash, CommandShell::Fish, CommandShell::PowerShell, CommandShell::Cmd];

    /// The command that signs in, for every profile of the same session.
    pub fn log_in(self, profile: &str) -> String {
        format!("aws sso login --profile {}", self.quoted(profile))
    }

    /// The command that signs in to a session by its name.
    pub fn log_in_to(self, session: &str) -> String {
        format!("aws sso login --sso-session {}", self.quoted(session))
    }

    /// The command that shows who one is.
    pub fn test(self, profile: &str) -> String {
        format!("aws sts get-caller-identity --profile {}", self.quoted(profile))
    }

    /// The command that makes a profile the one used without `--profile`, in this window.
    pub fn use_as_default(self, profile: &str) -> String {
        let quoted = self.quoted(profile);
        match self {
            CommandShell::Bash => format!("export AWS_PROFILE={quoted}"),
            CommandShell::Fish => format!("set -gx AWS_PROFILE {quoted}"),
            CommandShell::PowerShell => format!("$env:AWS_PROFILE = {}", self.in_quotes(profile)),
            CommandShell::Cmd => format!("set \"AWS_PROFILE={profile}\""),
        }
    }

    /// The command that takes keys out of this window's environment.
    pub fn forget_keys(self) -> String {
        let names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];
        match self {
            CommandShell::Bash => format!("unset {}", names.join(" ")),
            CommandShell::Fish => format!("set -e {}", names.join(" ")),
            CommandShell::PowerShell => {
                let names = names.map(|name| ["Env:", name].concat());
                format!("Remove-Item {} -ErrorAction SilentlyContinue", names.join(", "))
            }
            CommandShell::Cmd => names.map(|name| ["set ", name, "="].concat()).join("&"),
        }
    }

    /// A word as this shell takes it: bare where it is harmless, quoted elsewhere.
    fn quoted(self, word: &str) -> String {
        let is_harmless = |c: char| c.is_ascii_alphanumeric() || "_-/.:+".contains(c);
        if !word.starts_with(['-', '+', '.', '/', ':'])
            && !word.is_empty()
            && word.chars().all(is_harmless)
        {
            return word.to_owned();
        }
        self.in_quotes(word)
    }

    /// A word in this shell's quotes.
    pub(super) fn in_quotes(self, word: &str) -> String {
        match self {
            CommandShell::Bash => format!("'{}'", word.replace('\'', r"'\''")),
            CommandShell::Fish => format!("'{}'", word.replace('\\', r"\\").replace('\'', r"\'")),
            CommandShell::PowerShell => power_shell_quoted(word),
            CommandShell::Cmd => format!("\"{}\"", word.replace('"', "\"\"")),
        }
    }
}

/// PowerShell ends a text at a typographic quote too.
fn power_shell_quoted(word: &str) -> String {
    let mut quoted = String::from("'");
    for c in word.chars() {
        if matches!(c, '\'' | '\u{2018}'..='\u{201b}') {
            quoted.push(c);
        }
        quoted.push(c);
    }
    quoted + "'"
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(profile: &str, expect: Expect) {
        let lines: Vec<String> = CommandShell::ALL
            .iter()
            .map(|shell| format!("{} | {}", shell.test(profile), shell.use_as_default(profile)))
            .collect();
        expect.assert_eq(&lines.join("\n"));
    }

    #[test]
    fn plain_names_stay_bare() {
        check(
            "AdministratorAccess-123456789012",
            expect![[r#"
                aws sts get-caller-identity --profile AdministratorAccess-123456789012 | export AWS_PROFILE=AdministratorAccess-123456789012
                aws sts get-caller-identity --profile AdministratorAccess-123456789012 | set -gx AWS_PROFILE AdministratorAccess-123456789012
                aws sts get-caller-identity --profile AdministratorAccess-123456789012 | $env:AWS_PROFILE = 'AdministratorAccess-123456789012'
                aws sts get-caller-identity --profile AdministratorAccess-123456789012 | set "AWS_PROFILE=AdministratorAccess-123456789012""#]],
        );
    }

    #[test]
    fn keys_are_taken_out_of_every_shells_environment() {
        let lines = CommandShell::ALL.map(CommandShell::forget_keys);
        expect![[r#"
            unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
            set -e AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
            Remove-Item Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY, Env:AWS_SESSION_TOKEN -ErrorAction SilentlyContinue
            set AWS_ACCESS_KEY_ID=&set AWS_SECRET_ACCESS_KEY=&set AWS_SESSION_TOKEN="#]]
        .assert_eq(&lines.join("\n"));
    }

    #[test]
    fn names_with_quotes_and_dollars_are_one_word() {
        check(
            "it's $HOME; x",
            expect![[r#"
                aws sts get-caller-identity --profile 'it'\''s $HOME; x' | export AWS_PROFILE='it'\''s $HOME; x'
                aws sts get-caller-identity --profile 'it\'s $HOME; x' | set -gx AWS_PROFILE 'it\'s $HOME; x'
                aws sts get-caller-identity --profile 'it''s $HOME; x' | $env:AWS_PROFILE = 'it''s $HOME; x'
                aws sts get-caller-identity --profile "it's $HOME; x" | set "AWS_PROFILE=it's $HOME; x""#]],
        );
    }
}
