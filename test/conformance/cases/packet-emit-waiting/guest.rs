use crate::kit::{attempt, see};
use gadget_guest::{
    Delivery, Gadget, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every, handle_usage,
};
use std::time::Duration;

pub struct Guest {
    made: Source,
    received: u32,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let made = Source::create("made", Delivery::Events)?;
        made.subscribe()?;
        every(Duration::from_secs(1))?;
        Ok(Self { made, received: 0 })
    }

    fn start(&mut self) -> Result<()> {
        self.fill()
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        self.received += packet.len();
        if self.received.is_multiple_of(1024) {
            see("packets received", self.received);
        }
        Ok(Verdict::Keep)
    }

    fn on_tick(&mut self, _: Timer) -> Result<()> {
        self.fill()
    }
}

impl Guest {
    fn fill(&self) -> Result<()> {
        let open = handle_usage().open;
        let mut emitted = 0;
        for _ in 0..1024 {
            self.made.new_packet(1)?.emit()?;
            emitted += 1;
        }
        see("emitted", emitted);
        attempt("one more", self.made.new_packet(1)?.emit());
        see("handles kept", handle_usage().open - open);
        Ok(())
    }
}
