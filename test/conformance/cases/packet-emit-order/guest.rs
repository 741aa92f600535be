use crate::kit::see;
use gadget_guest::{
    Delivery, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every, param,
};
use std::time::Duration;

pub struct Guest {
    first: bool,
    pid: Field<u32>,
    made: Source,
    n: Field<u32>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let first = param("role").as_deref() == Some("first");
        let open = Source::open("open")?;
        let made = if first { Source::create("made", Delivery::Snapshots)? } else { Source::open("made")? };
        let n = if first { made.add_field("n")? } else { made.field("n")? };
        open.subscribe()?;
        made.subscribe()?;
        if first {
            every(Duration::from_secs(1))?;
        }
        Ok(Self { first, pid: open.field("pid")?, made, n })
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        if subscription.id() == 0 {
            let value = self.pid.get(packet.row(0))?;
            see("open", value);
            if self.first {
                self.emit(value * 10 + 1)?;
                self.emit(value * 10 + 2)?;
            }
        } else {
            let value = self.n.get(packet.row(0))?;
            see("made", value);
            if self.first && value == 11 {
                self.emit(99)?;
            }
        }
        Ok(Verdict::Keep)
    }

    fn on_tick(&mut self, _: Timer) -> Result<()> {
        self.emit(100)?;
        see("tick", ());
        Ok(())
    }
}

impl Guest {
    fn emit(&self, value: u32) -> Result<()> {
        let packet = self.made.new_packet(1)?;
        self.n.set(packet.row(0), value)?;
        packet.emit()
    }
}
