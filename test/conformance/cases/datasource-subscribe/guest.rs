use crate::kit::{attempt, attempt_unshown};
use gadget_guest::{Delivery, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, info, param};

pub struct Guest {
    /// Where packets come from, by subscription.
    names: Vec<&'static str>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let mut names = Vec::new();
        // Through a handle of its own, which is then dropped: the subscription stays.
        let mut subscribe = |label: &str, name: &'static str| -> Result<()> {
            let subscribed = Source::open(name)?.subscribe();
            if subscribed.is_ok() {
                names.push(name);
            }
            attempt_unshown(label, subscribed);
            Ok(())
        };
        if param("role").as_deref() == Some("first") {
            Source::create("own", Delivery::Events)?;
            subscribe("b", "b")?;
            subscribe("a", "a")?;
            subscribe("b again", "b")?;
            subscribe("own", "own")?;
            subscribe("own again", "own")?;
        } else {
            subscribe("own", "own")?;
            subscribe("b", "b")?;
        }
        attempt("number of the next", Source::open("never pushed")?.subscribe().map(|next| next.id()));
        Ok(Self { names })
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        let name = self.names[subscription.id() as usize];
        info!("packet of {name}, {} rows", packet.len());
        if name == "a" {
            Source::open("own")?.new_packet(2)?.emit()?;
        }
        Ok(Verdict::Keep)
    }
}
