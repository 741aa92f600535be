use crate::kit::{attempt_unshown, see};
use gadget_guest::{Gadget, Purpose, Result, Timer, every, monotonic};
use std::time::Duration;

pub struct Guest {
    longest: Timer,
    ticks: u32,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let longest = every(Duration::from_millis(u32::MAX.into()))?;
        see("longest", ());
        Ok(Self { longest, ticks: 0 })
    }

    fn on_tick(&mut self, timer: Timer) -> Result<()> {
        let now = monotonic() / 1_000_000;
        if timer != self.longest {
            see("tick of the shortest", now);
            return Ok(());
        }
        see("tick of the longest", now);
        self.ticks += 1;
        if self.ticks == 2 {
            attempt_unshown("shortest", every(Duration::from_millis(1)));
        }
        Ok(())
    }
}
