use crate::kit::see;
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    open: Subscription,
    pid: Field<u32>,
    state_pid: Field<u32>,
    events: u32,
    next: u32,
    in_order: bool,
    longest: u32,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        let state = Source::open("state")?;
        state.subscribe()?;
        Ok(Self {
            open: open.subscribe()?,
            pid: open.field("pid")?,
            state_pid: state.field("pid")?,
            events: 0,
            next: 0,
            in_order: true,
            longest: 0,
        })
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        if subscription != self.open {
            see("state", self.state_pid.column(packet)?);
            return Ok(Verdict::Keep);
        }
        self.events += packet.len();
        self.longest = self.longest.max(packet.len());
        for value in self.pid.column(packet)? {
            // Each of those that were pushed counts from 0.
            self.in_order &= value == 0 || value == self.next;
            self.next = value + 1;
        }
        Ok(Verdict::Keep)
    }

    fn stop(&mut self) -> Result<()> {
        see("events", self.events);
        see("in order", self.in_order);
        see("none has more than 8192", self.longest <= 8192);
        Ok(())
    }
}
