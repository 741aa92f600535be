use crate::kit::lists::list_accessor_of;
use crate::kit::{Word, see};
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

type List = &'static [&'static str];

/// A list that fits, a longer one, one that fills the column up, and one more.
fn lists_for(name: &str) -> [List; 4] {
    match name {
        "s32" | "u32" => [&["1", "2", "3"], &["1", "2", "3", "4"], &["4", "5"], &["6"]],
        "s64" | "u64" | "f64" => [&["1"], &["1", "2"], &["3"], &["4"]],
        "uint8" => [&["1"; 12], &["1"; 13], &["2"; 8], &["3"; 5]],
        _ => [&["12345678"], &["12345678", "a"], &["1234"], &[""]],
    }
}

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
            let accessor = list_accessor_of(if name == "uint8" { "u32" } else { &name });
            let [fits, long, rest, more] = lists_for(&name);
            let one = |row, list| (accessor.set)(field, packet, row, list);
            let all = |lists: [List; 3]| (accessor.set_column)(field, packet, &lists);
            let made = [
                format!("fits {}", one(0, fits)),
                format!("too long {}", one(0, long)),
                format!("fills up {}", one(1, rest)),
                format!("too much {}", one(2, more)),
            ];
            see(&name, Word(&made.join(", ")));
            let refused = [
                format!("too long {}", all([long, &[], &[]])),
                format!("too much {}", all([fits, rest, more])),
                format!("as before {}", (accessor.column)(field, packet)),
            ];
            see(&format!("{name} column"), Word(&refused.join(", ")));
            let taken = [
                format!("full {}", all([fits, rest, &[]])),
                format!("empty {}", all([&[], &[], &[]])),
                format!("full {}", all([fits, rest, &[]])),
            ];
            see(&format!("{name} column"), Word(&taken.join(", ")));
        }
        Ok(Verdict::Keep)
    }
}
