use crate::kit::attempt;
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

const MOST: usize = 16 * 1024 * 1024;

pub struct Guest {
    text: Field<String>,
    bytes: Field<Vec<u8>>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { text: open.field("text")?, bytes: open.field("bytes")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let row = packet.row(0);
        attempt("set bytes", self.bytes.set(row, &vec![0; MOST]));
        attempt("set one byte more", self.bytes.set(row, &vec![0; MOST + 1]));
        attempt("set a character more", self.text.set(row, &"x".repeat(MOST + 1)));
        attempt("get bytes", self.bytes.get(row));
        Ok(Verdict::Keep)
    }
}
