use crate::kit::{Word, attempt_raw, see};
use gadget_guest::raw::gadget::api::field::Packed as Raw;
use gadget_guest::{Field, Gadget, Packed, Packet, Purpose, Result, Source, Subscription, Verdict};

/// What is wrong, ends, and the length of the data.
const WRONG: [(&str, &[u32], usize); 9] = [
    ("none", &[], 0),
    ("none, but data", &[], 3),
    ("too few", &[1, 3], 3),
    ("too many", &[1, 2, 3, 3], 3),
    ("falls", &[2, 1, 3], 3),
    ("falls at the end", &[1, 4, 3], 3),
    ("ends early", &[1, 2, 2], 3),
    ("ends late", &[1, 2, 4], 3),
    ("far away", &[0, 0, u32::MAX], 3),
];

pub struct Guest {
    text: Field<String>,
    bytes: Field<Vec<u8>>,
    copy: Field<String>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { text: open.field("text")?, bytes: open.field("bytes")?, copy: open.field("copy")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let Self { text, bytes, copy } = self;
        for (label, ends, length) in WRONG {
            let block = Raw { ends: ends.to_vec(), data: vec![0; length] };
            attempt_raw(&format!("text {label}"), text.raw().set_column_packed(packet.raw(), &block));
        }
        see("is set", text.is_set_column(packet)?);
        copied(copy, packet, &text.packed(packet)?)?;
        let right = Raw { ends: vec![0, 3, 3], data: b"abc".to_vec() };
        attempt_raw("right", text.raw().set_column_packed(packet.raw(), &right));
        see("is set", text.is_set_column(packet)?);
        for (label, ends, length) in WRONG {
            let block = Raw { ends: ends.to_vec(), data: vec![0; length] };
            attempt_raw(&format!("bytes {label}"), bytes.raw().set_column_packed(packet.raw(), &block));
        }
        see("is set", bytes.is_set_column(packet)?);
        copied(copy, packet, &bytes.packed(packet)?)?;
        attempt_raw("right", bytes.raw().set_column_packed(packet.raw(), &right));
        see("is set", bytes.is_set_column(packet)?);
        Ok(Verdict::Keep)
    }
}

fn copied(copy: &Field<String>, packet: &Packet, block: &Packed) -> Result<()> {
    let ends: Vec<_> = block.ends().iter().map(u32::to_string).collect();
    see("packed", Word(&format!("{} of {}", ends.join(" "), block.data().len())));
    copy.set_packed(packet, block)?;
    see("copy", copy.column(packet)?);
    Ok(())
}
