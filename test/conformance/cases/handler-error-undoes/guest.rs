use crate::kit::see;
use gadget_guest::{
    ApiError, Delivery, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every,
    param,
};
use std::time::Duration;

pub struct Guest {
    pid: Field<u32>,
    made: Option<(Source, Field<u32>)>,
    calls: u32,
    ticks: u32,
    kept: Option<Packet>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        let made = if param("role").as_deref() == Some("first") {
            let made = Source::create("made", Delivery::Events)?;
            let n = made.add_field("n")?;
            Some((made, n))
        } else {
            None
        };
        Ok(Self { pid: open.field("pid")?, made, calls: 0, ticks: 0, kept: None })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        if self.made.is_none() {
            see("column", self.pid.column(packet)?);
            see("is set", self.pid.is_set_column(packet)?);
            return Ok(Verdict::Keep);
        }
        self.calls += 1;
        see("call", self.calls);
        self.pid.set(packet.row(0), 9)?;
        self.pid.unset(packet.row(2))?;
        packet.append(1)?;
        see("column", self.pid.column(packet)?);
        self.pid.set(packet.row(3), 0)?;
        packet.discard_many(&[1, 2])?;
        packet.append(1)?;
        self.make(self.calls)?.emit()?;
        if self.calls > 1 {
            return Ok(Verdict::Keep);
        }
        every(Duration::from_secs(1))?;
        Err(ApiError::Denied("as it should be".to_string()))
    }

    fn on_tick(&mut self, _: Timer) -> Result<()> {
        self.ticks += 1;
        see("tick", self.ticks);
        if self.ticks == 1 {
            self.kept = Some(self.make(101)?);
            self.make(100)?.emit()?;
            return Err(ApiError::other("as it should be"));
        }
        if let Some(kept) = self.kept.take() {
            kept.emit()?;
        }
        self.make(102)?.emit()
    }
}

impl Guest {
    fn make(&self, value: u32) -> Result<Packet> {
        let (made, n) = self.made.as_ref().ok_or("only the first gadget makes packets")?;
        let packet = made.new_packet(1)?;
        n.set(packet.row(0), value)?;
        Ok(packet)
    }
}
