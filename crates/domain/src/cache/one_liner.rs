//! Lines for those who stay in the terminal: each says of one sign-in's token what the page would.
//!
//! Not here: any secret. The lines read two dates and whether the parts of a refresh are there. What they print is
//! part of the line, so its words stand here and not among the page's.

use super::belonging::Owner;

/// The same question for three programs. A time is cut to its first nineteen characters, so that `Z`, `UTC`, `+00:00`
/// and fractions all read; no tool writes another offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneLiners {
    /// For bash and zsh, with `jq`.
    pub jq: String,
    /// For Windows PowerShell and PowerShell 7, whose `ConvertFrom-Json` makes times of such texts by itself.
    pub powershell: String,
    /// For bash and zsh, with Python alone.
    pub python: String,
}

impl OneLiners {
    /// The lines for a session or a start URL, of which only the file's name stands in them.
    pub fn of(owner: &Owner) -> OneLiners {
        let file = owner.file_name();
        OneLiners {
            jq: JQ.replace(FILE, &file),
            powershell: POWERSHELL.replace(FILE, &file),
            python: PYTHON.replace(FILE, &file),
        }
    }
}

const FILE: &str = "FILE";

const JQ: &str = r#"f=~/.aws/sso/cache/FILE; if [ -f "$f" ]; then jq -r 'def t: .[0:19] + "Z" | fromdate; (.expiresAt | t) as $e | ($e - now | floor) as $s | ((.refreshToken and .clientId and .clientSecret) and ((.registrationExpiresAt // "1970-01-01T00:00:00" | t) > now)) as $r | (if $s >= 900 then "Valid" elif $s > 0 and $r then "Valid, about to be refreshed" elif $s > 0 then "Ends soon" elif $r then "Expired, but can be refreshed" else "Expired" end) + ": " + (if $s > 0 then "\($s / 3600 | floor) h \($s % 3600 / 60 | floor) min left" else "ended" end) + ", " + ($e | todate)' "$f"; else echo "No sign-in: $f is not there"; fi"#;

const PYTHON: &str = r#"python3 -c 'import json, sys, pathlib, datetime as d; f = pathlib.Path.home() / ".aws/sso/cache/FILE"; f.is_file() or sys.exit(f"No sign-in: {f} is not there"); j = json.loads(f.read_text()); t = lambda k: d.datetime.fromisoformat(j.get(k, "1970-01-01T00:00:00")[:19] + "+00:00"); n = d.datetime.now(d.timezone.utc); e = t("expiresAt"); s = (e - n).total_seconds() // 1; r = all(j.get(k) for k in ("refreshToken", "clientId", "clientSecret")) and t("registrationExpiresAt") > n; print(("Valid" if s >= 900 else "Valid, about to be refreshed" if s > 0 and r else "Ends soon" if s > 0 else "Expired, but can be refreshed" if r else "Expired") + ": " + (f"{s // 3600:.0f} h {s % 3600 // 60:.0f} min left" if s > 0 else "ended") + ", " + e.strftime("%Y-%m-%dT%H:%M:%SZ"))'"#;

const POWERSHELL: &str = r#"$f = "$HOME/.aws/sso/cache/FILE"; if (Test-Path $f) { $j = Get-Content $f -Raw | ConvertFrom-Json; $t = { param($v) if ($v -is [datetime]) { $v.ToUniversalTime() } elseif ($v) { [datetime]::ParseExact($v.Substring(0, 19), 's', [cultureinfo]::InvariantCulture, 'AssumeUniversal, AdjustToUniversal') } else { [datetime]::MinValue } }; $n = [datetime]::UtcNow; $e = & $t $j.expiresAt; $s = [math]::Floor(($e - $n).TotalSeconds); $r = $j.refreshToken -and $j.clientId -and $j.clientSecret -and (& $t $j.registrationExpiresAt) -gt $n; $w = if ($s -ge 900) { 'Valid' } elseif ($s -gt 0 -and $r) { 'Valid, about to be refreshed' } elseif ($s -gt 0) { 'Ends soon' } elseif ($r) { 'Expired, but can be refreshed' } else { 'Expired' }; $l = if ($s -gt 0) { "$([math]::Floor($s / 3600)) h $([math]::Floor($s % 3600 / 60)) min left" } else { 'ended' }; "${w}: $l, $($e.ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture))" } else { "No sign-in: $f is not there" }"#;
