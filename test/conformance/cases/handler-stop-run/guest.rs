use crate::kit::see;
use gadget_guest::{
    ApiError, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every, param,
};
use std::time::Duration;

pub struct Guest {
    pid: Field<u32>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        every(Duration::from_secs(1))?;
        open.subscribe()?;
        Ok(Self { pid: open.field("pid")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        see("open", self.pid.column(packet)?);
        if param("role").as_deref() == Some("second") && self.pid.get(packet.row(0))? == 2 {
            return Err(ApiError::NotFound("as it should be".to_string()));
        }
        Ok(Verdict::Keep)
    }

    fn on_tick(&mut self, _: Timer) -> Result<()> {
        see("tick", ());
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        see("stop", ());
        Ok(())
    }
}
