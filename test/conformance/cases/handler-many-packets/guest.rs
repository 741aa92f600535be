use crate::kit::see;
use gadget_guest::{Delivery, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    open: Source,
    pid: Field<u32>,
    made: Source,
    packets: u32,
    sum: u32,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        let pid = open.field("pid")?;
        let made = Source::create("made", Delivery::Events)?;
        Ok(Self { open, pid, made, packets: 0, sum: 0 })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        for row in packet {
            self.sum += self.pid.get(row)?;
        }
        drop(self.made.new_packet(1)?);
        self.packets += 1;
        if self.packets == 70_000 {
            see("of", self.open.name());
            see("packets", self.packets);
            see("sum", self.sum);
        }
        Ok(Verdict::Keep)
    }
}
