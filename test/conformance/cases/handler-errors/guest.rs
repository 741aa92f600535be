use crate::kit::{error_of, see};
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    name: Field<String>,
    calls: u32,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { name: open.field("name")?, calls: 0 })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        self.calls += 1;
        let tag = self.name.get(packet.row(0))?;
        if tag != "none" {
            return Err(error_of(&tag, "as it should be"));
        }
        see("calls", self.calls);
        Ok(Verdict::Keep)
    }
}
