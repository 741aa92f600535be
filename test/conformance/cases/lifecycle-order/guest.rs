use crate::kit::{Word, see};
use gadget_guest::{Gadget, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every, param};
use std::time::Duration;

pub struct Guest {
    calls: u32,
}

impl Gadget for Guest {
    fn init(purpose: Purpose) -> Result<Self> {
        see("init", Word(if purpose == Purpose::Run { "run" } else { "inspect" }));
        every(Duration::from_secs(1))?;
        Source::open("open")?.subscribe()?;
        if param("role").as_deref() == Some("first") {
            Source::open("other")?.subscribe()?;
        }
        Ok(Self { calls: 0 })
    }

    fn start(&mut self) -> Result<()> {
        self.called("start");
        Ok(())
    }

    fn on_packet(&mut self, subscription: Subscription, _: &Packet) -> Result<Verdict> {
        self.called(if subscription.id() == 0 { "open" } else { "other" });
        Ok(Verdict::Keep)
    }

    fn on_tick(&mut self, _: Timer) -> Result<()> {
        self.called("tick");
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        self.called("stop");
        Ok(())
    }
}

impl Guest {
    fn called(&mut self, label: &str) {
        self.calls += 1;
        see(label, self.calls);
    }
}
