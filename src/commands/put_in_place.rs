//! The line that puts a downloaded file into `~/.aws`, in each shell.
//!
//! What every line does: nothing where there is no download. It makes the folder where that is not there, copies the
//! old file beside itself unless that was done already (so that running it again does not lose the oldest), writes
//! into the file that is there (so it stays the same file, with its mode and behind its link), and only then removes
//! the download, so that the next one gets the same name. A new file is its owner's alone. `AWS_CONFIG_FILE` is not
//! looked at: who has it set knows another place.
//!
//! Source: POSIX for `cp`, which writes into a file that exists, and `umask`; PowerShell's `about_CommonParameters` for
//! `-ErrorAction Stop`; Windows' help of `copy` and `move`.

use super::shell::CommandShell;
use chrono::{DateTime, Utc};

impl CommandShell {
    /// The line that puts a downloaded file of this name into `~/.aws`, with a backup of the old one.
    pub fn put_in_place(self, file: &str, now: DateTime<Utc>) -> String {
        let stamp = stamp(now);
        match self {
            CommandShell::Bash => posix(file, &stamp),
            CommandShell::Fish => ["sh -c '", &posix(file, &stamp), "'"].concat(),
            CommandShell::PowerShell => power_shell(file, &stamp),
            CommandShell::Cmd => cmd(file, &stamp),
        }
    }
}

/// A backup's name: `config.bak-2026-11-25-0930`, in UTC.
pub fn backup_name(file: &str, now: DateTime<Utc>) -> String {
    [file, ".bak-", &stamp(now)].concat()
}

/// `2026-11-25-0930`.
pub(super) fn stamp(now: DateTime<Utc>) -> String {
    let text = now.naive_utc().to_string();
    text.chars().take(16).filter(|c| *c != ':').map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// Without single quotes, so that it can stand in some.
fn posix(file: &str, stamp: &str) -> String {
    format!(
        "(umask 077; s=~/Downloads/{file}; f=~/.aws/{file}; b=$f.bak-{stamp}; ls \"$s\" && mkdir -p ~/.aws && {{ [ ! -e \"$f\" ] || [ -e \"$b\" ] || cp -p \"$f\" \"$b\"; }} && cp \"$s\" \"$f\" && rm \"$s\")"
    )
}

fn power_shell(file: &str, stamp: &str) -> String {
    format!(
        "$s = \"$HOME/Downloads/{file}\"; $f = \"$HOME/.aws/{file}\"; $b = \"$f.bak-{stamp}\"; if (Test-Path $s) {{ New-Item -ItemType Directory -Force \"$HOME/.aws\" -ErrorAction Stop | Out-Null; if ((Test-Path $f) -and -not (Test-Path $b)) {{ Copy-Item $f $b -ErrorAction Stop }}; Copy-Item $s $f -ErrorAction Stop; Remove-Item $s }} else {{ \"$s is not there\" }}"
    )
}

/// Without variables of its own, which cmd fills in before it runs a line.
fn cmd(file: &str, stamp: &str) -> String {
    let here = ["\"%USERPROFILE%\\.aws\\", file].concat();
    let (target, backup) = ([&here, "\""].concat(), [&here, ".bak-", stamp, "\""].concat());
    let source = ["\"%USERPROFILE%\\Downloads\\", file, "\""].concat();
    format!(
        "(if not exist \"%USERPROFILE%\\.aws\" mkdir \"%USERPROFILE%\\.aws\") & (if exist {target} if not exist {backup} copy /b {target} {backup}) && copy /y /b {source} {target} && del {source}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn each_shell_has_its_line() {
        let now = "2026-11-25T09:30:59Z".parse().expect("a time");
        let lines = CommandShell::ALL.map(|shell| shell.put_in_place("config", now));
        expect![[r#"
            (umask 077; s=~/Downloads/config; f=~/.aws/config; b=$f.bak-2026-11-25-0930; ls "$s" && mkdir -p ~/.aws && { [ ! -e "$f" ] || [ -e "$b" ] || cp -p "$f" "$b"; } && cp "$s" "$f" && rm "$s")
            sh -c '(umask 077; s=~/Downloads/config; f=~/.aws/config; b=$f.bak-2026-11-25-0930; ls "$s" && mkdir -p ~/.aws && { [ ! -e "$f" ] || [ -e "$b" ] || cp -p "$f" "$b"; } && cp "$s" "$f" && rm "$s")'
            $s = "$HOME/Downloads/config"; $f = "$HOME/.aws/config"; $b = "$f.bak-2026-11-25-0930"; if (Test-Path $s) { New-Item -ItemType Directory -Force "$HOME/.aws" -ErrorAction Stop | Out-Null; if ((Test-Path $f) -and -not (Test-Path $b)) { Copy-Item $f $b -ErrorAction Stop }; Copy-Item $s $f -ErrorAction Stop; Remove-Item $s } else { "$s is not there" }
            (if not exist "%USERPROFILE%\.aws" mkdir "%USERPROFILE%\.aws") & (if exist "%USERPROFILE%\.aws\config" if not exist "%USERPROFILE%\.aws\config.bak-2026-11-25-0930" copy /b "%USERPROFILE%\.aws\config" "%USERPROFILE%\.aws\config.bak-2026-11-25-0930") && copy /y /b "%USERPROFILE%\Downloads\config" "%USERPROFILE%\.aws\config" && del "%USERPROFILE%\Downloads\config"
        "#]].assert_eq(&(lines.join("\n") + "\n"));
        assert_eq!(backup_name("credentials", now), "credentials.bak-2026-11-25-0930");
    }
}
