use crate::kit::see;
use gadget_guest::{Delivery, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest {
    news: Source,
    state: Source,
    n: Field<u32>,
    state_n: Field<u32>,
    events: u32,
    next: u32,
    in_order: bool,
    longest: u32,
    shortest: u32,
}

fn is_first() -> bool {
    param("role").as_deref() == Some("first")
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let source = |name, delivery| -> Result<(Source, Field<u32>)> {
            if is_first() {
                let source = Source::create(name, delivery)?;
                let n = source.add_field("n")?;
                return Ok((source, n));
            }
            let source = Source::open(name)?;
            source.subscribe()?;
            let n = source.field("n")?;
            Ok((source, n))
        };
        let (news, n) = source("news", Delivery::Events)?;
        let (state, state_n) = source("state", Delivery::Snapshots)?;
        Ok(Self { news, state, n, state_n, events: 0, next: 0, in_order: true, longest: 0, shortest: 1 })
    }

    fn start(&mut self) -> Result<()> {
        if !is_first() {
            return Ok(());
        }
        for rows in [0, 1, 8192, 65_537] {
            for (source, n) in [(&self.news, &self.n), (&self.state, &self.state_n)] {
                let packet = source.new_packet(rows)?;
                see("len", packet.len());
                n.set_column(&packet, &(0..rows).collect::<Vec<_>>())?;
                packet.emit()?;
            }
        }
        Ok(())
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        if subscription.id() == 1 {
            see("state", self.state_n.column(packet)?);
            return Ok(Verdict::Keep);
        }
        self.events += packet.len();
        self.longest = self.longest.max(packet.len());
        self.shortest = self.shortest.min(packet.len());
        for value in self.n.column(packet)? {
            // Each of those that were emitted counts from 0.
            self.in_order &= value == 0 || value == self.next;
            self.next = value + 1;
        }
        Ok(Verdict::Keep)
    }

    fn stop(&mut self) -> Result<()> {
        if is_first() {
            return Ok(());
        }
        see("events", self.events);
        see("in order", self.in_order);
        see("none is empty", self.shortest > 0);
        see("none has more than 8192", self.longest <= 8192);
        Ok(())
    }
}
