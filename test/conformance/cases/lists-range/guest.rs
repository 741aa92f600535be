use crate::kit::lists::{LIST_ACCESSORS, ListAccessor};
use crate::kit::{Word, see};
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

/// Around the ends of all kinds.
const VALUES: &[&str] = &[
    "0",
    "1",
    "2",
    "-1",
    "-128",
    "127",
    "-129",
    "128",
    "255",
    "256",
    "-32768",
    "32767",
    "-32769",
    "32768",
    "65535",
    "65536",
    "-2147483648",
    "2147483647",
    "-2147483649",
    "2147483648",
    "4294967295",
    "4294967296",
    "-9223372036854775808",
    "9223372036854775807",
    "18446744073709551615",
    "0.5",
    "1e39",
    "nan",
    "inf",
    "-inf",
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
            for accessor in LIST_ACCESSORS {
                if (accessor.set)(field, packet, 0, &["1", "0"]) != "ok" {
                    continue;
                }
                let label = format!("{} as {}", field.name(), accessor.name);
                let taken = VALUES.iter().filter(|value| (accessor.takes)(&[value]));
                let refused: Vec<_> =
                    taken.filter_map(|value| refusal(accessor, field, packet, value)).collect();
                let shown = if refused.is_empty() { "none".to_string() } else { refused.join(", ") };
                see(&format!("{label}, no"), Word(&shown));
                see(&label, Word(&(accessor.get)(field, packet, 0)));
            }
        }
        Ok(Verdict::Keep)
    }
}

/// Nothing for an element that is taken; the element for one that is not; and more if that was not as it should be.
fn refusal(accessor: &ListAccessor, field: &AnyField, packet: &Packet, value: &str) -> Option<String> {
    let one = (accessor.set)(field, packet, 0, &["1", value]);
    let all = (accessor.set_column)(field, packet, &[&["1", value]]);
    if one == "ok" && all == "ok" {
        (accessor.set)(field, packet, 0, &["1", "0"]);
        return None;
    }
    let after = (accessor.get)(field, packet, 0);
    match format!("{one} {all} {after}").as_str() {
        "out-of-range out-of-range [1, 0]" => Some(value.to_string()),
        other => Some(format!("{value} {other}")),
    }
}
