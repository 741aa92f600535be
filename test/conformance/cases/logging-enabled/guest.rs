use crate::kit::see;
use gadget_guest::log::{self, Level};
use gadget_guest::{Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

const LEVELS: [Level; 5] = [Level::Error, Level::Warn, Level::Info, Level::Debug, Level::Trace];

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        write("init");
        Source::open("open")?.subscribe()?;
        Ok(Self)
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        write("on-packet");
        Ok(Verdict::Keep)
    }
}

/// Without asking first.
fn write(phase: &str) {
    for level in LEVELS {
        log::write(level, format_args!("{phase}"));
    }
    see("enabled", LEVELS.map(log::enabled).to_vec());
}
