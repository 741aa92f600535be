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
            for accessor in ACCESSORS {
                let Some(column) = accessor.column else { continue };
                see(&format!("{} as {}", field.name(), accessor.name), Word(&column(field, packet)));
            }
        }
        Ok(Verdict::Keep)
    }
}
