use crate::kit::accessors::ACCESSORS;
use crate::kit::{Word, see};
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    fields: Vec<AnyField>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { fields: open.fields()? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        for field in &self.fields {
            for (row, accessor) in (0..).zip(ACCESSORS) {
                let label = format!("{} as {}", field.name(), accessor.name);
                see(&label, Word(&(accessor.set)(field, packet, row, "1")));
            }
        }
        Ok(Verdict::Keep)
    }
}
