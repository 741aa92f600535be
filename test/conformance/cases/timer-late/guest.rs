use crate::kit::see;
use gadget_guest::{Gadget, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every, monotonic};
use std::time::Duration;

pub struct Guest {
    short: Timer,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let short = every(Duration::from_millis(100))?;
        every(Duration::from_millis(470))?;
        Source::open("open")?.subscribe()?;
        Ok(Self { short })
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        see("packet", now());
        Ok(Verdict::Keep)
    }

    fn on_tick(&mut self, timer: Timer) -> Result<()> {
        see(if timer == self.short { "tick of 100" } else { "tick of 470" }, now());
        Ok(())
    }
}

fn now() -> u64 {
    monotonic() / 1_000_000
}
