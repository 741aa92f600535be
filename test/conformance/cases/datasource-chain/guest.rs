use crate::kit::{attempt, attempt_unshown, see};
use gadget_guest::{Delivery, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest {
    /// Of second: the fields that it added, by subscription.
    notes: Vec<Field<String>>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let mut notes = Vec::new();
        if is_first() {
            Source::create("own", Delivery::Events)?.add_field::<u32>("pid")?;
            attempt_unshown("field of second", Source::open("open")?.any_field("note"));
        } else {
            attempt_unshown("create the first's", Source::create("own", Delivery::Events));
            for name in ["own", "open"] {
                let source = Source::open(name)?;
                notes.push(source.add_field("note")?);
                source.subscribe()?;
            }
        }
        Ok(Self { notes })
    }

    fn start(&mut self) -> Result<()> {
        let (own, open) = (Source::open("own")?, Source::open("open")?);
        if !is_first() {
            attempt_unshown("a packet of the first's", own.new_packet(1));
            attempt_unshown("a packet of the host's", open.new_packet(1));
            return Ok(());
        }
        attempt_unshown("field of second", open.any_field("note"));
        let note = own.field::<String>("note")?;
        let packet = own.new_packet(2)?;
        see("in its packet", note.is_set_column(&packet)?);
        attempt("set", note.set(packet.row(0), "first"));
        own.field::<u32>("pid")?.set(packet.row(0), 7)?;
        packet.emit()
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        let note = &self.notes[subscription.id() as usize];
        see("note", note.column(packet)?);
        see("is set", note.is_set_column(packet)?);
        note.set(packet.row(1), "second")?;
        Ok(Verdict::Keep)
    }
}

fn is_first() -> bool {
    param("role").as_deref() == Some("first")
}
