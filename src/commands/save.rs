//! The one command that adds a block to `~/.aws/config`, in each shell.
//!
//! What every one does: it makes the folder, refuses where the file has a section of the block's, copies the old file
//! beside itself, ends it with a line break where it has none, and appends. A new file is its owner's alone, and a link
//! stays one. A header is found in whatever spelling: quotes and blanks are left out of both sides, so it may refuse one
//! section too many, never one too few. `AWS_CONFIG_FILE` is not looked at: who has it set knows another place.
//!
//! The block's lines go in as words of one line: bash's history takes `!` out of a quoted text of several lines. What is
//! done with them is a script for `sh`, or for PowerShell, in which no option or alias of the person's own shell counts.
//! cmd has no words that can hold everything: it writes the lines into a file for PowerShell to read.
//!
//! Source: POSIX for the utilities; PowerShell's `about_Quoting_Rules`, and its tokenizer, which takes typographic quotes
//! for quotes; for cmd's phases, in which `%` is read before `^`, the answers to "How does the Windows Command
//! Interpreter parse scripts?" on Stack Overflow.

use super::put_in_place::stamp;
use super::shell::CommandShell;
use chrono::{DateTime, Utc};

/// A terminal takes longer lines, but nobody waits for them. In bytes.
pub const LONGEST_BLOCK: usize = 64_000;

/// Reads the block on its standard input. Without single quotes, in which it stands.
const SH: &str = r#"export LC_ALL=C; umask 077; f=~/.aws/config; b=$f.bak-STAMP; n=$(cat); h() { sed -n "s/^[^[#;=]*\(\[[^]]*]\).*/\1/p" | tr -d " \t\r\"\047\134" | sed "s/^\[profiledefault]/[default]/"; }; if [ -e "$f" ] && s=$(h <"$f" | grep -xF "$(printf "%s\n" "$n" | h)"); then echo "Nothing was changed: ~/.aws/config already has" $s "- merge in Tidy my config instead." >&2; exit 1; fi; mkdir -p ~/.aws && { [ ! -e "$f" ] || [ -e "$b" ] || cp -p "$f" "$b"; } && { [ ! -s "$f" ] || [ -z "$(tail -c 1 "$f")" ] || echo >>"$f"; } && printf "%s\n" "$n" >>"$f" && echo "Saved in ~/.aws/config""#;

/// Has the block in `$n`. Without double quotes and percent signs, so that it can stand in cmd's quotes.
const POWER_SHELL: &str = r"$d = Join-Path ([Environment]::GetFolderPath('UserProfile')) '.aws'; $f = Join-Path $d 'config'; $b = $f + '.bak-STAMP'; $o = ''; if (Test-Path $f) { $o = [IO.File]::ReadAllText($f) }; function OnrampHeaders($t) { [regex]::Matches($t, '(?m)^[^\[#;=\r\n]*(\[[^\]\r\n]*\])') | ForEach-Object { $_.Groups[1].Value -replace '[\s\x22\x27\\]', '' -replace '^\[profiledefault\]$', '[default]' } }; $s = @(OnrampHeaders $n | Where-Object { @(OnrampHeaders $o) -ccontains $_ }); if ($s) { 'Nothing was changed: ' + $f + ' already has ' + $s + ' - merge in Tidy my config instead.' } else { New-Item -ItemType Directory -Force $d -ErrorAction Stop | Out-Null; if ((Test-Path $f) -and -not (Test-Path $b)) { Copy-Item $f $b -ErrorAction Stop }; if ($o -and -not $o.EndsWith([string][char]10)) { $n = [char]10 + $n }; [IO.File]::AppendAllText($f, $n); 'Saved in ' + $f }";

impl CommandShell {
    /// The command that adds a block to the config.
    pub fn save(self, block: &str, now: DateTime<Utc>) -> String {
        let stamp = stamp(now);
        let words = |quoted: fn(CommandShell, &str) -> String, between: &str| {
            block.lines().map(|line| quoted(self, line)).collect::<Vec<_>>().join(between)
        };
        let in_quotes = CommandShell::in_quotes;
        match self {
            CommandShell::Bash | CommandShell::Fish => format!(
                "printf '%s\\n' {} | sh -c {}",
                words(in_quotes, " "),
                in_quotes(self, &SH.replace("STAMP", &stamp))
            ),
            CommandShell::PowerShell => format!(
                "& {{ $n = (@({}) -join [char]10) + [char]10; {} }}",
                words(in_quotes, ", "),
                POWER_SHELL.replace("STAMP", &stamp)
            ),
            CommandShell::Cmd => {
                // The console's own code page has not every letter.
                let utf8 = if block.is_ascii() { "" } else { "chcp 65001 >nul\n" };
                format!(
                    "{utf8}(\n{}\n) >\"%TEMP%\\onramp-block\" && powershell -NoProfile -Command \"$p = Join-Path $env:TEMP 'onramp-block'; $n = [IO.File]::ReadAllText($p).Replace([string][char]13, ''); Remove-Item $p; {}\"",
                    words(|_, line| ["echo(", &caret_escaped(line)].concat(), "\n"),
                    POWER_SHELL.replace("STAMP", &stamp)
                )
            }
        }
    }

