//! Sorting as the standard library does it, compiled once for whatever is sorted: each of its sorts takes 4 KB of Wasm.

use std::cmp::Ordering;

/// `slice::sort_by`.
pub fn sort_by<T>(list: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    let from = sorted(list.len(), &|one, other| order(&list[one], &list[other]));
    for place in 0..list.len() {
        // What stood there may have been swapped to a later place already.
        let mut at = from[place];
        while at < place {
            at = from[at];
        }
        list.swap(place, at);
    }
}

/// `slice::sort_by_key`.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(list, |one, other| key(one).cmp(&key(other)));
}

/// For each place of a list, the first place of an equal one.
pub fn first_equal<T: Ord>(list: &[T]) -> Vec<usize> {
    let order = |one: usize, other: usize| list[one].cmp(&list[other]);
    let mut firsts: Vec<usize> = (0..list.len()).collect();
    for pair in sorted(list.len(), &order).windows(2) {
        if list[pair[0]] == list[pair[1]] {
            firsts[pair[1]] = firsts[pair[0]];
        }
    }
    firsts
}

/// The places of a list in their new order.
#[inline(never)]
fn sorted(length: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_by(|one, other| order(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(list: Vec<(u8, u8)>) {
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_by_key(&mut ours, |(key, _)| *key % 8);
            theirs.sort_by_key(|(key, _)| *key % 8);
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn the_first_of_equals_is_found(list: Vec<u8>) {
            let first = |one: &u8| list.iter().position(|other| one == other).unwrap();
            prop_assert_eq!(first_equal(&list), list.iter().map(first).collect::<Vec<_>>());
        }
    }
}
