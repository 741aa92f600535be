use std::hash::{BuildHasher, DefaultHasher, Hasher};

/// A hash map that those who write the events can't slow down by choosing its keys.
///
/// The hash maps of `std` have the same seed in every gadget, as there is no operating system to ask for another.
pub type HashMap<K, V> = std::collections::HashMap<K, V, SeededState>;

/// A hash set like [`HashMap`].
pub type HashSet<T> = std::collections::HashSet<T, SeededState>;

/// Hashes with the seed of this instance: what [`HashMap`] and [`HashSet`] use. Make them with `default()`.
#[derive(Clone, Debug)]
pub struct SeededState {
    seed: (u64, u64),
}

impl Default for SeededState {
    fn default() -> Self {
        Self { seed: crate::seed() }
    }
}

impl BuildHasher for SeededState {
    type Hasher = DefaultHasher;

    fn build_hasher(&self) -> DefaultHasher {
        let mut hasher = DefaultHasher::new();
        hasher.write_u64(self.seed.0);
        hasher.write_u64(self.seed.1);
        hasher
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_follow_from_the_seed() {
        let hash = |seed| SeededState { seed }.hash_one("key");
        assert_eq!(hash((1, 2)), hash((1, 2)));
        assert_ne!(hash((1, 2)), hash((1, 3)));
        assert_ne!(hash((1, 2)), hash((2, 2)));
    }
}
