use crate::kit::lists::{list_accessor_of, list_calls};
use crate::kit::{Word, see};
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    foreign: AnyField,
    wide: AnyField,
    small: AnyField,
    text: AnyField,
    no_list: AnyField,
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
            no_list: open.any_field("no list")?,
            kept: None,
        })
    }

    fn on_owned_packet(&mut self, _: Subscription, packet: Packet) -> Result<Verdict> {
        let Some(kept) = &self.kept else {
            self.kept = Some(packet);
            return Ok(Verdict::Keep);
        };
        let answers = |label: &str, name: &str, field, packet, row, lists: &[&[&str]]| {
            see(label, Word(&list_calls(list_accessor_of(name), field, packet, row, lists)));
        };
        let mut many = ["1"; 9];
        answers("expired", "s32", &self.foreign, kept, 9, &[&["1000"], &["1"]]);
        answers("wrong source", "s32", &self.foreign, &packet, 9, &[&["1000"], &["1"]]);
        answers("wrong kind", "s32", &self.wide, &packet, 9, &[&["1000"], &["1"]]);
        answers("no list", "s32", &self.no_list, &packet, 9, &[&["1000"], &["1"]]);
        answers("no such row", "s32", &self.small, &packet, 9, &[&["1000"], &["1"]]);
        answers("no such value", "s32", &self.small, &packet, 0, &[&["1000"]]);
        many[8] = "1000";
        answers("no such value of many", "s32", &self.small, &packet, 0, &[&many]);
        many[8] = "1";
        answers("too many", "s32", &self.small, &packet, 0, &[&many]);
        for name in ["text", "packed"] {
            let label = format!("no such row of {name}");
            answers(&label, name, &self.text, &packet, 9, &[&["too long"], &["1"]]);
            answers(&format!("limit of {name}"), name, &self.text, &packet, 0, &[&["too long"]]);
        }
        Ok(Verdict::Keep)
    }
}
