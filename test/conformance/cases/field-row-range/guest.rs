use crate::kit::accessors::accessor_of;
use crate::kit::{Word, calls, see};
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
        let answers = |row| {
            for field in &self.fields {
                let name = field.name();
                let answer = calls(accessor_of(&name), field, packet, row, &["1", "1"]);
                see(&format!("{name} of {row}"), Word(&answer));
            }
        };
        answers(1);
        answers(u32::MAX);
        packet.append(1)?;
        answers(1);
        Ok(Verdict::Keep)
    }
}
