use crate::kit::lists::{list_accessor_of, list_calls};
use crate::kit::{Word, see};
use gadget_guest::{AnyField, Delivery, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    fields: Vec<AnyField>,
    mine: Source,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let fields = Source::open("open")?.fields()?;
        let mine = Source::create("mine", Delivery::Events)?;
        Source::open("exec")?.subscribe()?;
        Ok(Self { fields, mine })
    }

    fn on_packet(&mut self, _: Subscription, received: &Packet) -> Result<Verdict> {
        let made = self.mine.new_packet(1)?;
        for (what, packet) in [("received", received), ("made", &made)] {
            for field in &self.fields {
                let name = field.name();
                let answers = list_calls(list_accessor_of(&name), field, packet, 0, &[&["1"]]);
                see(&format!("{name}, {what}"), Word(&answers));
            }
        }
        Ok(Verdict::Keep)
    }
}
