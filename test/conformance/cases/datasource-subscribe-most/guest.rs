use crate::kit::{attempt, attempt_unshown};
use gadget_guest::{Delivery, Gadget, Purpose, Result, Source};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let made: Result<Vec<Source>> =
            (0..65).map(|number| Source::create(&format!("source {number}"), Delivery::Events)).collect();
        attempt_unshown("65 sources", made);
        let subscribe = |number| Source::open(&format!("source {number}"))?.subscribe().map(drop);
        attempt("64 subscriptions", (0..64).try_for_each(subscribe));
        attempt("one more", subscribe(64));
        Ok(Self)
    }
}
