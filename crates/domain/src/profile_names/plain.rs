//! Characters of profile names: which work everywhere, and what others become.
//!
//! Not here: Unicode's own decomposition, whose tables are larger than the rest of this crate. Known are the letters of
//! the Latin script up to U+024F and from U+1E00 to U+1EFF (European languages and Vietnamese), combining accents, and
//! the wide forms of ASCII. Letters of other scripts have no plain form and count as any other character.
//!
//! Source: Unicode's compatibility decomposition; for letters that have none (`ø`, `ł`, `đ`), the letter under the
//! stroke, and for `ß`, `æ`, `þ`, the usual two.

use crate::names::is_portable;

/// Lower case without accents: every run of what is neither a letter nor a digit becomes one dash, none at the ends.
pub(super) fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars().filter(|c| !is_combining(*c)) {
        let mut single = [0; 4];
        let plain = plain(c, &mut single);
        if plain.is_empty() {
            gap = true;
            continue;
        }
        if gap && !out.is_empty() {
            out.push('-');
        }
        gap = false;
        out.push_str(plain);
    }
    out
}

/// A name of portable characters only: every run of others, with one dash directly before and after it, becomes one
/// dash; dashes at the ends go.
pub(super) fn portable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c| !is_portable(c)) {
        let (before, run) = rest.split_at(start);
        out.push_str(before.strip_suffix('-').unwrap_or(before));
        out.push('-');
        let after = run.trim_start_matches(|c| !is_portable(c));
        rest = after.strip_prefix('-').unwrap_or(after);
    }
    out.push_str(rest);
    out.trim_matches('-').to_owned()
}

/// A character's letters or digits, in lower case; empty where it has none.
fn plain(c: char, single: &mut [u8; 4]) -> &str {
    let letter = match c {
        'ß' | 'ẞ' => return "ss",
        'Æ' | 'æ' | 'Ǣ' | 'ǣ' | 'Ǽ' | 'ǽ' => return "ae",
        'Œ' | 'œ' => return "oe",
        'Þ' | 'þ' => return "th",
        'Ĳ' | 'ĳ' => return "ij",
        'Ǆ'..='ǆ' | 'Ǳ'..='ǳ' => return "dz",
        'Ǉ'..='ǉ' => return "lj",
        'Ǌ'..='ǌ' => return "nj",
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or('-'),
        '\u{c0}'..='\u{24f}' => in_table(LATIN, c as usize - 0xc0),
        '\u{1e00}'..='\u{1eff}' => in_table(LATIN_ADDITIONAL, c as usize - 0x1e00),
        _ => c,
    };
    if letter.is_ascii_alphanumeric() {
        letter.to_ascii_lowercase().encode_utf8(single)
    } else {
        ""
    }
}

fn in_table(table: &[&str], at: usize) -> char {
    table.get(at / 32).and_then(|row| row.as_bytes().get(at % 32)).map_or('-', |b| char::from(*b))
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// From U+00C0, 32 in a row; a dash where there is no plain letter, or more than one.
#[rustfmt::skip]
const LATIN: &[&str] = &[
    "aaaaaa-ceeeeiiiidnooooo-ouuuuy--",
    "aaaaaa-ceeeeiiiidnooooo-ouuuuy-y",
    "aaaaaaccccccccddddeeeeeeeeeegggg",
    "gggghhhhiiiiiiiiii--jjkkklllllll",
    "lllnnnnnnnnnoooooo--rrrrrrssssss",
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
    "bbbb--occdddd-eeeffgg--ikkl-mnno",
    "oo--pp---s-ttt-uu-vyyzzz-------w",
    "-------------aaiioouuuuuuuuuueaa",
    "aa--ggggkkoooozzj---gg-wnnaa--oo",
    "aaaaeeeeiiiioooorrrruuuusstt--hh",
    "nd--zzaaeeooooooooyylntj--acclts",
    "z--bu-eejjqqrryy",
];

/// From U+1E00, in the same way.
#[rustfmt::skip]
const LATIN_ADDITIONAL: &[&str] = &[
    "aabbbbbbccddddddddddeeeeeeeeeeff",
    "gghhhhhhhhhhiiiikkkkkkllllllllmm",
    "mmmmnnnnnnnnoooooooopppprrrrrrrr",
    "ssssssssssttttttttuuuuuuuuuuvvvv",
    "wwwwwwwwwwxxxxyyzzzzzzhtwyasss--",
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee",
    "eeeeeeeeiiiioooooooooooooooooooo",
    "oooouuuuuuuuuuuuuuyyyyyyyy--vvyy",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_has_plain_letters() {
        for (text, expect) in [
            ("Zoë's Sandbox (R&D), [old]", "zoe-s-sandbox-r-d-old"),
            ("Straße ÆRØ Łódź Đà Nẵng Þór", "strasse-aero-lodz-da-nang-thor"),
            ("Zoe\u{308} \u{ff21}\u{ff11}", "zoe-a1"),
            ("İstanbul ığ ĲMUIDEN ŸŽ×÷", "istanbul-ig-ijmuiden-yz"),
            ("日本 -- Север", ""),
            ("", ""),
        ] {
            assert_eq!(slug(text), expect, "{text}");
        }
    }

    #[test]
    fn a_run_takes_one_dash_on_either_side_with_it() {
        for (text, expect) in [
            ("Acme Production", "Acme-Production"),
            ("a, [b]-c", "a-b-c"),
            ("a--b", "a--b"),
            ("a-- b", "a--b"),
            ("-x-", "x"),
            ("日本-Admin", "Admin"),
            ("--", ""),
        ] {
            assert_eq!(portable(text), expect, "{text}");
        }
    }
}
