use crate::kit::see;
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    signed: Field<i64>,
    unsigned: Field<u64>,
    negated: Field<i64>,
    copied: Field<u64>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self {
            signed: open.field("signed")?,
            unsigned: open.field("unsigned")?,
            negated: open.field("negated")?,
            copied: open.field("copied")?,
        })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        for row in packet {
            let signed = self.signed.get(row)?;
            see("signed", signed);
            see("unsigned", self.unsigned.get(row)?);
            self.negated.set(row, -signed)?;
        }
        self.copied.set_column(packet, &self.unsigned.column(packet)?)?;
        see("signed", self.signed.column(packet)?);
        see("unsigned", self.unsigned.column(packet)?);
        see("negated", self.negated.column(packet)?);
        Ok(Verdict::Keep)
    }
}
