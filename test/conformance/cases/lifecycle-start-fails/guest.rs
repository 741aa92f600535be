use crate::kit::see;
use gadget_guest::{
    ApiError, Delivery, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param,
};

pub struct Guest {
    role: String,
    made: Source,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        see("init", ());
        let role = param("role").unwrap_or_default();
        let made =
            if role == "first" { Source::create("made", Delivery::Events)? } else { Source::open("made")? };
        made.subscribe()?;
        Ok(Self { role, made })
    }

    fn start(&mut self) -> Result<()> {
        see("start", ());
        self.emit()?;
        if self.role == "second" {
            return Err(ApiError::NotFound("as it should be".to_string()));
        }
        Ok(())
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        see("on-packet", ());
        Ok(Verdict::Keep)
    }

    fn stop(&mut self) -> Result<()> {
        see("stop", ());
        self.emit()
    }
}

impl Guest {
    fn emit(&self) -> Result<()> {
        if self.role == "first" { self.made.new_packet(1)?.emit() } else { Ok(()) }
    }
}
