//! The one rule for all searching: case and accents make no difference.

/// A text as it is compared: in lower case and without accents, so that "zurich" finds "Zürich".
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            // Accents that stand behind their letters.
            '\u{300}'..='\u{36f}' => {}
            '\u{ff01}'..='\u{ff5e}' => folded.extend(wide(letter)),
            _ => match PLAIN.iter().find(|(_, accented)| accented.contains(letter)) {
                Some((plain, _)) => folded.push_str(plain),
                None => folded.push(letter),
            },
        }
    }
    folded
}

/// What people type, and the letters for which they type it: Latin, and what else names of accounts are known to have.
/// Unicode's own tables, in a crate, are 16 KB of the page in Brotli.
const PLAIN: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎǻạảấầẩẫậắằẳẵặª"),
    ("ae", "æǽ"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
    ("g", "ĝğġģǧ"),
    ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįıǐỉị"),
    ("ij", "ĳ"),
    ("j", "ĵ"),
    ("k", "ķǩ"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňŉ"),
    ("o", "òóôõöøōŏőơǒǿọỏốồổỗộớờởỡợº"),
    ("oe", "œ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšș"),
    ("ss", "ß"),
    ("t", "ţťŧț"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔụủứừửữự"),
    ("w", "ŵẁẃẅ"),
    ("y", "ýÿŷỳỵỷỹ"),
    ("z", "źżž"),
    ("fi", "ﬁ"),
    ("fl", "ﬂ"),
    ("α", "ά"),
    ("ε", "έ"),
    ("η", "ή"),
    ("ι", "ίϊΐ"),
    ("ο", "ό"),
    ("σ", "ς"),
    ("υ", "ύϋΰ"),
    ("ω", "ώ"),
    ("е", "ё"),
    ("и", "й"),
];

/// `Ａ` as it is on a usual keyboard.
fn wide(letter: char) -> Option<char> {
    char::from_u32(u32::from(letter) - 0xfee0).map(|letter| letter.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_make_no_difference() {
        for (text, folded) in [
            ("Zürich", "zurich"),
            ("Zoe\u{308} ZOË", "zoe zoe"),
            ("Straße STRASSE", "strasse strasse"),
            ("Đà Nẵng, Łódź, Ærø, Þór", "da nang, lodz, aero, thor"),
            ("İstanbul ISTANBUL ılık", "istanbul istanbul ilik"),
            ("ΟΔΟΣ οδος", "οδοσ οδοσ"),
            ("МОСКВА Ａ１ ﬁ", "москва a1 fi"),
            ("日本-01", "日本-01"),
        ] {
            assert_eq!(fold(text), folded);
            assert_eq!(fold(folded), folded);
        }
    }
}