    /// What that command does, in short, to be shown: `lines` says where the block is.
    pub fn save_in_short(self, lines: &str, now: DateTime<Utc>) -> String {
        let stamp = stamp(now);
        match self {
            CommandShell::Bash => format!(
                "cp -p ~/.aws/config ~/.aws/config.bak-{stamp}\ncat >> ~/.aws/config <<'END'\n  {lines}\nEND"
            ),
            CommandShell::Fish => format!(
                "cp -p ~/.aws/config ~/.aws/config.bak-{stamp}\nprintf '%s\\n' … >> ~/.aws/config\n  {lines}"
            ),
            CommandShell::PowerShell => format!(
                "Copy-Item ~/.aws/config ~/.aws/config.bak-{stamp}\nAdd-Content ~/.aws/config …\n  {lines}"
            ),
            CommandShell::Cmd => format!(
                "copy %USERPROFILE%\\.aws\\config config.bak-{stamp}\necho … >> %USERPROFILE%\\.aws\\config\n  {lines}"
            ),
        }
    }
}

/// A line as cmd's `echo(` writes it, outside of quotes. A caret behind `%` makes the name of a variable that nobody has.
fn caret_escaped(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len() * 2);
    let mut last = ' ';
    for c in line.chars() {
        if last == '%' || "()%!^\"<>&|".contains(c) {
            escaped.push('^');
        }
        escaped.push(c);
        last = c;
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    const BLOCK: &str =
        "[profile 'o'\"'\"'brien 100%PATH% (a & b) `x` $y!']\nsso_session = ’corp’\n";

    #[test]
    fn each_shell_has_its_command() {
        let now = "2026-11-25T09:30:59Z".parse().expect("a time");
        let commands = CommandShell::ALL.map(|shell| {
            let command = shell.save(BLOCK, now);
            let script = [SH, POWER_SHELL].map(|script| script.replace("STAMP", &stamp(now)));
            let command =
                script.iter().fold(command, |text, script| text.replace(script, "SCRIPT"));
            // fish needs its backslashes doubled in quotes.
            command.replace(&script[0].replace('\\', r"\\"), "SCRIPT")
        });
        expect![[r#"
            printf '%s\n' '[profile '\''o'\''"'\''"'\''brien 100%PATH% (a & b) `x` $y!'\'']' 'sso_session = ’corp’' | sh -c 'SCRIPT'
            printf '%s\n' '[profile \'o\'"\'"\'brien 100%PATH% (a & b) `x` $y!\']' 'sso_session = ’corp’' | sh -c 'SCRIPT'
            & { $n = (@('[profile ''o''"''"''brien 100%PATH% (a & b) `x` $y!'']', 'sso_session = ’’corp’’') -join [char]10) + [char]10; SCRIPT }
            chcp 65001 >nul
            (
            echo([profile 'o'^"'^"'brien 100^%^PATH^%^ ^(a ^& b^) `x` $y^!']
            echo(sso_session = ’corp’
            ) >"%TEMP%\onramp-block" && powershell -NoProfile -Command "$p = Join-Path $env:TEMP 'onramp-block'; $n = [IO.File]::ReadAllText($p).Replace([string][char]13, ''); Remove-Item $p; SCRIPT"
        "#]].assert_eq(&(commands.join("\n") + "\n"));
    }

    #[test]
    fn each_shell_shows_what_it_does() {
        let now = "2026-11-25T09:30:59Z".parse().expect("a time");
        let shown = CommandShell::ALL.map(|shell| shell.save_in_short("the 9 lines above", now));
        expect![[r#"
            cp -p ~/.aws/config ~/.aws/config.bak-2026-11-25-0930
            cat >> ~/.aws/config <<'END'
              the 9 lines above
            END

            cp -p ~/.aws/config ~/.aws/config.bak-2026-11-25-0930
            printf '%s\n' … >> ~/.aws/config
              the 9 lines above

            Copy-Item ~/.aws/config ~/.aws/config.bak-2026-11-25-0930
            Add-Content ~/.aws/config …
              the 9 lines above

            copy %USERPROFILE%\.aws\config config.bak-2026-11-25-0930
            echo … >> %USERPROFILE%\.aws\config
              the 9 lines above
        "#]]
        .assert_eq(&(shown.join("\n\n") + "\n"));
    }

    #[test]
    fn the_scripts_can_stand_in_quotes() {
        assert!(!SH.contains('\''));
        assert!(!POWER_SHELL.contains(['"', '%', '\n']));
    }
}
