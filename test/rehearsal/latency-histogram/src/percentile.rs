use crate::buckets::Buckets;
use gadget_guest::{ApiError, Result};

/// A share of all values, in thousandths of a percent, and the words it came in.
pub struct Percentile {
    pub text: String,
    thousandths: u32,
}

/// Out of `50` or `99.9`. Fails with `out-of-range` unless above 0, up to 100, and with at most 3 decimals.
pub fn parse(text: &str) -> Result<Percentile> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let thousandths = match (digits(whole) && digits(part) && part.len() <= 3, whole.parse::<u32>()) {
        (true, Ok(whole @ ..=100)) => whole * 1000 + format!("{part:0<3}").parse::<u32>()?,
        _ => 0,
    };
    if !(1..=100_000).contains(&thousandths) {
        return Err(ApiError::OutOfRange(format!("{text:?} is no percentile")));
    }
    Ok(Percentile { text: text.to_string(), thousandths })
}

impl Percentile {
    /// What so many of the values do not exceed: the end of a bucket. None without values.
    pub fn of(&self, buckets: &Buckets) -> Option<u64> {
        let wanted = (u128::from(buckets.total()) * u128::from(self.thousandths)).div_ceil(100_000);
        let mut seen = 0;
        let reaches = buckets.filled().find(|bucket| {
            seen += u128::from(bucket.count);
            seen >= wanted
        });
        reaches.map(|bucket| bucket.high)
    }
}
