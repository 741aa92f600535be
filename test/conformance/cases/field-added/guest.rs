use crate::kit::{attempt, see};
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    pid: Field<u32>,
    note: Field<String>,
    twice: Field<u64>,
    never: Field<bool>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self {
            pid: open.field("pid")?,
            note: open.add_field("note")?,
            twice: open.add_field("twice")?,
            never: open.add_field("never")?,
        })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        see("is set", self.note.is_set_column(packet)?);
        see("column", self.note.column(packet)?);
        see("get", self.note.get(packet.row(1))?);
        self.note.set(packet.row(1), "second")?;
        let doubled: Vec<u64> = self.pid.column(packet)?.iter().map(|pid| u64::from(*pid) * 2).collect();
        attempt("set", self.twice.set_column(packet, &doubled));
        see("note", self.note.is_set_column(packet)?);
        see("twice", self.twice.column(packet)?);
        see("never", self.never.is_set_column(packet)?);
        Ok(Verdict::Keep)
    }
}
