use crate::kit::{attempt, see};
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

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
        if param("role").as_deref() == Some("second") {
            self.look(packet)?;
        } else if packet.len() == 2 {
            attempt("all", packet.discard_many(&[1, 0]));
        } else {
            self.discard(packet)?;
        }
        Ok(Verdict::Keep)
    }
}

impl Guest {
    fn discard(&self, packet: &Packet) -> Result<()> {
        attempt("first", packet.row(0).discard());
        attempt("last", packet.row(5).discard());
        attempt("twice", packet.row(0).discard());
        attempt("behind the last", packet.row(6).discard());
        attempt("far behind", packet.row(u32::MAX).discard());
        see("len", packet.len());
        see("get", self.pid.get(packet.row(5))?);
        attempt("set", self.pid.set(packet.row(5), 50));
        attempt("several", packet.discard_many(&[4, 3]));
        attempt("one twice", packet.discard_many(&[4, 0, 4]));
        attempt("none", packet.discard_many(&[]));
        attempt("one that is not there", packet.discard_many(&[2, 6, 1]));
        attempt("append", packet.append(3).map(|first| first.index()));
        attempt("appended", packet.row(8).discard());
        attempt("several appended", packet.discard_many(&[7, 8]));
        see("len", packet.len());
        see("column", self.pid.column(packet)?);
        self.pid.set(packet.row(6), 60)
    }

    fn look(&self, packet: &Packet) -> Result<()> {
        see("len", packet.len());
        see("column", self.pid.column(packet)?);
        see("last", self.pid.get(packet.row(2))?);
        attempt("behind the last", self.pid.get(packet.row(3)));
        Ok(())
    }
}
