use crate::kit::see;
use gadget_guest::{Gadget, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every, seed};
use std::time::Duration;

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        see_seed("init");
        Source::open("open")?.subscribe()?;
        every(Duration::from_secs(1))?;
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        see_seed("start");
        Ok(())
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        see_seed("on-packet");
        Ok(Verdict::Keep)
    }

    fn on_tick(&mut self, _: Timer) -> Result<()> {
        see_seed("on-tick");
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        see_seed("stop");
        Ok(())
    }
}

fn see_seed(phase: &str) {
    let (first, second) = seed();
    see(phase, vec![first, second]);
}
