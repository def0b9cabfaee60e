//! Lines for those who stay in the terminal: each says of one sign-in's token what the page would.
//!
//! Not here: any secret. The lines read two dates and whether the parts of a refresh are there. What they print is
//! part of the line, so its words stand here too; a test compares them with the page's.

use super::belonging::Owner;

/// The same question for three programs, all of which take the times that [`parse_timestamp`](super::parse_timestamp)
/// does.
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

const JQ: &str = r#"f=~/.aws/sso/cache/FILE; if [ -f "$f" ]; then jq -Rrs 'def t: if type != "string" then null else (capture("^(?<d>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?<c>[0-9]{2}:[0-9]{2}:[0-9]{2})([.,][0-9]+)? ?(?<z>Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?$") // null) | if . == null then null elif .z == null then false else (("\(.d)T\(.c)Z" | . as $i | try (fromdate | select(todate == $i)) catch null) // null) as $l | if $l != null and (.z | test("[0-9]")) then $l - ("\(.z[0:1])1" | tonumber) * ((.z[1:3] | tonumber) * 3600 + (.z[-2:] | tonumber) * 60) else $l end end end; def w: (. % 60) as $s | (. / 60 | floor % 60) as $m | (. / 3600 | floor) as $h | ($h / 24 | floor) as $d | if $d > 1 then "\($d) days" elif $d == 1 then "1 day \($h % 24) h" elif $h > 0 then "\($h) h \($m) min" elif $m > 0 then "\($m) min \($s) s" else "\($s) s" end; ltrimstr("\ufeff") | (try [fromjson] catch null) as $j | if test("^\\s*$") then "There is nothing in it" elif $j == null then "That is not a whole cache file" elif ($j[0] | type) != "object" then "That is JSON, but no cache file" else $j[0] | (.expiresAt | t) as $e | if (.accessToken | type) != "string" then "That is not one of the AWS CLI\u0027s cache files" elif .expiresAt == null then "It does not say when it ends" elif $e == null then "Its end is not a time" elif $e == false then "Its end has no time zone" else ($e - now) as $s | ([.refreshToken, .clientId, .clientSecret] | all(. != null and . != "")) as $k | (.registrationExpiresAt | t) as $g | ($k and $g and $g > now) as $r | (if $s >= 900 then "Valid" elif $s > 0 and $r then "Valid, about to be refreshed" elif $s > 0 then "Ends soon" elif $r then "Expired, but can be refreshed" else "Expired" end) + ": " + (if $s > 0 then "\($s | floor | w) left" else "ended \(-$s | floor | w) ago" end) + ", " + ($e | strftime("%Y-%m-%d %H:%M:%S UTC")) end end' "$f"; else echo "No sign-in: $f is not there"; fi"#;

const PYTHON: &str = r#"python3 -c 'import json, re, sys, pathlib, datetime as d; f = pathlib.Path.home() / ".aws/sso/cache/FILE"; f.is_file() or sys.exit(f"No sign-in: {f} is not there"); no = lambda text: setattr(sys, "excepthook", lambda *_: print(text)); x = f.read_text("utf-8-sig").strip(); x or sys.exit("There is nothing in it"); no("That is not a whole cache file"); j = json.loads(x); isinstance(j, dict) or sys.exit("That is JSON, but no cache file"); isinstance(j.get("accessToken"), str) or sys.exit("That is not one of the AWS CLI\u0027s cache files"); j.get("expiresAt") is None and sys.exit("It does not say when it ends"); no("Its end is not a time"); m = lambda k: re.fullmatch(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)([.,]\d+)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?", str(j.get(k))); t = lambda m: d.datetime.fromisoformat(m[1] + "T" + m[2] + (m[4][:3] + ":" + m[4][-2:] if m[4][0] in "+-" else "+00:00")); e = m("expiresAt"); e and not e[4] and sys.exit("Its end has no time zone"); e = t(e); n = d.datetime.now(d.timezone.utc); g = m("registrationExpiresAt"); r = all(j.get(k) for k in ("refreshToken", "clientId", "clientSecret")) and bool(g and g[4] and t(g) > n); s = (e - n).total_seconds(); w = lambda s: f"{s // 86400} days" if s >= 172800 else f"1 day {s // 3600 % 24} h" if s >= 86400 else f"{s // 3600} h {s // 60 % 60} min" if s >= 3600 else f"{s // 60} min {s % 60} s" if s >= 60 else f"{s} s"; print(("Valid" if s >= 900 else "Valid, about to be refreshed" if s > 0 and r else "Ends soon" if s > 0 else "Expired, but can be refreshed" if r else "Expired") + ": " + (w(int(s)) + " left" if s > 0 else "ended " + w(int(-s)) + " ago") + e.astimezone(d.timezone.utc).strftime(", %Y-%m-%d %H:%M:%S UTC"))'"#;

const POWERSHELL: &str = r#"$f = "$HOME/.aws/sso/cache/FILE"; $x = if (Test-Path $f) { "$(Get-Content $f -Raw -Encoding UTF8)".Trim() }; $j = try { ConvertFrom-Json $x } catch { }; $t = { param($v) if ($v -is [datetime]) { if ($v.Kind -eq 'Unspecified') { $false } else { $v.ToUniversalTime() } } elseif ("$v" -match '^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)([.,]\d+)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$') { if ($Matches[4]) { try { ([datetimeoffset]"$($Matches[1])T$($Matches[2])$($Matches[4] -replace 'UTC|GMT', 'Z')").UtcDateTime } catch { } } else { $false } } }; $w = { param($s) $s = [math]::Floor($s); $m = [math]::Floor($s / 60) % 60; $h = [math]::Floor($s / 3600); $d = [math]::Floor($h / 24); if ($d -gt 1) { "$d days" } elseif ($d -eq 1) { "1 day $($h % 24) h" } elseif ($h -gt 0) { "$h h $m min" } elseif ($m -gt 0) { "$m min $($s % 60) s" } else { "$s s" } }; $n = [datetime]::UtcNow; $e = & $t $j.expiresAt; if ($null -eq $x) { "No sign-in: $f is not there" } elseif ($x -eq '') { 'There is nothing in it' } elseif ($null -eq $j -and $x -ne 'null' -and $x -notmatch '^\[\s*\]$') { 'That is not a whole cache file' } elseif ($j -isnot [System.Management.Automation.PSCustomObject]) { 'That is JSON, but no cache file' } elseif ($j.accessToken -isnot [string]) { "That is not one of the AWS CLI's cache files" } elseif ($null -eq $j.expiresAt) { 'It does not say when it ends' } elseif ($e -is [bool]) { 'Its end has no time zone' } elseif ($null -eq $e) { 'Its end is not a time' } else { $e = $e.AddTicks(-($e.Ticks % 10000000)); $s = ($e - $n).TotalSeconds; $g = & $t $j.registrationExpiresAt; $r = $j.refreshToken -and $j.clientId -and $j.clientSecret -and $g -is [datetime] -and $g -gt $n; $q = if ($s -ge 900) { 'Valid' } elseif ($s -gt 0 -and $r) { 'Valid, about to be refreshed' } elseif ($s -gt 0) { 'Ends soon' } elseif ($r) { 'Expired, but can be refreshed' } else { 'Expired' }; $l = if ($s -gt 0) { "$(& $w $s) left" } else { "ended $(& $w (-$s)) ago" }; "${q}: $l, $($e.ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture)) UTC" }"#;
