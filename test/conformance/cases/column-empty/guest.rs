use crate::kit::accessors::accessor_of;
use crate::kit::{Word, calls, see};
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    fields: Vec<AnyField>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let state = Source::open("state")?;
        state.subscribe()?;
        Ok(Self { fields: state.fields()? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        for field in &self.fields {
            let name = field.name();
            let answers = |values: &[&str]| calls(accessor_of(&name), field, packet, 0, values);
            see(&format!("{name} of nothing"), Word(&answers(&[])));
            see(&format!("{name} of one"), Word(&answers(&["1"])));
        }
        Ok(Verdict::Keep)
    }
}
