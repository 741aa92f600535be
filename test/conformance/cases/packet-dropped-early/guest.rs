use crate::kit::see;
use gadget_guest::{
    ApiError, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, handle_usage, param,
};

pub struct Guest {
    pid: Field<u32>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { pid: open.field("pid")? })
    }

    fn on_owned_packet(&mut self, _: Subscription, packet: Packet) -> Result<Verdict> {
        if param("role").as_deref() == Some("second") {
            see("open", self.pid.column(&packet)?);
            return Ok(Verdict::Keep);
        }
        let value = self.pid.get(packet.row(0))?;
        packet.row(0).discard()?;
        self.pid.set(packet.append(1)?, value + 100)?;
        let before = handle_usage().open;
        drop(packet);
        see("handles given back", before - handle_usage().open);
        match value {
            3 => Err(ApiError::other("as it should be")),
            2 => Ok(Verdict::Discard),
            _ => Ok(Verdict::Keep),
        }
    }
}
