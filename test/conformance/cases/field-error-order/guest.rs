use crate::kit::accessors::accessor_of;
use crate::kit::{Word, calls, see};
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    foreign: AnyField,
    wide: AnyField,
    small: AnyField,
    text: AnyField,
    fixed: AnyField,
    kept: Option<Packet>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self {
            foreign: Source::open("exec")?.any_field("text")?,
            wide: open.any_field("wide")?,
            small: open.any_field("small")?,
            text: open.any_field("text")?,
            fixed: open.any_field("fixed")?,
            kept: None,
        })
    }

    fn on_owned_packet(&mut self, _: Subscription, packet: Packet) -> Result<Verdict> {
        let Some(kept) = &self.kept else {
            self.kept = Some(packet);
            return Ok(Verdict::Keep);
        };
        let answers = |label: &str, name: &str, field, packet, row, values: &[&str]| {
            see(label, Word(&calls(accessor_of(name), field, packet, row, values)));
        };
        answers("expired", "s32", &self.foreign, kept, 9, &["1000", "1"]);
        answers("wrong source", "s32", &self.foreign, &packet, 9, &["1000", "1"]);
        answers("wrong kind", "s32", &self.wide, &packet, 9, &["1000", "1"]);
        answers("no such row", "s32", &self.small, &packet, 9, &["1000", "1"]);
        answers("no such value", "s32", &self.small, &packet, 0, &["1000"]);
        for name in ["text", "bytes"] {
            answers(&format!("no such row of {name}"), name, &self.text, &packet, 9, &["too long", "1"]);
            answers(&format!("limit of {name}"), name, &self.text, &packet, 0, &["too long"]);
            answers(&format!("size of {name}"), name, &self.fixed, &packet, 0, &["too long"]);
        }
        Ok(Verdict::Keep)
    }
}
