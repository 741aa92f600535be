use crate::kit::{Show, Word, attempt, attempt_raw, attempt_unshown, see};
use gadget_guest::{AnyField, Gadget, Kind, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest {
    list: AnyField,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        let list = open.any_field("list")?;
        let size = list.fixed_size().map_or("none".to_string(), |size| size.show());
        let notes = list.annotations().into_iter().map(|note| format!("{}={}", note.key, note.value));
        let (tags, notes) = (list.tags().show(), notes.collect::<Vec<String>>().show());
        see(&list.name(), Word(&format!("{}, {size}, {tags}, {notes}", list.kind().show())));
        if is_first() {
            attempt_unshown("tag", list.add_tag("more"));
            attempt_unshown("note", list.annotate("description", "of lists"));
            attempt_raw("add another", open.raw().add_field("another", Kind::Other).map(drop));
        }
        open.subscribe()?;
        Ok(Self { list })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let list = &self.list;
        if is_first() {
            let set: Vec<String> = (0..5).map(|row| list.is_set(packet.row(row)).show()).collect();
            see("is set", Word(&set.join(", ")));
        }
        see("column", list.is_set_column(packet)?);
        if is_first() {
            attempt("unset", list.unset(packet.row(0)));
            attempt("unset what is unset", list.unset(packet.row(1)));
            attempt("unset of no row", list.unset(packet.row(4)));
            packet.row(2).discard()?;
            attempt("appended", list.is_set(packet.append(1)?));
        }
        Ok(Verdict::Keep)
    }
}

fn is_first() -> bool {
    param("role").as_deref() == Some("first")
}
