use crate::kit::see;
use gadget_guest::{Delivery, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest {
    made: Option<Source>,
    pids: Vec<Field<u32>>,
}

const SOURCES: [&str; 2] = ["open", "state"];

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let first = param("role").as_deref() == Some("first");
        let made = if first { Some(Source::create("made", Delivery::Events)?) } else { None };
        let mut pids = Vec::new();
        for name in SOURCES {
            let source = Source::open(name)?;
            source.subscribe()?;
            pids.push(source.field("pid")?);
        }
        Ok(Self { made, pids })
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        let pid = &self.pids[subscription.id() as usize];
        let Some(made) = &self.made else {
            see(SOURCES[subscription.id() as usize], pid.column(packet)?);
            return Ok(Verdict::Keep);
        };
        made.new_packet(1)?.emit()?;
        Ok(if pid.get(packet.row(0))? == 2 { Verdict::Discard } else { Verdict::Keep })
    }
}
