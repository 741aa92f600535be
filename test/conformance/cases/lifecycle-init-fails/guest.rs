use crate::kit::see;
use gadget_guest::{ApiError, Gadget, Purpose, Result, param};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        see("init", ());
        if param("role").as_deref() == Some("second") {
            return Err(ApiError::Denied("as it should be".to_string()));
        }
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
