use crate::kit::accessors::values;
use crate::kit::{attempt_raw, see};
use gadget_guest::raw::gadget::api::field::Packed;
use gadget_guest::raw::gadget::api::lists;
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

/// What is wrong, ends, and the length of the data.
const WRONG: [(&str, &[u32], usize); 6] = [
    ("none, but data", &[], 3),
    ("falls", &[2, 1, 3], 3),
    ("falls at the end", &[1, 4, 3], 3),
    ("ends early", &[1, 2, 2], 3),
    ("ends late", &[1, 2, 4], 3),
    ("far away", &[0, u32::MAX], 3),
];

pub struct Guest {
    fields: Vec<AnyField>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { fields: open.fields()? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        for field in &self.fields {
            let name = field.name();
            let set = |label: &str, ends: &[u32], data: &[u8]| {
                let block = Packed { ends: ends.to_vec(), data: data.to_vec() };
                attempt_raw(
                    &format!("{name} {label}"),
                    lists::set_packed(field.raw(), packet.raw(), 0, &block),
                );
            };
            let get = || attempt_raw(&name, lists::get_packed(field.raw(), packet.raw(), 0).map(values));
            for (label, ends, length) in WRONG {
                set(label, ends, &vec![0; length]);
            }
            get();
            set("right", &[0, 2], b"xz");
            get();
            set("of no elements", &[], &[]);
            see(&format!("{name} is set"), field.is_set(packet.row(0))?);
            get();
        }
        Ok(Verdict::Keep)
    }
}
