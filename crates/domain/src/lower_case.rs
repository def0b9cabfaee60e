//! Lower case for comparing texts.
//!
//! Not here: lower case for reading. [`str::to_lowercase`] also minds the place of a Greek sigma in its word, for which
//! it brings tables of all the world's letters.

/// A text in lower case, letter by letter.
pub fn lower_case(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    for letter in text.chars() {
        lower.extend(letter.to_lowercase());
    }
    lower
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_any_script_get_lower() {
        assert_eq!(lower_case("ÄÖ Zoë's ŁÓDŹ МОСКВА 1"), "äö zoë's łódź москва 1");
    }

    #[test]
    fn a_sigma_is_the_same_anywhere() {
        assert_eq!(lower_case("ΟΔΟΣ"), "οδοσ");
    }
}
