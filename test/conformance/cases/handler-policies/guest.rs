use crate::kit::attempt;
use gadget_guest::{ApiError, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest {
    pid: Field<u32>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let source = Source::open(&param("role").unwrap_or_default())?;
        source.subscribe()?;
        Ok(Self { pid: source.field("pid")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let value = self.pid.get(packet.row(0))?;
        attempt("set", self.pid.set(packet.row(0), value + 100));
        if value == 1 {
            return Err(ApiError::other("as it should be"));
        }
        Ok(Verdict::Keep)
    }
}
