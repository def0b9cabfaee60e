//! Choices out of one number, so that a random walk is a list of numbers.

/// What is left to choose with.
pub struct Dice(pub u64);

impl Dice {
    /// A number below this one.
    pub fn below(&mut self, many: usize) -> usize {
        let many = many.max(1) as u64;
        let rolled = self.0 % many;
        self.0 /= many;
        rolled as usize
    }

    /// One of these.
    pub fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    /// Yes, once in so many.
    pub fn once_in(&mut self, many: usize) -> bool {
        self.below(many) == 1
    }
}
