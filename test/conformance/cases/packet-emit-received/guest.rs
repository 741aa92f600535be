use crate::kit::{attempt, see};
use gadget_guest::{
    Delivery, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, handle_usage, param,
};

pub struct Guest {
    first: bool,
    pids: Vec<Field<u32>>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let first = param("role").as_deref() == Some("first");
        if first {
            Source::create("made", Delivery::Events)?.add_field::<u32>("pid")?;
        }
        let mut pids = Vec::new();
        for name in ["open", "made"] {
            let source = Source::open(name)?;
            source.subscribe()?;
            pids.push(source.field("pid")?);
        }
        Ok(Self { first, pids })
    }

    fn start(&mut self) -> Result<()> {
        if self.first {
            Source::open("made")?.new_packet(2)?.emit()?;
        }
        Ok(())
    }

    fn on_owned_packet(&mut self, subscription: Subscription, packet: Packet) -> Result<Verdict> {
        let pid = &self.pids[subscription.id() as usize];
        packet.append(1)?;
        let row = packet.row(0);
        if self.first {
            row.discard()?;
        } else {
            pid.set(row, 1000 + pid.get(row)?)?;
        }
        let open = handle_usage().open;
        attempt("emit", packet.emit());
        see("handles given back", open - handle_usage().open);
        Ok(Verdict::Keep)
    }
}
