use crate::kit::accessors::{ACCESSORS, Accessor};
use crate::kit::{Word, see};
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    fields: Vec<AnyField>,
    columns: Vec<&'static Accessor>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        let columns = ACCESSORS.iter().filter(|accessor| accessor.set_column.is_some()).collect();
        Ok(Self { fields: open.fields()?, columns })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let accessor = self.columns.remove(0);
        for field in &self.fields {
            let label = format!("{} as {}", field.name(), accessor.name);
            see(&label, Word(&accessor.set_column.unwrap()(field, packet, &["1", "1"])));
        }
        Ok(Verdict::Keep)
    }
}
