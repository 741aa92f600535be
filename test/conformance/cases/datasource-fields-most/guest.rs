use crate::kit::{Word, attempt, attempt_unshown, see};
use gadget_guest::{Delivery, Gadget, Purpose, Result, Source};

const MOST: u32 = 1024;

pub struct Guest {
    own: Source,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let own = Source::create("own", Delivery::Events)?;
        let add = |number: u32| own.add_field::<u32>(&format!("f{number}")).map(drop);
        attempt("1024 fields", (0..MOST).try_for_each(add));
        attempt("one more", add(MOST));
        let fields = own.fields()?;
        see("fields", fields.len());
        see("the last", Word(&fields[fields.len() - 1].name()));
        attempt_unshown("after it", own.any_field(&format!("f{MOST}")));
        Ok(Self { own })
    }

    fn start(&mut self) -> Result<()> {
        let packet = self.own.new_packet(1)?;
        for number in [0, MOST - 1] {
            self.own.field::<u32>(&format!("f{number}"))?.set(packet.row(0), number)?;
        }
        packet.emit()
    }
}
