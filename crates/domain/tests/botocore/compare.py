"""Compares our reading and changing of config files with botocore's reading, over generated files.

    python3 crates/domain/tests/botocore/compare.py [--count 10000] [--seed 1]

Needs botocore (any 1.4x) and cargo; run in the project's root. Prints each difference, and a last line with their
number; ends with 1 where there is one. The same seed makes the same files. Checked of every file:

- botocore reads it exactly when we say so, and then the same profiles and sessions;
- the line it refuses a file for is among ours, or one of ours comes before it;
- after our merge it reads the entry's values, and of every other profile and session what it read before; and it would
  sign in as the entry says, in each of the formats;
- after all our safe fixes it reads what it read before, or a file that it refused, and every profile that signed in
  signs in at the same portal and region, with the same account and role; after a choice of another fix it reads the
  file if it did before;
- after our removal it reads neither the profile nor a session that only that one named, and of the others the same.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

import botocore
from botocore.configloader import load_config
from botocore.credentials import SSOProvider
from botocore.exceptions import ConfigParseError, InvalidConfigError

SESSION = ["sso_start_url", "sso_region", "sso_registration_scopes"]
# Keys that a profile in this format has not, whatever it had before.
FOREIGN = {
    "sso-session": SESSION,
    "legacy": ["sso_session"],
    "both": ["sso_registration_scopes"],
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    # Where cargo runs this script, it says where it is.
    command = [os.environ.get("CARGO", "cargo"), "run", "-q", "-p", "onramp-domain", "--example", "config_files", "--"]
    command += [str(options.seed), str(options.count)]
    files, differences = compare_all(command, options.count, compare)
    fixed, worse = compare_all(command + ["fixes"], options.count, compare_fixes)
    print(f"botocore {botocore.__version__}: {files} files, {differences} differences; {fixed} files fixed, {worse} worse")
    sys.exit(1 if differences or worse else 0)


def compare_all(command, count, compare):
    """How many files there were, and how many differences."""
    ours = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    files = differences = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "config")
        for line in ours.stdout:
            case = json.loads(line)
            files += 1
            for difference in compare(case, path):
                differences += 1
                print(json.dumps({"difference": difference, **case}))
    if ours.wait() != 0 or files != count:
        sys.exit("the example config_files failed")
    return files, differences


def compare_fixes(case, path):
    """What fixes make worse: a file that is refused then, a profile that signs in elsewhere or no more."""
    before, _ = load(case["text"], path)
    if "error" in before:
        return
    after, line = load(case["safe"], path)
    if "error" in after:
        yield f"after the safe fixes botocore refuses line {line}"
        return
    there = sign_ins(after)
    for name, sign_in in sign_ins(before).items():
        if there.get(name) != sign_in:
            yield f"after the safe fixes {name} signs in with {there.get(name)}, not {sign_in}"
    # What is wrong in `[DEFAULT]` counts from the first section on that takes it.
    for choice in case["choices"] if "[DEFAULT]" not in case["text"] else []:
        after, line = load(choice, path)
        if "error" in after:
            yield f"after a choice botocore refuses line {line}: {choice}"


def sign_ins(config):
    """Where each profile signs in, with start URLs in one spelling; of those that AWS would answer."""
    found = {}
    for name, profile in config["profiles"].items():
        # botocore itself stumbles over a nested block in the session's place.
        if "role_arn" in profile or isinstance(profile.get("sso_session"), dict):
            continue
        try:
            sign_in = SSOProvider(lambda: config, None, name)._load_sso_config()
        except InvalidConfigError:
            continue
        if not sign_in or not all(isinstance(value, str) for value in sign_in.values()):
            continue
        keys = ["sso_start_url", "sso_region", "sso_account_id", "sso_role_name"]
        url, region, account, role = (sign_in[key] for key in keys)
        url = re.match(r"https?://([a-z0-9.-]+)(/start)?/?#?/?$", url, re.IGNORECASE)
        shapes = [(r"[a-z]+-[a-z]+-\d", region), (r"\d{12}", account), (r"[\w+=,.@-]+", role)]
        if url and all(re.fullmatch(shape, value) for shape, value in shapes):
            found[name] = [url[1].lower(), region, account, role]
    return found


def compare(case, path):
    """The differences in one case: a file, our reading of it, an entry and a name, our merge and our removal."""
    before, line = load(case["text"], path)
    if before != case["read"]:
        yield f"botocore reads {json.dumps(before)}, line {line}"
        return
    if "error" in before:
        if line is not None and line not in case["refusals"] and min(case["refusals"]) > line:
            yield f"botocore refuses line {line}"
        return
    yield from compare_merge(case, before, path)
    yield from compare_removal(case, before, path)


def compare_merge(case, before, path):
    entry = case["entry"]
    name, session = entry["profile"], entry["session"]
    after, line = load(case["merge"], path)
    if "error" in after:
        yield f"after the merge botocore refuses line {line}"
        return
    wanted = {
        "sso_account_id": entry["account_id"],
        "sso_role_name": entry["role_name"],
        **({"region": entry["region"]} if entry["region"] else {}),
        **({"output": entry["output"]} if entry["output"] else {}),
    }
    sign_in = {"sso_start_url": session["start_url"], "sso_region": session["region"]}
    expected = json.loads(json.dumps(before))
    if entry["format"] != "legacy":
        wanted["sso_session"] = session["name"]
        sign_in["sso_registration_scopes"] = session["scopes"]
        expected["sso_sessions"].setdefault(session["name"], {}).update(sign_in)
    if entry["format"] != "sso-session":
        wanted.update({key: sign_in[key] for key in ("sso_start_url", "sso_region")})
    profile = expected["profiles"].setdefault(name, {})
    for key in FOREIGN[entry["format"]]:
        profile.pop(key, None)
    profile.update(wanted)
    # What `[DEFAULT]` says goes for a new section too, and can't be taken from one.
    if "[DEFAULT]" not in case["text"] and after != expected:
        yield f"after the merge botocore reads {json.dumps(after)}"
    if "[DEFAULT]" in case["text"] and not (wanted.items() <= after["profiles"][name].items()):
        yield f"after the merge botocore reads {json.dumps(after)}"
    yield from compare_sign_in(case, after)


def compare_sign_in(case, after):
    """Whether botocore would sign in with the merged profile, whatever its format: the two kinds of keys must agree."""
    entry = case["entry"]
    session, profile = entry["session"], after["profiles"][entry["profile"]]
    others = set(after["sso_sessions"].get(session["name"], {})) - set(SESSION)
    # What a file has in odd places is not the merge's doing.
    if "[DEFAULT]" in case["text"] or (entry["format"] != "legacy" and others & set(profile)):
        return
    wanted = {
        "sso_role_name": entry["role_name"],
        "sso_account_id": entry["account_id"],
        "sso_start_url": session["start_url"],
        "sso_region": session["region"],
        **({} if entry["format"] == "legacy" else {"sso_session": session["name"]}),
    }
    try:
        signs_in = SSOProvider(lambda: after, None, entry["profile"])._load_sso_config()
    except InvalidConfigError as refusal:
        signs_in = str(refusal)
    if signs_in != wanted:
        yield f"after the merge botocore signs in with {signs_in}"


def compare_removal(case, before, path):
    after, line = load(case["remove"], path)
    if "error" in after:
        yield f"after the removal botocore refuses line {line}"
        return
    name = case["removed"]
    if name not in before["profiles"] and case["remove"] != case["text"]:
        yield "a removal of nothing changes something"
    expected = json.loads(json.dumps(before))
    session = expected["profiles"].pop(name, {}).get("sso_session")
    if after["profiles"] != expected["profiles"]:
        yield f"after the removal botocore reads {json.dumps(after)}"
    gone = set(before["sso_sessions"]) - set(after["sso_sessions"])
    kept = {key: value for key, value in before["sso_sessions"].items() if key not in gone}
    # A section that another one of its name hides can name a session too.
    hidden = len(gone) == 1 and "sso_session" in case["text"]
    if after["sso_sessions"] != kept or not (gone <= {str(session)} or hidden):
        yield f"after the removal botocore reads {json.dumps(after)}"


def load(text, path):
    """What botocore reads, or its refusal and the first line it names."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        file.write(text)
    try:
        config = load_config(path)
    except ConfigParseError as refusal:
        error = refusal.kwargs["error"]
        errors = getattr(error, "errors", None)
        return {"error": "ConfigParseError"}, errors[0][0] if errors else getattr(error, "lineno", None)
    return {key: config[key] for key in ("profiles", "sso_sessions")}, None


if __name__ == "__main__":
    main()
