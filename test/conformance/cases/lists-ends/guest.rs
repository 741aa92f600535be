use crate::kit::{attempt_raw, see};
use gadget_guest::raw::gadget::api::field::Packed;
use gadget_guest::raw::gadget::api::lists;
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

/// What is wrong, ends, and the number of elements.
const WRONG: [(&str, &[u32], usize); 9] = [
    ("none", &[], 0),
    ("none, but elements", &[], 3),
    ("too few", &[1, 3], 3),
    ("too many", &[1, 2, 3, 3], 3),
    ("falls", &[2, 1, 3], 3),
    ("falls at the end", &[1, 4, 3], 3),
    ("ends early", &[1, 2, 2], 3),
    ("ends late", &[1, 2, 4], 3),
    ("far away", &[0, 0, u32::MAX], 3),
];

/// What is wrong, ends of elements, and the length of the data.
const WRONG_ELEMENTS: [(&str, &[u32], usize); 4] = [
    ("none, but data", &[], 3),
    ("falls", &[2, 1, 3], 3),
    ("ends early", &[1, 2, 2], 3),
    ("ends late", &[1, 2, 4], 3),
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
            for (label, ends, count) in WRONG {
                set(&format!("{name} {label}"), field, packet, ends, count);
            }
            if name == "packed" {
                for (label, ends, length) in WRONG_ELEMENTS {
                    let outer = if ends.is_empty() { vec![0; 3] } else { vec![1, 1, 3] };
                    let values = Packed { ends: ends.to_vec(), data: vec![0; length] };
                    let column = lists::PackedLists { ends: outer, values };
                    let outcome = lists::set_column_packed(field.raw(), packet.raw(), &column);
                    attempt_raw(&format!("packed elements, {label}"), outcome);
                }
            }
            see(&format!("{name} is set"), field.is_set_column(packet)?);
            set(&format!("{name} right"), field, packet, &[1, 1, 3], 3);
        }
        Ok(Verdict::Keep)
    }
}

/// Sets a column with the elements 1, 2 and 3, or as many of them.
fn set(label: &str, field: &AnyField, packet: &Packet, ends: &[u32], count: usize) {
    let ends = ends.to_vec();
    let (raw, of) = (field.raw(), packet.raw());
    let outcome = match field.name().as_str() {
        "s32" => {
            lists::set_column_s32(raw, of, &lists::S32Lists { ends, values: [1, 2, 3][..count].to_vec() })
        }
        "u32" => {
            lists::set_column_u32(raw, of, &lists::U32Lists { ends, values: [1, 2, 3][..count].to_vec() })
        }
        "s64" => {
            lists::set_column_s64(raw, of, &lists::S64Lists { ends, values: [1, 2, 3][..count].to_vec() })
        }
        "u64" => {
            lists::set_column_u64(raw, of, &lists::U64Lists { ends, values: [1, 2, 3][..count].to_vec() })
        }
        "f64" => {
            let values = [1.0, 2.0, 3.0][..count].to_vec();
            lists::set_column_f64(raw, of, &lists::F64Lists { ends, values })
        }
        "text" => {
            let values = ["1", "2", "3"][..count].iter().map(ToString::to_string).collect();
            lists::set_column_text(raw, of, &lists::TextLists { ends, values })
        }
        _ => {
            let values = Packed { ends: [1, 2, 3][..count].to_vec(), data: b"123"[..count].to_vec() };
            lists::set_column_packed(raw, of, &lists::PackedLists { ends, values })
        }
    };
    attempt_raw(label, outcome);
}
