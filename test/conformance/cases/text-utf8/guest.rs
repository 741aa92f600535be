use crate::kit::see;
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    name: Field<String>,
    stored: Field<Vec<u8>>,
    longer: Field<String>,
    copy: Field<String>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self {
            name: open.field("name")?,
            stored: open.field("name")?,
            longer: open.field("longer")?,
            copy: open.field("copy")?,
        })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        for row in packet {
            let name = self.name.get(row)?;
            see("get", name.as_str());
            see("bytes", self.stored.get(row)?);
            self.longer.set(row, &format!("{name}→"))?;
        }
        see("column", self.name.column(packet)?);
        see("packed", self.stored.column(packet)?);
        see("longer", self.longer.column(packet)?);
        self.copy.set_column(packet, &self.name.column(packet)?)?;
        Ok(Verdict::Keep)
    }
}
