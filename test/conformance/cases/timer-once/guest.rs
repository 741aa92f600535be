use crate::kit::{Word, attempt, see};
use gadget_guest::{ApiError, Gadget, Purpose, Result, Timer, every, once};
use std::time::Duration;

pub struct Guest {
    labels: Vec<(Timer, &'static str)>,
}

impl Guest {
    fn made(&mut self, label: &'static str, delay: u64) -> Option<Timer> {
        self.noted(label, once(Duration::from_millis(delay)))
    }

    fn noted(&mut self, label: &'static str, made: Result<Timer>) -> Option<Timer> {
        let timer = made.as_ref().ok().copied();
        attempt(label, made.map(Timer::id));
        self.labels.extend(timer.map(|timer| (timer, label)));
        timer
    }
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let mut guest = Self { labels: Vec::new() };
        guest.made("of no time", 0);
        guest.noted("every", every(Duration::from_secs(6)));
        guest.made("once", 100);
        guest.made("cancelled", 50).map(Timer::cancel);
        guest.made("late", 5000);
        guest.made("fails", 400);
        guest.made("one more", 1000);
        Ok(guest)
    }

    fn start(&mut self) -> Result<()> {
        self.made("in start", 1000);
        Ok(())
    }

    fn on_tick(&mut self, timer: Timer) -> Result<()> {
        let label = self.labels.iter().find(|(each, _)| *each == timer).map(|(_, label)| *label);
        let label = label.unwrap_or("a timer that nobody made");
        see("tick of", Word(label));
        match label {
            "once" => {
                self.made("in its place", 1000);
            }
            "fails" => return Err(ApiError::other("no")),
            "in its place" => {
                let more: Vec<_> = (0..3).map(|_| self.made("after the failure", 1000)).collect();
                more.into_iter().flatten().for_each(Timer::cancel);
            }
            _ => {}
        }
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        self.made("in stop", 1000);
        Ok(())
    }
}
