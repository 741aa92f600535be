pub use crate::raw::gadget::api::clock::Instant;

use crate::raw::gadget::api::clock as host;

/// Nanoseconds since the Unix epoch; may jump. In a replay, the recording's time.
///
/// `std::time::SystemTime::now()` panics in a gadget: there is no operating system.
pub fn wall() -> u64 {
    host::wall()
}

/// Nanoseconds that never go back; the base of kernel timestamps on Linux. In a replay, the recording's clock.
pub fn monotonic() -> u64 {
    host::monotonic()
}

/// Both clocks, read together: `wall - monotonic` is what to add to the monotonic time of an event for its time since the
/// Unix epoch. In nanoseconds.
pub fn now() -> Instant {
    host::now()
}
