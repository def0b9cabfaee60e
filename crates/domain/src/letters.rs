//! Letters of any script, for searching and comparing: lower case, and what a word is made of.
//!
//! Not here: Unicode's tables, which would weigh as much as all of this crate's texts. Lower case is known for the
//! letters of European languages, Vietnamese and Pinyin, for Greek, Cyrillic, Armenian and the wide forms of ASCII;
//! the capitals of other scripts stay as they are, and are found as they are.
//!
//! Source: Unicode's `UnicodeData.txt`, by way of [`char::to_lowercase`], with which a test compares.

/// A text in lower case, letter by letter: a Greek sigma is the same anywhere in its word.
pub fn lower_case(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    for letter in text.chars() {
        lower.push(lower_letter(letter));
        if letter == 'İ' {
            lower.push('\u{307}');
        }
    }
    lower
}

/// Whether a character belongs to a word: beyond ASCII all but punctuation, arrows, symbols and pictures.
pub fn is_of_word(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' => true,
        '\u{80}'..='\u{bf}' | '×' | '÷' => false,
        '\u{2000}'..='\u{206f}' | '\u{2190}'..='\u{2bff}' => false,
        '\u{3000}'..='\u{3004}' | '\u{1f000}'..='\u{1faff}' => false,
        _ => true,
    }
}

fn lower_letter(letter: char) -> char {
    match letter {
        'İ' => return 'i',
        'Ÿ' => return 'ÿ',
        'ẞ' => return 'ß',
        'Ό' => return 'ό',
        'Ӏ' => return 'ӏ',
        '\u{212a}' => return 'k',
        '\u{212b}' => return 'å',
        _ => {}
    }
    let code = u32::from(letter);
    let run = RUNS.iter().find(|(first, last, _)| (*first..=*last).contains(&code));
    let lower = match run {
        Some((_, _, Shift::By(distance))) => code + distance,
        // In these runs each capital stands before its small letter.
        Some((first, _, Shift::Pairs)) if (code - first).is_multiple_of(2) => code + 1,
        Some((_, _, Shift::Pairs)) | None => code,
    };
    char::from_u32(lower).unwrap_or(letter)
}

/// How far a run's small letters are from its capitals.
#[derive(Clone, Copy)]
enum Shift {
    By(u32),
    Pairs,
}

/// The capitals, first and last of each run.
const RUNS: [(u32, u32, Shift); 28] = [
    (0x41, 0x5a, Shift::By(32)),
    (0xc0, 0xd6, Shift::By(32)),
    (0xd8, 0xde, Shift::By(32)),
    (0x100, 0x12f, Shift::Pairs),
    (0x132, 0x137, Shift::Pairs),
    (0x139, 0x148, Shift::Pairs),
    (0x14a, 0x177, Shift::Pairs),
    (0x179, 0x17e, Shift::Pairs),
    (0x1cd, 0x1dc, Shift::Pairs),
    (0x1de, 0x1ef, Shift::Pairs),
    (0x1f8, 0x21f, Shift::Pairs),
    (0x222, 0x233, Shift::Pairs),
    (0x386, 0x386, Shift::By(38)),
    (0x388, 0x38a, Shift::By(37)),
    (0x38e, 0x38f, Shift::By(63)),
    (0x391, 0x3a1, Shift::By(32)),
    (0x3a3, 0x3ab, Shift::By(32)),
    (0x400, 0x40f, Shift::By(80)),
    (0x410, 0x42f, Shift::By(32)),
    (0x460, 0x481, Shift::Pairs),
    (0x48a, 0x4bf, Shift::Pairs),
    (0x4c1, 0x4ce, Shift::Pairs),
    (0x4d0, 0x52f, Shift::Pairs),
    (0x531, 0x556, Shift::By(48)),
    (0x1e00, 0x1e95, Shift::Pairs),
    (0x1ea0, 0x1eff, Shift::Pairs),
    (0x2160, 0x216f, Shift::By(16)),
    (0xff21, 0xff3a, Shift::By(32)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_get_lower() {
        assert_eq!(lower_case("ÄÖ Zoë's ŁÓDŹ МОСКВА İ 1"), "äö zoë's łódź москва i\u{307} 1");
        assert_eq!(lower_case("ΟΔΟΣ"), "οδοσ");
    }

    #[test]
    fn letters_of_the_known_scripts_get_lower_as_unicode_has_it() {
        let known = ['\0'..='\u{17f}', '\u{386}'..='\u{3ab}', '\u{400}'..='\u{58f}']
            .into_iter()
            .chain(['\u{1e00}'..='\u{1eff}', '\u{ff00}'..='\u{ffef}']);
        for letter in known.flatten() {
            let unicodes: String = letter.to_lowercase().collect();
            assert_eq!(lower_case(&letter.to_string()), unicodes, "{letter}");
        }
    }

    #[test]
    fn words_are_made_of_letters_and_digits() {
        for c in ('\0'..='\u{24f}').chain('\u{400}'..='\u{481}').filter(|c| !"²³¹¼½¾".contains(*c))
        {
            assert_eq!(is_of_word(c), c.is_alphanumeric(), "{c}");
        }
        assert!("日本語".chars().all(is_of_word) && !"–—“”‘’…•→✓🚀 «»".chars().any(is_of_word));
    }

    #[test]
    fn no_letter_gets_another_than_unicode_has_it() {
        for letter in ('\0'..=char::MAX).filter(|letter| lower_letter(*letter) != *letter) {
            let unicodes: String = letter.to_lowercase().collect();
            assert_eq!(lower_case(&letter.to_string()), unicodes, "{letter}");
        }
    }
}
