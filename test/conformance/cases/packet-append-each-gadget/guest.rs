use crate::kit::attempt;
use gadget_guest::{Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        Source::open("state")?.subscribe()?;
        Ok(Self)
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        attempt("append", packet.append(65_536).map(|first| first.index()));
        attempt("one more", packet.append(1).map(|first| first.index()));
        Ok(Verdict::Keep)
    }
}
