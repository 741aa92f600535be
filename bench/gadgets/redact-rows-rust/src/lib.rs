mod redact;

use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};
use redact::redact;

struct Redact {
    filename: Field<String>,
}

impl Gadget for Redact {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { filename: open.field("filename")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        for row in packet {
            self.filename.set(row, &redact(&self.filename.get(row)?))?;
        }
        Ok(Verdict::Keep)
    }
}

gadget_guest::export!(Redact: handler);
