use crate::kit::{Show, Word, see};
use gadget_guest::{
    Gadget, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every, param, params,
};
use std::time::Duration;

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        both("init");
        for key in ["TEXT", "empty", "ünï.🦀", "not declared", ""] {
            see(key, Word(&param(key).map_or("none".to_string(), |value| value.show())));
        }
        Source::open("open")?.subscribe()?;
        every(Duration::from_secs(1))?;
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        both("start");
        Ok(())
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        both("on-packet");
        Ok(Verdict::Keep)
    }

    fn on_tick(&mut self, _: Timer) -> Result<()> {
        both("on-tick");
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        both("stop");
        Ok(())
    }
}

fn both(phase: &str) {
    let all = params::all().into_iter().map(|(key, value)| format!("{key}={value}"));
    see(&format!("{phase} all"), all.collect::<Vec<String>>());
    see(&format!("{phase} text"), param("text").unwrap_or_default());
}
