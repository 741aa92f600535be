use gadget_guest::{
    Delivery, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every, info,
    monotonic, param,
};
use std::time::Duration;

pub struct Guest {
    first: bool,
    own: Source,
    tick: Field<u32>,
    ticks: u32,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let first = param("role").as_deref() == Some("first");
        let own = if first { Source::create("own", Delivery::Snapshots)? } else { Source::open("own")? };
        let tick = if first { own.add_field("tick")? } else { own.field("tick")? };
        own.subscribe()?;
        every(Duration::from_millis(if first { 100 } else { 150 }))?;
        Ok(Self { first, own, tick, ticks: 0 })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let mut values = Vec::new();
        for row in packet {
            let set = self.tick.is_set(row)?;
            values.push(if set { self.tick.get(row)?.to_string() } else { String::new() });
        }
        info!("packet of {} rows: {}", packet.len(), values.join(" "));
        Ok(Verdict::Keep)
    }

    /// Emits as many rows as there were ticks; after the second tick, also a state without rows.
    fn on_tick(&mut self, _: Timer) -> Result<()> {
        info!("tick at {}", monotonic() / 1_000_000);
        if !self.first {
            return Ok(());
        }
        self.ticks += 1;
        let packet = self.own.new_packet(self.ticks)?;
        self.tick.set(packet.row(0), self.ticks)?;
        packet.emit()?;
        if self.ticks == 2 {
            self.own.new_packet(0)?.emit()?;
        }
        Ok(())
    }
}
