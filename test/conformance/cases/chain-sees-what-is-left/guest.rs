use crate::kit::see;
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest {
    name: Field<String>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { name: open.field("name")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        if param("role").as_deref() == Some("second") {
            see("len", packet.len());
            see("column", self.name.column(packet)?);
            see("is set", self.name.is_set_column(packet)?);
            return Ok(Verdict::Keep);
        }
        if self.name.get(packet.row(0))? == "drop all" {
            return Ok(Verdict::Discard);
        }
        self.name.set(packet.row(0), "***")?;
        packet.row(1).discard()?;
        Ok(Verdict::Keep)
    }
}
