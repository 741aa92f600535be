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
        packet.row(1).discard()?;
        packet.append(1)?;
        for field in &self.fields {
            let name = field.name();
            let accessor = accessor_of(&name);
            let set_column = accessor.set_column.unwrap();
            let all: [&[&str]; 4] = [&[], &["1"; 3], &["1"; 5], &["1", "0", "1", "0"]];
            let answers = all.map(|values| format!("{} {}", values.len(), set_column(field, packet, values)));
            let column = accessor.column.unwrap()(field, packet);
            see(&name, Word(&format!("{column}, {}", answers.join(", "))));
            see(&format!("{name} is set"), field.is_set_column(packet)?);
        }
        Ok(Verdict::Keep)
    }
}
