/// Counts of values by their size: one bucket for 0, and one for each power of two.
pub struct Buckets {
    counts: [u64; 65],
}

/// The values from `low` to `high`, both included.
pub struct Bucket {
    pub low: u64,
    pub high: u64,
    pub count: u64,
}

impl Default for Buckets {
    fn default() -> Self {
        Self { counts: [0; 65] }
    }
}

impl Buckets {
    pub fn add(&mut self, value: u64) {
        self.counts[(u64::BITS - value.leading_zeros()) as usize] += 1;
    }

    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Those that are not empty, the lowest first.
    pub fn filled(&self) -> impl Iterator<Item = Bucket> {
        let all = self.counts.iter().enumerate().map(|(bits, count)| Bucket {
            low: if bits == 0 { 0 } else { 1 << (bits - 1) },
            high: if bits == 0 { 0 } else { u64::MAX >> (64 - bits) },
            count: *count,
        });
        all.filter(|bucket| bucket.count > 0)
    }
}
