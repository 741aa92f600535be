use crate::kit::{attempt, attempt_unshown};
use gadget_guest::raw::gadget::api::timer;
use gadget_guest::{Gadget, Purpose, Result, Timer, every};
use std::time::Duration;

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let second = || every(Duration::from_secs(1));
        let try_every = |label| attempt(label, second().map(Timer::id));
        try_every("first");
        try_every("second");
        attempt_unshown("of no interval", every(Duration::ZERO));
        try_every("third");
        attempt_unshown("64 timers", (3..64).map(|_| second()).collect::<Result<Vec<Timer>>>());
        for unknown in [64, u32::MAX] {
            timer::cancel(unknown);
        }
        try_every("one more");
        timer::cancel(5);
        try_every("after one was cancelled");
        try_every("one more");
        timer::cancel(6);
        for cancelled in [5, 6] {
            timer::cancel(cancelled);
        }
        try_every("after one was cancelled twice");
        try_every("one more");
        (0..66).for_each(timer::cancel);
        try_every("after all were cancelled");
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        attempt("in start", every(Duration::from_secs(1)).map(Timer::id));
        Ok(())
    }
}
