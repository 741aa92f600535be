use crate::kit::see;
use gadget_guest::{Gadget, Purpose, Result};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        see("init", ());
        "as it should be".parse::<u32>()?;
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        see("start", ());
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        see("stop", ());
        Ok(())
    }
}
