use crate::kit::{attempt, error_of};
use gadget_guest::{Delivery, Gadget, Purpose, Result, Source, param};

pub struct Guest {
    role: String,
    own: Source,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let role = param("role").unwrap_or_default();
        let own = Source::create(&role, Delivery::Events)?;
        Ok(Self { role, own })
    }

    fn stop(&mut self) -> Result<()> {
        attempt("emit", self.own.new_packet(1)?.emit());
        if self.role == "none" {
            return Ok(());
        }
        Err(error_of(&self.role, "as it should be"))
    }
}
