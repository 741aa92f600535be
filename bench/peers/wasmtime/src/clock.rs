use rustix::time::{ClockId, clock_gettime};
use serde::Serialize;
use std::time::{Duration, Instant};

/// Reads time and processor time of this thread from a moment on.
pub struct Clock {
    began: Instant,
    cpu_before: Duration,
}

/// What a row has taken. Nanoseconds.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Price {
    per_row: f64,
    cpu_per_row: f64,
}

impl Clock {
    pub fn start() -> Self {
        Self { cpu_before: cpu_time(), began: Instant::now() }
    }

    pub fn elapsed(&self) -> Duration {
        self.began.elapsed()
    }

    /// `elapsed`: what the clock said when the last of `rows` rows was done.
    pub fn price(&self, elapsed: Duration, rows: u64) -> Price {
        let each = |time: Duration| time.as_secs_f64() * 1e9 / rows as f64;
        Price { per_row: each(elapsed), cpu_per_row: each(cpu_time() - self.cpu_before) }
    }
}

fn cpu_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.cast_unsigned(), u32::try_from(time.tv_nsec).expect("less than a second"))
}
