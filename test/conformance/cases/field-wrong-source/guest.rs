use crate::kit::accessors::accessor_of;
use crate::kit::{Word, calls, see};
use gadget_guest::{AnyField, Delivery, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    fields: Vec<AnyField>,
    mine: Source,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let fields = Source::open("open")?.fields()?;
        let mine = Source::create("mine", Delivery::Events)?;
        mine.add_field::<String>("text")?;
        Source::open("exec")?.subscribe()?;
        Ok(Self { fields, mine })
    }

    fn on_packet(&mut self, _: Subscription, received: &Packet) -> Result<Verdict> {
        let made = self.mine.new_packet(1)?;
        for (what, packet) in [("received", received), ("made", &made)] {
            for field in &self.fields {
                let name = field.name();
                see(&format!("{name}, {what}"), Word(&calls(accessor_of(&name), field, packet, 0, &["1"])));
            }
        }
        Ok(Verdict::Keep)
    }
}
