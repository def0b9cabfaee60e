//! Several files at once, and whose they are.

use super::{CREDENTIALS, REFRESHED, REGISTRATION, TOKEN, check};
use crate::app::event::TokenEvent;
use crate::app::testing::{Page, at};
use chrono::TimeDelta;
use expect_test::expect;
use onramp_domain::cache::Owner;

fn session(name: &str) -> Owner {
    Owner::Session(name.to_owned())
}

pub(super) fn dropped(files: &[(&str, &str)]) -> Page {
    let mut page = Page::open("#/token");
    page.drop_files(files);
    page
}

/// The line that says what all files come to.
#[track_caller]
fn check_sum(files: &[(&str, &str)], later: TimeDelta, expected: &str) {
    let mut page = dropped(files);
    page.pass(later);
    let html = super::super::draw(page);
    assert!(html.contains(expected), "{html}");
}

#[test]
fn more_than_two_files_show_their_heads() {
    check(
        dropped(&[("a.json", REGISTRATION), ("b.json", TOKEN), ("c.json", "{\"a\"")]),
        |page| page.all("region"),
        expect![[r#"
            region "Result"
              region "All files"
                You are signed in: 8 h 0 min left.
              article "b.json"
                heading "A sign-in's token"
                Valid
                timer: 8 h 0 min left
                b.json
                group
                  button "More about it"
                  This is what “aws sso login” leaves: while it holds, commands work without a new sign-in.
                  term: Ends
                  definition: 2026-11-24 18:00:00 UTC
                  term: For
                  definition: https://acme.awsapps.com/start
                  term: SSO region
                  definition: eu-west-1
                  term: Refreshed by the CLI
                  definition: No: there is no refresh token in it, as with profiles of the older format. When it ends, log in again.
                  region "What to run"
                    Nothing to do. To see that it works:
                    code
                      | aws sts get-caller-identity --profile PROFILE
                    button "Copy"
                    PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
                  button "Remind me before it ends"
                  button "Tell me when it ends"
                  A session can end before the time in the file: when an administrator ends it, or when your company's sign-in does.
              article "a.json"
                heading "The CLI's own registration, not a token"
                Not a sign-in
                timer: 37 days left
                a.json
                group
                  button "More about it"
                  Its date, about 90 days off, says nothing about your sign-in. The token is another file in the same folder: the one with an accessToken in it.
                  term: Ends
                  definition: 2027-01-01 00:00:00 UTC
                  term: Refreshed by the CLI
                  definition: Does not apply: only tokens are refreshed.
                  region "What to run"
                    Drop the other files of the folder here, or ask AWS who you are:
                    code
                      | aws sts get-caller-identity --profile PROFILE
                    button "Copy"
                    PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
              article "c.json"
                alert
                  heading "That is not a whole cache file"
                  Cache files are one line of JSON, from { to }. Perhaps a part is missing, or something stands around it: copy the whole file.
                  It breaks off after 4 characters, before its last }.
                c.json
            region "All files"
              You are signed in: 8 h 0 min left.
            region "What to run"
              Nothing to do. To see that it works:
              code
                | aws sts get-caller-identity --profile PROFILE
              button "Copy"
              PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
            region "What to run"
              Drop the other files of the folder here, or ask AWS who you are:
              code
                | aws sts get-caller-identity --profile PROFILE
              button "Copy"
              PROFILE stands for your profile's name; “aws configure list-profiles” shows them.
        "#]],
    );
}

#[test]
fn all_files_come_to_one_line() {
    let two = [("a.json", TOKEN), ("b.json", REGISTRATION)];
    check_sum(&two, TimeDelta::zero(), "You are signed in: 8 h 0 min left.");
    check_sum(&two, TimeDelta::minutes(470), "but not for long: 10 min 0 s left.");
    check_sum(&two, TimeDelta::hours(8), "No sign-in among these holds any more.");
    let three = [("a.json", TOKEN), ("b.json", REFRESHED), ("c.json", CREDENTIALS)];
    check_sum(&three, TimeDelta::hours(8), "but the CLI refreshes it by itself.");
    let none = [("a.json", REGISTRATION), ("b.json", CREDENTIALS)];
    check_sum(&none, TimeDelta::zero(), "There is no sign-in's token among these.");
}

#[test]
fn what_to_run_is_said_once_for_all_files() {
    let corp = Owner::Session("corp".to_owned()).file_name();
    let mut page = dropped(&[(&corp, TOKEN), ("b.json", CREDENTIALS), ("c.json", CREDENTIALS)]);
    page.token(TokenEvent::LocalTimesTold(vec![(at("2026-11-24T18:00:00Z"), "at seven".into())]));
    page.pass(TimeDelta::hours(8));
    check(
        page,
        |page| page.all("region").lines().take(14).collect::<Vec<_>>().join("\n"),
        expect![[r#"
            region "Result"
              region "All files"
                No sign-in among these holds any more.
                region "What to run"
                  Log in again:
                  code
                    | aws sso login --sso-session corp
                  button "Copy"
              article "ee0bfd2552fbd840c02cc48b6e823320543c450f.json"
                heading "A sign-in's token"
                Expired
                timer: ended 0 s ago
                at seven
                Session corp"#]],
    );
}

#[test]
fn a_file_of_a_known_session_names_it_in_the_command() {
    let mut page = dropped(&[(&session("it's").file_name(), TOKEN)]);
    page.token(TokenEvent::SoughtEntered("it's".to_owned()));
    page.pass(TimeDelta::hours(9));
    check(
        page,
        |page| page.all("article"),
        expect![[r#"
            article "79bbc535e98fe7e64ace715175a9b3d6e4167bf0.json"
              heading "A sign-in's token"
              Expired
              timer: ended 1 h 0 min ago
              79bbc535e98fe7e64ace715175a9b3d6e4167bf0.json
              This is what “aws sso login” leaves: while it holds, commands work without a new sign-in.
              term: Ends
              definition: 2026-11-24 18:00:00 UTC
              term: Belongs to
              definition: Session it's
              term: For
              definition: https://acme.awsapps.com/start
              term: SSO region
              definition: eu-west-1
              term: Refreshed by the CLI
              definition: No: there is no refresh token in it, as with profiles of the older format. When it ends, log in again.
              region "What to run"
                Log in again:
                radiogroup "Your shell"
                  radio "bash, zsh" (checked)
                  radio "fish"
                  radio "PowerShell"
                  radio "cmd"
                code
                  | aws sso login --sso-session 'it'\''s'
                button "Copy"
              A session can end before the time in the file: when an administrator ends it, or when your company's sign-in does.
        "#]],
    );
}

#[test]
fn a_file_that_is_not_among_those_is_named() {
    let with_slash = Owner::StartUrl("https://acme.awsapps.com/start/".to_owned());
    let mut page = dropped(&[(&with_slash.file_name(), TOKEN)]);
    page.token(TokenEvent::SoughtEntered("https://acme.awsapps.com/start".to_owned()));
    check(
        page,
        |page| page.all("region"),
        expect![[r#"
            region "macOS, Linux, with jq"
              macOS, Linux, with jq
              code
                | f=~/.aws/sso/cache/40169cea58ca6cbf23fb27b2542923fb5f524af0.json; if [ -f "$f" ]; then jq -Rrs 'def t: if type != "string" then null else (capture("^(?<d>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?<c>[0-9]{2}:[0-9]{2}:[0-9]{2})([.,][0-9]+)? ?(?<z>Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?$") // null) | if . == null then null elif .z == null then false else (("\(.d)T\(.c)Z" | . as $i | try (fromdate | select(todate == $i)) catch null) // null) as $l | if $l != null and (.z | test("[0-9]")) then $l - ("\(.z[0:1])1" | tonumber) * ((.z[1:3] | tonumber) * 3600 + (.z[-2:] | tonumber) * 60) else $l end end end; def w: (. % 60) as $s | (. / 60 | floor % 60) as $m | (. / 3600 | floor) as $h | ($h / 24 | floor) as $d | if $d > 1 then "\($d) days" elif $d == 1 then "1 day \($h % 24) h" elif $h > 0 then "\($h) h \($m) min" elif $m > 0 then "\($m) min \($s) s" else "\($s) s" end; ltrimstr("\ufeff") | (try [fromjson] catch null) as $j | if test("^\\s*$") then "There is nothing in it" elif $j == null then "That is not a whole cache file" elif ($j[0] | type) != "object" then "That is JSON, but no cache file" else $j[0] | (.expiresAt | t) as $e | if (.accessToken | type) != "string" then "That is not one of the AWS CLI\u0027s cache files" elif .expiresAt == null then "It does not say when it ends" elif $e == null then "Its end is not a time" elif $e == false then "Its end has no time zone" else ($e - now) as $s | ([.refreshToken, .clientId, .clientSecret] | all(. != null and . != "")) as $k | (.registrationExpiresAt | t) as $g | ($k and $g and $g > now) as $r | (if $s >= 900 then "Valid" elif $s > 0 and $r then "Valid, about to be refreshed" elif $s > 0 then "Ends soon" elif $r then "Expired, but can be refreshed" else "Expired" end) + ": " + (if $s > 0 then "\($s | floor | w) left" else "ended \(-$s | floor | w) ago" end) + ", " + ($e | strftime("%Y-%m-%d %H:%M:%S UTC")) end end' "$f"; else echo "No sign-in: $f is not there"; fi
              button "Copy"
            region "PowerShell"
              PowerShell
              code
                | $f = "$HOME/.aws/sso/cache/40169cea58ca6cbf23fb27b2542923fb5f524af0.json"; $x = if (Test-Path $f) { "$(Get-Content $f -Raw -Encoding UTF8)".Trim() }; $j = try { ConvertFrom-Json $x } catch { }; $t = { param($v) if ($v -is [datetime]) { if ($v.Kind -eq 'Unspecified') { $false } else { $v.ToUniversalTime() } } elseif ("$v" -match '^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)([.,]\d+)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$') { if ($Matches[4]) { try { ([datetimeoffset]"$($Matches[1])T$($Matches[2])$($Matches[4] -replace 'UTC|GMT', 'Z')").UtcDateTime } catch { } } else { $false } } }; $w = { param($s) $s = [math]::Floor($s); $m = [math]::Floor($s / 60) % 60; $h = [math]::Floor($s / 3600); $d = [math]::Floor($h / 24); if ($d -gt 1) { "$d days" } elseif ($d -eq 1) { "1 day $($h % 24) h" } elseif ($h -gt 0) { "$h h $m min" } elseif ($m -gt 0) { "$m min $($s % 60) s" } else { "$s s" } }; $n = [datetime]::UtcNow; $e = & $t $j.expiresAt; if ($null -eq $x) { "No sign-in: $f is not there" } elseif ($x -eq '') { 'There is nothing in it' } elseif ($null -eq $j -and $x -ne 'null' -and $x -notmatch '^\[\s*\]$') { 'That is not a whole cache file' } elseif ($j -isnot [System.Management.Automation.PSCustomObject]) { 'That is JSON, but no cache file' } elseif ($j.accessToken -isnot [string]) { "That is not one of the AWS CLI's cache files" } elseif ($null -eq $j.expiresAt) { 'It does not say when it ends' } elseif ($e -is [bool]) { 'Its end has no time zone' } elseif ($null -eq $e) { 'Its end is not a time' } else { $e = $e.AddTicks(-($e.Ticks % 10000000)); $s = ($e - $n).TotalSeconds; $g = & $t $j.registrationExpiresAt; $r = $j.refreshToken -and $j.clientId -and $j.clientSecret -and $g -is [datetime] -and $g -gt $n; $q = if ($s -ge 900) { 'Valid' } elseif ($s -gt 0 -and $r) { 'Valid, about to be refreshed' } elseif ($s -gt 0) { 'Ends soon' } elseif ($r) { 'Expired, but can be refreshed' } else { 'Expired' }; $l = if ($s -gt 0) { "$(& $w $s) left" } else { "ended $(& $w (-$s)) ago" }; "${q}: $l, $($e.ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture)) UTC" }
              button "Copy"
            region "macOS, Linux, with Python"
              macOS, Linux, with Python
              code
                | python3 -c 'import json, re, sys, pathlib, datetime as d; f = pathlib.Path.home() / ".aws/sso/cache/40169cea58ca6cbf23fb27b2542923fb5f524af0.json"; f.is_file() or sys.exit(f"No sign-in: {f} is not there"); no = lambda text: setattr(sys, "excepthook", lambda *_: print(text)); x = f.read_text("utf-8-sig").strip(); x or sys.exit("There is nothing in it"); no("That is not a whole cache file"); j = json.loads(x); isinstance(j, dict) or sys.exit("That is JSON, but no cache file"); isinstance(j.get("accessToken"), str) or sys.exit("That is not one of the AWS CLI\u0027s cache files"); j.get("expiresAt") is None and sys.exit("It does not say when it ends"); no("Its end is not a time"); m = lambda k: re.fullmatch(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)([.,]\d+)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?", str(j.get(k))); t = lambda m: d.datetime.fromisoformat(m[1] + "T" + m[2] + (m[4][:3] + ":" + m[4][-2:] if m[4][0] in "+-" else "+00:00")); e = m("expiresAt"); e and not e[4] and sys.exit("Its end has no time zone"); e = t(e); n = d.datetime.now(d.timezone.utc); g = m("registrationExpiresAt"); r = all(j.get(k) for k in ("refreshToken", "clientId", "clientSecret")) and bool(g and g[4] and t(g) > n); s = (e - n).total_seconds(); w = lambda s: f"{s // 86400} days" if s >= 172800 else f"1 day {s // 3600 % 24} h" if s >= 86400 else f"{s // 3600} h {s // 60 % 60} min" if s >= 3600 else f"{s // 60} min {s % 60} s" if s >= 60 else f"{s} s"; print(("Valid" if s >= 900 else "Valid, about to be refreshed" if s > 0 and r else "Ends soon" if s > 0 else "Expired, but can be refreshed" if r else "Expired") + ": " + (w(int(s)) + " left" if s > 0 else "ended " + w(int(-s)) + " ago") + e.astimezone(d.timezone.utc).strftime(", %Y-%m-%d %H:%M:%S UTC"))'
              button "Copy"
            region "Result"
              For https://acme.awsapps.com/start the CLI looks for 40169cea58ca6cbf23fb27b2542923fb5f524af0.json, which is not among these files. There is one for https://acme.awsapps.com/start/: to the CLI another spelling is another sign-in.
              article "520d081ff744622a81286dc87e136c6485c7253f.json"
                heading "A sign-in's token"
                Valid
                timer: 8 h 0 min left
                520d081ff744622a81286dc87e136c6485c7253f.json
                This is what “aws sso login” leaves: while it holds, commands work without a new sign-in.
                term: Ends
                definition: 2026-11-24 18:00:00 UTC
                term: Belongs to
                definition: Profiles of the older format with https://acme.awsapps.com/start/
                term: For
                definition: https://acme.awsapps.com/start
                term: SSO region
                definition: eu-west-1
                term: Refreshed by the CLI
                definition: No: there is no refresh token in it, as with profiles of the older format. When it ends, log in again.
                You named https://acme.awsapps.com/start. The CLI keeps a sign-in for each spelling of an address, also with and without a slash at its end: write it in the config exactly as this file's.
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
