use crate::kit::{attempt, see};
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, handle_usage};

pub struct Guest {
    pid: Field<u32>,
    kept: Option<Packet>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { pid: open.field("pid")?, kept: None })
    }

    fn on_owned_packet(&mut self, _: Subscription, packet: Packet) -> Result<Verdict> {
        if let Some(kept) = self.kept.replace(packet) {
            self.use_up(kept);
        }
        Ok(Verdict::Keep)
    }
}

impl Guest {
    fn use_up(&self, packet: Packet) {
        see("len", packet.len());
        attempt("append", packet.append(1).map(|first| first.index()));
        attempt("append none", packet.append(0).map(|first| first.index()));
        attempt("discard", packet.row(0).discard());
        attempt("discard far behind", packet.row(1000).discard());
        attempt("discard several", packet.discard_many(&[0, 1]));
        attempt("discard none", packet.discard_many(&[]));
        attempt("get", self.pid.get(packet.row(0)));
        let open = handle_usage().open;
        attempt("emit", packet.emit());
        see("handles given back", open - handle_usage().open);
    }
}
