use crate::error::{ApiError, Result};
use crate::raw::gadget::api::timer as host;
use std::time::Duration;

/// A running timer, made by [`every`] or [`once`]; [`Gadget::on_tick`](crate::Gadget::on_tick) gets it with each tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Timer(u32);

impl Timer {
    pub(crate) fn new(id: u32) -> Self {
        Self(id)
    }

    /// Its number: counted from 0, in the order of the calls.
    pub fn id(self) -> u32 {
        self.0
    }

    /// Stops it: no tick comes after this. Twice is fine.
    pub fn cancel(self) {
        host::cancel(self.0);
    }
}

/// Ticks every so often between `start` and `stop`; a tick that is late merges with the next one.
///
/// Fails with `out-of-range` unless it is a whole number of milliseconds from 1; with `denied` unless the gadget
/// [exports](crate::export!) its ticker; with `limit-exceeded` above 64 timers; with `not-now` in `stop`.
pub fn every(interval: Duration) -> Result<Timer> {
    Ok(Timer::new(host::every(milliseconds(interval)?)?))
}

/// Ticks once, after so long, unless it is cancelled or the gadget stops before. One made in `init` or `start` counts from
/// the end of `start`.
///
/// Fails as [`every`] does. From the tick on the timer does not exist any more.
pub fn once(delay: Duration) -> Result<Timer> {
    Ok(Timer::new(host::once(milliseconds(delay)?)?))
}

fn milliseconds(interval: Duration) -> Result<u32> {
    match u32::try_from(interval.as_millis()) {
        Ok(ms) if Duration::from_millis(ms.into()) == interval => Ok(ms),
        _ => Err(ApiError::OutOfRange(format!("{interval:?} is no whole number of milliseconds below 2^32"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_whole_milliseconds() {
        assert_eq!(milliseconds(Duration::from_secs(2)), Ok(2000));
        assert_eq!(milliseconds(Duration::from_millis(u32::MAX.into())), Ok(u32::MAX));
        for bad in [Duration::from_micros(1500), Duration::from_secs(5_000_000)] {
            assert_eq!(milliseconds(bad).unwrap_err().tag(), "out-of-range");
        }
    }
}
