use crate::kit::{attempt, see};
use gadget_guest::{Delivery, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    made: Source,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let made = Source::create("made", Delivery::Events)?;
        let a = Source::open("a")?;
        let b = Source::open("b")?;
        subscribe("made", &made);
        subscribe("made again", &made);
        subscribe("b", &b);
        subscribe("b again", &Source::open("b")?);
        subscribe("a", &a);
        Ok(Self { made })
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        see(&format!("{}, len", subscription.id()), packet.len());
        if subscription.id() == 2 {
            self.made.new_packet(packet.len())?.emit()?;
        }
        Ok(Verdict::Keep)
    }
}

fn subscribe(label: &str, source: &Source) {
    attempt(label, source.subscribe().map(Subscription::id));
}
