use crate::raw::gadget::api::random as host;

/// Two numbers that those who write the events cannot foresee: the same in all calls of one instance, others in each run,
/// in a replay the recorded ones. Not fit for keys or secrets.
pub fn seed() -> (u64, u64) {
    host::seed()
}

/// A fast generator of random numbers (xoroshiro128++) for sampling; not for keys or secrets.
#[derive(Clone, Debug)]
pub struct Random {
    state: (u64, u64),
}

impl Random {
    /// Seeded by the host, once for each instance: two of these give the same numbers.
    pub fn new() -> Self {
        Self::from_seed(seed())
    }

    /// Seeded by you.
    pub fn from_seed(seed: (u64, u64)) -> Self {
        // All zeros would stay so.
        Self { state: if seed == (0, 0) { (1, 1) } else { seed } }
    }

    /// Any of all numbers.
    pub fn next_u64(&mut self) -> u64 {
        let (a, mut b) = self.state;
        let result = a.wrapping_add(b).rotate_left(17).wrapping_add(a);
        b ^= a;
        self.state = (a.rotate_left(49) ^ b ^ (b << 21), b.rotate_left(28));
        result
    }

    /// From 0 up to but not including 1.
    pub fn next_f64(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

impl Default for Random {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_from_the_seed() {
        let numbers = |seed| {
            let mut random = Random::from_seed(seed);
            std::array::from_fn::<u64, 4, _>(|_| random.next_u64())
        };
        assert_eq!(numbers((1, 2)), numbers((1, 2)));
        assert_ne!(numbers((1, 2)), numbers((1, 3)));
        // The first output of the reference implementation for the state (1, 2).
        assert_eq!(numbers((1, 2))[0], 3_u64.rotate_left(17) + 1);
    }

    #[test]
    fn floats_fill_the_unit_interval() {
        let mut random = Random::from_seed((0, 0));
        let values: Vec<f64> = (0..10_000).map(|_| random.next_f64()).collect();
        assert!(values.iter().all(|value| (0.0..1.0).contains(value)));
        let mean = values.iter().sum::<f64>() / 10_000.0;
        assert!((0.48..0.52).contains(&mean), "{mean}");
    }
}
