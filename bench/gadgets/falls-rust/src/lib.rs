use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

struct Falls {
    falls: Field<bool>,
}

impl Gadget for Falls {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { falls: open.field("falls")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        for row in packet {
            assert!(!self.falls.get(row)?);
        }
        Ok(Verdict::Keep)
    }
}

gadget_guest::export!(Falls: handler);
