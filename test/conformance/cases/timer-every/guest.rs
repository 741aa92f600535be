use crate::kit::attempt_unshown;
use gadget_guest::{
    Gadget, HashMap, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every, info, monotonic,
};
use std::time::Duration;

#[derive(Default)]
pub struct Guest {
    intervals: HashMap<Timer, u64>,
}

impl Guest {
    fn try_every(&mut self, phase: &str, interval: u64) {
        let made = every(Duration::from_millis(interval));
        if let Ok(timer) = made {
            self.intervals.insert(timer, interval);
        }
        attempt_unshown(&format!("in {phase}, {interval}"), made);
    }
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        Source::open("open")?.subscribe()?;
        let mut guest = Self::default();
        guest.try_every("init", 0);
        guest.try_every("init", 1000);
        Ok(guest)
    }

    fn start(&mut self) -> Result<()> {
        self.try_every("start", 0);
        self.try_every("start", 700);
        Ok(())
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        self.try_every("on-packet", 250);
        Ok(Verdict::Keep)
    }

    fn on_tick(&mut self, timer: Timer) -> Result<()> {
        let interval = self.intervals[&timer];
        info!("tick of {interval} at {}", monotonic() / 1_000_000);
        if interval == 700 {
            self.try_every("on-tick", 330);
        }
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        self.try_every("stop", 100);
        self.try_every("stop", 0);
        Ok(())
    }
}
