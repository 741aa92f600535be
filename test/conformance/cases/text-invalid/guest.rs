use crate::kit::see;
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    name: Field<String>,
    stored: Field<Vec<u8>>,
    by_row: Field<String>,
    by_row_stored: Field<Vec<u8>>,
    by_block: Field<String>,
    by_block_stored: Field<Vec<u8>>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self {
            name: open.field("name")?,
            stored: open.field("name")?,
            by_row: open.field("by row")?,
            by_row_stored: open.field("by row")?,
            by_block: open.field("by block")?,
            by_block_stored: open.field("by block")?,
        })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        for row in packet {
            see("get", self.name.get(row)?);
            let stored = self.stored.get(row)?;
            self.by_row_stored.set(row, &stored)?;
            see("bytes", stored);
        }
        self.by_block.set_packed(packet, &self.name.packed(packet)?)?;
        see("column", self.name.column(packet)?);
        see("packed", self.stored.column(packet)?);
        see("by row", self.by_row_stored.column(packet)?);
        see("by block", self.by_block_stored.column(packet)?);
        see("text by row", self.by_row.column(packet)?);
        see("text by block", self.by_block.column(packet)?);
        Ok(Verdict::Keep)
    }
}
