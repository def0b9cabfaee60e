//! Lines for those who stay in the terminal: each says how long one sign-in's token is still valid.

use super::owner::Owner;

/// The same question for `jq`, for PowerShell (Windows's own and 7) and for Python alone, of which only the file's name
/// of a session or a start URL stands in them. None of the lines prints a token.
pub fn terminal_lines(owner: &Owner) -> [String; 3] {
    [JQ, POWERSHELL, PYTHON].map(|line| line.replace("FILE", &owner.file_name()))
}

/// `fromdate` takes neither a fraction nor another zone than `Z`.
const JQ: &str = r#"jq -r '(.expiresAt[:19] + "Z" | fromdate) - now | if . > 0 then "\(. / 3600 | floor) h \(. % 3600 / 60 | floor) min left" else "expired" end' ~/.aws/sso/cache/FILE"#;

/// `ConvertFrom-Json` makes a time of the text in one version and not in the other, so the text itself is searched.
const POWERSHELL: &str = r#"$null = (Get-Content -Raw ~/.aws/sso/cache/FILE) -match '"expiresAt": *"(.{19})'; $left = [datetimeoffset]"$($Matches[1])Z" - [datetimeoffset]::Now; if ($left -gt [timespan]::Zero) { '{0} h {1} min left' -f [math]::Floor($left.TotalHours), $left.Minutes } else { 'expired' }"#;

const PYTHON: &str = r#"python3 -c 'import calendar, json, os, time; token = json.load(open(os.path.expanduser("~/.aws/sso/cache/FILE"))); end = time.strptime(token["expiresAt"][:19], "%Y-%m-%dT%H:%M:%S"); left = int(calendar.timegm(end) - time.time()); print(f"{left // 3600} h {left % 3600 // 60} min left" if left > 0 else "expired")'"#;
