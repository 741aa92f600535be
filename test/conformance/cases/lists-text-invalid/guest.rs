use crate::kit::lists::lists_of;
use crate::kit::{attempt, see};
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    text: Field<Vec<String>>,
    text_as_bytes: Field<Vec<Vec<u8>>>,
    bytes: Field<Vec<Vec<u8>>>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self {
            text: open.field("text")?,
            text_as_bytes: open.field("text")?,
            bytes: open.field("bytes")?,
        })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let Self { text, text_as_bytes, bytes } = self;
        let (first, second) = (packet.row(0), packet.row(1));
        see("text", text.get(first)?);
        see("bytes of text", text_as_bytes.get(first)?);
        see("text with NUL", text.get(second)?);
        let lists = text.lists(packet)?;
        see("column", lists_of(lists.ends(), lists.values()));
        attempt("text from bytes", text_as_bytes.set(first, &bytes.get(first)?));
        see("text", text.get(first)?);
        see("bytes of text", text_as_bytes.get(first)?);
        Ok(Verdict::Keep)
    }
}
