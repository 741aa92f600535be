use crate::kit::{attempt, see};
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    pid: Field<u32>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { pid: open.field("pid")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let append = |rows| packet.append(rows).map(|first| first.index());
        see("len", packet.len());
        attempt("append 2", append(2));
        see("len", packet.len());
        see("is set", self.pid.is_set(packet.row(3))?);
        see("get", self.pid.get(packet.row(3))?);
        attempt("append 0", append(0));
        attempt("set", self.pid.set(packet.row(3), 7));
        attempt("append too many", append(65_535));
        attempt("append as many as there may be", append(65_534));
        see("len", packet.len());
        attempt("append one more", append(1));
        Ok(Verdict::Keep)
    }
}
