//! Exports no more than the lifecycle, and asks for packets and ticks in every phase of it.

use gadget_guest::{Gadget, Purpose, Result, Source, every, info};
use std::time::Duration;

struct LifecycleOnly;

fn ask(phase: &str) -> Result<()> {
    let subscribed = Source::open("prey")?.subscribe();
    info!("{phase} subscribe {:?}", subscribed.map(drop));
    info!(
        "{phase} every {:?}",
        every(Duration::from_millis(1)).map(drop)
    );
    Ok(())
}

impl Gadget for LifecycleOnly {
    fn init(_: Purpose) -> Result<Self> {
        ask("init")?;
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        ask("start")
    }

    fn stop(&mut self) -> Result<()> {
        ask("stop")
    }
}

gadget_guest::export!(LifecycleOnly);
