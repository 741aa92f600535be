use crate::kit::{attempt, see};
use gadget_guest::{
    Delivery, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every,
};
use std::time::Duration;

pub struct Guest {
    sources: [(Source, Field<u32>); 2],
    seen: [u32; 2],
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let source = |name| -> Result<(Source, Field<u32>)> {
            let source = Source::create(name, Delivery::Snapshots)?;
            source.subscribe()?;
            let n = source.add_field("n")?;
            Ok((source, n))
        };
        every(Duration::from_millis(500))?;
        Ok(Self { sources: [source("a")?, source("b")?], seen: [0, 0] })
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        let from = subscription.id() as usize;
        self.seen[from] += 1;
        let n = self.sources[from].1.get(packet.row(0))?;
        let emitted = self.emit(1 - from, n + 1);
        if emitted.is_err() {
            attempt(&format!("caused by {n}"), emitted);
            see("a", self.seen[0]);
            see("b", self.seen[1]);
        }
        Ok(Verdict::Keep)
    }

    fn on_tick(&mut self, _: Timer) -> Result<()> {
        self.emit(0, 1)
    }
}

impl Guest {
    fn emit(&self, to: usize, value: u32) -> Result<()> {
        let (source, n) = &self.sources[to];
        let packet = source.new_packet(1)?;
        n.set(packet.row(0), value)?;
        packet.emit()
    }
}
