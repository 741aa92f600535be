use crate::kit::lists::LIST_ACCESSORS;
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
            for accessor in LIST_ACCESSORS {
                let one = (accessor.set)(field, packet, 0, &["1", "0"]);
                let all = (accessor.set_column)(field, packet, &[&["1", "0"]]);
                see(&format!("{} as {}", field.name(), accessor.name), Word(&format!("{one}, {all}")));
            }
        }
        Ok(Verdict::Keep)
    }
}
