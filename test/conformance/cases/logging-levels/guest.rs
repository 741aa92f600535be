use crate::kit::see;
use gadget_guest::log::{Level, enabled, write};
use gadget_guest::{Gadget, Purpose, Result, debug, error, info, trace, warn};

const LEVELS: [Level; 5] = [Level::Error, Level::Warn, Level::Info, Level::Debug, Level::Trace];

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        error!("a line");
        warn!("a line");
        info!("a line");
        debug!("a line");
        trace!("a line");
        for level in LEVELS {
            write(level, format_args!("again"));
        }
        see("enabled", LEVELS.map(enabled).to_vec());
        Ok(Self)
    }

    fn stop(&mut self) -> Result<()> {
        see("in stop", LEVELS.map(enabled).to_vec());
        Ok(())
    }
}
