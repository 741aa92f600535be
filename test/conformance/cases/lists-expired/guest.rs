use crate::kit::lists::{list_accessor_of, list_calls};
use crate::kit::{Word, see};
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    fields: Vec<AnyField>,
    kept: Option<Packet>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { fields: open.fields()?, kept: None })
    }

    fn on_owned_packet(&mut self, _: Subscription, packet: Packet) -> Result<Verdict> {
        let Some(kept) = &self.kept else {
            self.kept = Some(packet);
            return Ok(Verdict::Keep);
        };
        for field in &self.fields {
            let name = field.name();
            see(&name, Word(&list_calls(list_accessor_of(&name), field, kept, 0, &[&["1"]])));
        }
        Ok(Verdict::Keep)
    }
}
