use crate::kit::{Show, Word, see};
use gadget_guest::{Field, Gadget, LossCause, Packet, Purpose, Result, Source, Subscription, Verdict, info};

const NAMES: [&str; 2] = ["open", "exec"];

pub struct Guest {
    pids: Vec<Field<u32>>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let mut pids = Vec::new();
        for name in NAMES {
            let source = Source::open(name)?;
            source.subscribe()?;
            pids.push(source.field("pid")?);
        }
        Ok(Self { pids })
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        let place = subscription.id() as usize;
        see(NAMES[place], self.pids[place].column(packet)?);
        Ok(Verdict::Keep)
    }

    fn on_loss(&mut self, subscription: Subscription, rows: u32, cause: LossCause) -> Result<()> {
        let name = NAMES[subscription.id() as usize];
        see(&format!("{name} lost"), Word(&format!("{rows}, {}", cause.show())));
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        info!("stop");
        Ok(())
    }
}
