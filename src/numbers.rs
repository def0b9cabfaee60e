//! Numbers as every screen writes them.

/// `1 role`, `1,204 roles`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// `25,000`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    let groups: Vec<&str> = groups.filter_map(|group| str::from_utf8(group).ok()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_read_well() {
        assert_eq!(
            [1, 999, 25_000, 0].map(|number| count(number, "role", "roles")),
            ["1 role", "999 roles", "25,000 roles", "0 roles"]
        );
    }
}
