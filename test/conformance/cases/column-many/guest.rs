use crate::kit::accessors::accessor_of;
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
        let rows: Vec<String> = packet.rows().map(|row| row.index().to_string()).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        for field in &self.fields {
            let name = field.name();
            let accessor = accessor_of(&name);
            let column = || accessor.column.unwrap()(field, packet);
            see(&name, Word(&column()));
            see("set", Word(&accessor.set_column.unwrap()(field, packet, &rows)));
            see(&name, Word(&column()));
        }
        Ok(Verdict::Keep)
    }
}
