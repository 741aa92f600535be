use crate::kit::{Show, Word, see};
use gadget_guest::{
    ApiError, Field, Gadget, LossCause, Packet, Purpose, Result, Source, Subscription, Verdict, param,
};

pub struct Guest {
    role: String,
    pid: Field<u32>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { role: param("role").unwrap_or_default(), pid: open.field("pid")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let first = (self.role.as_str(), self.pid.get(packet.row(0))?);
        if matches!(first, ("first", 1) | ("second", 2)) {
            see("fails", packet.len());
            return Err(ApiError::other("no"));
        }
        see("gets", packet.len());
        if first == ("first", 3) {
            packet.row(0).discard()?;
        }
        Ok(Verdict::Keep)
    }

    fn on_loss(&mut self, _: Subscription, rows: u32, cause: LossCause) -> Result<()> {
        see("lost", Word(&format!("{rows}, {}", cause.show())));
        Ok(())
    }
}
