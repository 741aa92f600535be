use gadget_guest::{
    ApiError, Delivery, Field, Gadget, Packet, Purpose, Result, Source, Timer, every, info, monotonic,
};
use std::time::Duration;

pub struct Guest {
    own: Source,
    tick: Field<u32>,
    note: Field<String>,
    first: Timer,
    ticks: u32,
    kept: Option<Packet>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let own = Source::create("own", Delivery::Events)?;
        let (tick, note) = (own.add_field("tick")?, own.add_field("note")?);
        Ok(Self { own, tick, note, first: every(Duration::from_millis(100))?, ticks: 0, kept: None })
    }

    fn on_tick(&mut self, timer: Timer) -> Result<()> {
        let now = monotonic() / 1_000_000;
        if timer != self.first {
            info!("made by the tick that failed, at {now}");
            if self.ticks == 1 {
                return Ok(());
            }
            timer.cancel();
            let kept = self.kept.take().ok_or("there is no packet")?;
            self.note.set(kept.row(0), "kept")?;
            return kept.emit();
        }
        self.ticks += 1;
        info!("tick {} at {now}", self.ticks);
        let emitted = self.own.new_packet(1)?;
        self.note.set(emitted.row(0), "undone")?;
        emitted.emit()?;
        if self.ticks == 2 {
            return Err(ApiError::other("no more"));
        }
        let kept = self.own.new_packet(1)?;
        self.tick.set(kept.row(0), self.ticks)?;
        self.kept = Some(kept);
        every(Duration::from_millis(60))?;
        Err(ApiError::LimitExceeded("not this time".to_string()))
    }
}
