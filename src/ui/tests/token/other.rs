//! What is no cache file of the CLI and yet has an answer: messages, times, other tools' files, broken ones; and the
//! lines for a terminal.

use super::several::dropped;
use super::{REFRESHED, TOKEN, check, with};
use crate::app::event::TokenEvent;
use crate::app::testing::Page;
use expect_test::{Expect, expect};

#[track_caller]
fn check_text(text: &str, expect: Expect) {
    check(with(text), |page| page.all("article"), expect);
}

#[test]
fn messages_say_what_helps() {
    check_text(
        "Error loading SSO Token: Token for corp does not exist",
        expect![[r#"
        article "Pasted text"
          heading "You are not signed in there"
          The CLI found no token for that name. You have not logged in yet, logged out, or the name or address is spelled otherwise than when you did.
          For corp the CLI looks for ee0bfd2552fbd840c02cc48b6e823320543c450f.json in ~/.aws/sso/cache.
          region "What to run"
            Log in:
            code
              | aws sso login --sso-session corp
            button "Copy"
    "#]],
    );
    check_text(
        "Error when retrieving token from sso: Token has expired and refresh failed",
        expect![[r#"
            article "Pasted text"
              heading "Your session at AWS has ended"
              The token ran out, and AWS gave no new one for it: the session behind it is over. Nothing in your config is wrong.
              region "What to run"
                Log in again:
                code
                  | aws sso login --profile PROFILE
                button "Copy"
                PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
        "#]],
    );
}

#[test]
fn a_bare_time_is_not_taken_for_a_tokens() {
    check_text(
        "2026-11-24T11:00:00UTC",
        expect![[r#"
        article "Pasted text"
          heading "A time, without its file"
          timer: 1 h 0 min left
          term: Ends
          definition: 2026-11-24 11:00:00 UTC
          A time alone does not say what ends then. In this folder both tokens and the CLI's registrations have one, and a registration's, some 90 days off, says nothing about your sign-in. Drop the files themselves to know which is which.
    "#]],
    );
}

#[test]
fn where_a_text_breaks_off_is_said() {
    let (start, _) = TOKEN.split_once("SECRET").unwrap();
    check_text(
        start,
        expect![[r#"
        article "Pasted text"
          alert
            heading "That is not a whole cache file"
            Cache files are one line of JSON, from { to }. Perhaps a part is missing, or something stands around it: copy the whole file.
            It breaks off after 81 characters, in or after “accessToken”, before its last }.
    "#]],
    );
}

#[test]
fn a_clock_that_is_behind_is_said() {
    let late = REFRESHED.replace("2027-01-01", "2027-03-01");
    check(
        dropped(&[("a.json", &late)]),
        |page| page.all("region"),
        expect![[r#"
            region "Result"
              By these files your device's clock is behind: one was written later than it is now. Set the clock right first; the CLI trusts it too, and so does the time shown here.
              article "a.json"
                heading "A sign-in's token"
                Valid
                timer: 1 h 0 min left
                a.json
                This is what “aws sso login” leaves: while it holds, commands work without a new sign-in.
                term: Ends
                definition: 2026-11-24 11:00:00 UTC
                term: For
                definition: https://acme.awsapps.com/start
                term: SSO region
                definition: eu-west-1
                term: Refreshed by the CLI
                definition: Yes, by itself, until 2027-03-01 00:00:00 UTC at the latest. If your session at AWS ended earlier, the CLI asks you to log in.
                region "What to run"
                  Nothing to do. To see that it works:
                  code
                    | aws sts get-caller-identity --profile PROFILE
                  button "Copy"
                  PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
                button "Remind me before it ends"
                button "Tell me when it ends"
                A session can end before the time in the file: when an administrator ends it, or when your company's sign-in does.
            region "What to run"
              Nothing to do. To see that it works:
              code
                | aws sts get-caller-identity --profile PROFILE
              button "Copy"
              PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
        "#]],
    );
}

#[test]
fn lines_for_the_terminal_name_the_file() {
    let mut page = Page::open("#/token");
    page.token(TokenEvent::SoughtEntered("corp".to_owned()));
    check(
        page,
        |page| page.all("group"),
        expect![[r#"
            group
              button "Where are these files?"
              term: macOS
              definition: In the file window press Cmd+Shift+G and enter ~/.aws/sso/cache. In a terminal: cat ~/.aws/sso/cache/*.json
              term: Linux
              definition: In the file window press Ctrl+H to see hidden folders, then .aws, sso, cache. In a terminal: cat ~/.aws/sso/cache/*.json
              term: Windows
              definition: Enter %USERPROFILE%\.aws\sso\cache as the file's name.
            group
              button "In a terminal instead"
              Each line says what this page would say of your sign-in. None of them prints a token.
              region "macOS, Linux, with jq"
                macOS, Linux, with jq
                code
                  | f=~/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json; if [ -f "$f" ]; then jq -Rrs 'def t: if type != "string" then null else (capture("^(?<d>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?<c>[0-9]{2}:[0-9]{2}:[0-9]{2})([.,][0-9]+)? ?(?<z>Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?$") // null) | if . == null then null elif .z == null then false else (("\(.d)T\(.c)Z" | . as $i | try (fromdate | select(todate == $i)) catch null) // null) as $l | if $l != null and (.z | test("[0-9]")) then $l - ("\(.z[0:1])1" | tonumber) * ((.z[1:3] | tonumber) * 3600 + (.z[-2:] | tonumber) * 60) else $l end end end; def w: (. % 60) as $s | (. / 60 | floor % 60) as $m | (. / 3600 | floor) as $h | ($h / 24 | floor) as $d | if $d > 1 then "\($d) days" elif $d == 1 then "1 day \($h % 24) h" elif $h > 0 then "\($h) h \($m) min" elif $m > 0 then "\($m) min \($s) s" else "\($s) s" end; ltrimstr("\ufeff") | (try [fromjson] catch null) as $j | if test("^\\s*$") then "There is nothing in it" elif $j == null then "That is not a whole cache file" elif ($j[0] | type) != "object" then "That is JSON, but no cache file" else $j[0] | (.expiresAt | t) as $e | if (.accessToken | type) != "string" then "That is not one of the AWS CLI\u0027s cache files" elif .expiresAt == null then "It does not say when it ends" elif $e == null then "Its end is not a time" elif $e == false then "Its end has no time zone" else ($e - now) as $s | ([.refreshToken, .clientId, .clientSecret] | all(. != null and . != "")) as $k | (.registrationExpiresAt | t) as $g | ($k and $g and $g > now) as $r | (if $s >= 900 then "Valid" elif $s > 0 and $r then "Valid, about to be refreshed" elif $s > 0 then "Ends soon" elif $r then "Expired, but can be refreshed" else "Expired" end) + ": " + (if $s > 0 then "\($s | floor | w) left" else "ended \(-$s | floor | w) ago" end) + ", " + ($e | strftime("%Y-%m-%d %H:%M:%S UTC")) end end' "$f"; else echo "No sign-in: $f is not there"; fi
                button "Copy"
              region "PowerShell"
                PowerShell
                code
                  | $f = "$HOME/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json"; $x = if (Test-Path $f) { "$(Get-Content $f -Raw -Encoding UTF8)".Trim() }; $j = try { ConvertFrom-Json $x } catch { }; $t = { param($v) if ($v -is [datetime]) { if ($v.Kind -eq 'Unspecified') { $false } else { $v.ToUniversalTime() } } elseif ("$v" -match '^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)([.,]\d+)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$') { if ($Matches[4]) { try { ([datetimeoffset]"$($Matches[1])T$($Matches[2])$($Matches[4] -replace 'UTC|GMT', 'Z')").UtcDateTime } catch { } } else { $false } } }; $w = { param($s) $s = [math]::Floor($s); $m = [math]::Floor($s / 60) % 60; $h = [math]::Floor($s / 3600); $d = [math]::Floor($h / 24); if ($d -gt 1) { "$d days" } elseif ($d -eq 1) { "1 day $($h % 24) h" } elseif ($h -gt 0) { "$h h $m min" } elseif ($m -gt 0) { "$m min $($s % 60) s" } else { "$s s" } }; $n = [datetime]::UtcNow; $e = & $t $j.expiresAt; if ($null -eq $x) { "No sign-in: $f is not there" } elseif ($x -eq '') { 'There is nothing in it' } elseif ($null -eq $j -and $x -ne 'null' -and $x -notmatch '^\[\s*\]$') { 'That is not a whole cache file' } elseif ($j -isnot [System.Management.Automation.PSCustomObject]) { 'That is JSON, but no cache file' } elseif ($j.accessToken -isnot [string]) { "That is not one of the AWS CLI's cache files" } elseif ($null -eq $j.expiresAt) { 'It does not say when it ends' } elseif ($e -is [bool]) { 'Its end has no time zone' } elseif ($null -eq $e) { 'Its end is not a time' } else { $e = $e.AddTicks(-($e.Ticks % 10000000)); $s = ($e - $n).TotalSeconds; $g = & $t $j.registrationExpiresAt; $r = $j.refreshToken -and $j.clientId -and $j.clientSecret -and $g -is [datetime] -and $g -gt $n; $q = if ($s -ge 900) { 'Valid' } elseif ($s -gt 0 -and $r) { 'Valid, about to be refreshed' } elseif ($s -gt 0) { 'Ends soon' } elseif ($r) { 'Expired, but can be refreshed' } else { 'Expired' }; $l = if ($s -gt 0) { "$(& $w $s) left" } else { "ended $(& $w (-$s)) ago" }; "${q}: $l, $($e.ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture)) UTC" }
                button "Copy"
              region "macOS, Linux, with Python"
                macOS, Linux, with Python
                code
                  | python3 -c 'import json, re, sys, pathlib, datetime as d; f = pathlib.Path.home() / ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json"; f.is_file() or sys.exit(f"No sign-in: {f} is not there"); no = lambda text: setattr(sys, "excepthook", lambda *_: print(text)); x = f.read_text("utf-8-sig").strip(); x or sys.exit("There is nothing in it"); no("That is not a whole cache file"); j = json.loads(x); isinstance(j, dict) or sys.exit("That is JSON, but no cache file"); isinstance(j.get("accessToken"), str) or sys.exit("That is not one of the AWS CLI\u0027s cache files"); j.get("expiresAt") is None and sys.exit("It does not say when it ends"); no("Its end is not a time"); m = lambda k: re.fullmatch(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)([.,]\d+)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?", str(j.get(k))); t = lambda m: d.datetime.fromisoformat(m[1] + "T" + m[2] + (m[4][:3] + ":" + m[4][-2:] if m[4][0] in "+-" else "+00:00")); e = m("expiresAt"); e and not e[4] and sys.exit("Its end has no time zone"); e = t(e); n = d.datetime.now(d.timezone.utc); g = m("registrationExpiresAt"); r = all(j.get(k) for k in ("refreshToken", "clientId", "clientSecret")) and bool(g and g[4] and t(g) > n); s = (e - n).total_seconds(); w = lambda s: f"{s // 86400} days" if s >= 172800 else f"1 day {s // 3600 % 24} h" if s >= 86400 else f"{s // 3600} h {s // 60 % 60} min" if s >= 3600 else f"{s // 60} min {s % 60} s" if s >= 60 else f"{s} s"; print(("Valid" if s >= 900 else "Valid, about to be refreshed" if s > 0 and r else "Ends soon" if s > 0 else "Expired, but can be refreshed" if r else "Expired") + ": " + (w(int(s)) + " left" if s > 0 else "ended " + w(int(-s)) + " ago") + e.astimezone(d.timezone.utc).strftime(", %Y-%m-%d %H:%M:%S UTC"))'
                button "Copy"
        "#]],
    );
}

#[test]
fn files_of_other_tools_are_told_apart() {
    check(
        dropped(&[(
            "aws-toolkit.json",
            r#"{"issuerUrl":"https://acme.awsapps.com/start","region":"eu-west-1","accessToken":"SECRET","refreshToken":"SECRET","createdAt":"2026-11-24T09:00:00Z","expiresAt":"2026-11-24T10:30:00Z"}"#,
        )]),
        |page| page.all("article"),
        expect![[r#"
            article "aws-toolkit.json"
              heading "Another tool's sign-in token"
              Valid
              timer: 30 min 0 s left
              aws-toolkit.json
              An editor's extension or another tool of AWS signed in with it. The CLI does not use it: it has a file of its own.
              term: Ends
              definition: 2026-11-24 10:30:00 UTC
              term: For
              definition: https://acme.awsapps.com/start
              term: SSO region
              definition: eu-west-1
              term: Refreshed by the CLI
              definition: No: parts that a refresh needs are missing. When it ends, log in again.
              region "What to run"
                Sign in again in that tool when it asks. For the CLI:
                code
                  | aws sso login --profile PROFILE
                button "Copy"
                PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
        "#]],
    );
}
