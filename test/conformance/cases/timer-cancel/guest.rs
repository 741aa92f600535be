use crate::kit::see;
use gadget_guest::{Gadget, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every, monotonic};
use std::time::Duration;

pub struct Guest {
    own: Timer,
    two: [Timer; 2],
    in_packet: Timer,
    never: Timer,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let timer = |milliseconds| every(Duration::from_millis(milliseconds));
        timer(50)?.cancel();
        Source::open("open")?.subscribe()?;
        Ok(Self {
            own: timer(100)?,
            two: [timer(250)?, timer(250)?],
            in_packet: timer(150)?,
            never: timer(350)?,
        })
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        self.in_packet.cancel();
        Ok(Verdict::Keep)
    }

    fn on_tick(&mut self, timer: Timer) -> Result<()> {
        let label = match timer {
            own if own == self.own => "its own",
            one if self.two.contains(&one) => "one of two",
            other if other == self.in_packet => "in on-packet",
            never if never == self.never => "never",
            _ => "a timer that nobody made",
        };
        see(label, monotonic() / 1_000_000);
        if timer == self.own {
            timer.cancel();
        }
        if self.two.contains(&timer) {
            self.two.iter().for_each(|each| each.cancel());
        }
        Ok(())
    }
}
