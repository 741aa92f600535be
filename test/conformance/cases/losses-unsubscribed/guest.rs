use crate::kit::see;
use gadget_guest::{Field, Gadget, LossCause, Packet, Purpose, Result, Source, Subscription, Verdict, info};

const NAMES: [&str; 3] = ["a", "b", "c"];

pub struct Guest {
    subscriptions: Vec<Subscription>,
    pids: Vec<Field<u32>>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let (mut subscriptions, mut pids) = (Vec::new(), Vec::new());
        for name in NAMES {
            let source = Source::open(name)?;
            subscriptions.push(source.subscribe()?);
            pids.push(source.field("pid")?);
        }
        Ok(Self { subscriptions, pids })
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        let place = subscription.id() as usize;
        see(NAMES[place], self.pids[place].column(packet)?);
        if NAMES[place] == "c" {
            self.subscriptions[1].unsubscribe();
        }
        Ok(Verdict::Keep)
    }

    fn on_loss(&mut self, subscription: Subscription, rows: u32, _: LossCause) -> Result<()> {
        let name = NAMES[subscription.id() as usize];
        see(&format!("{name} lost"), rows);
        if name == "a" {
            subscription.unsubscribe();
        }
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        info!("stop");
        Ok(())
    }
}
