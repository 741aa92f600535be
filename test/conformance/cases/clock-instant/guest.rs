use crate::kit::{Word, see};
use gadget_guest::{
    Gadget, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every, monotonic, now, wall,
};
use std::time::Duration;

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        look("init");
        Source::open("open")?.subscribe()?;
        every(Duration::from_secs(2_000_000))?;
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        look("start");
        Ok(())
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        look("on-packet");
        Ok(Verdict::Keep)
    }

    fn on_tick(&mut self, _: Timer) -> Result<()> {
        look("on-tick");
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        look("stop");
        Ok(())
    }
}

fn look(phase: &str) {
    let both = now();
    let same = both.wall == wall() && both.monotonic == monotonic();
    let words = if same { "as each" } else { "not as each" };
    see(phase, Word(&format!("{}, {}, {words}", both.wall, both.monotonic)));
}
