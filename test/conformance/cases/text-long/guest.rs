use crate::kit::{attempt, see};
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    text: Field<String>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { text: open.field("text")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let row = packet.row(0);
        let value = self.text.get(row)?;
        see("get", value.as_str());
        attempt("set text", self.text.set(row, &format!("{value}!")));
        attempt("column", self.text.column(packet));
        attempt("set column", self.text.set_column(packet, &[value]));
        Ok(Verdict::Keep)
    }
}
