use crate::kit::{attempt, see};
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest {
    pids: Vec<Field<u32>>,
    states: u32,
}

const SOURCES: [&str; 2] = ["open", "state"];

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let mut pids = Vec::new();
        for name in SOURCES {
            let source = Source::open(name)?;
            source.subscribe()?;
            pids.push(source.field("pid")?);
        }
        Ok(Self { pids, states: 0 })
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        let name = SOURCES[subscription.id() as usize];
        let pid = &self.pids[subscription.id() as usize];
        see(&format!("len of {name}"), packet.len());
        if param("role").as_deref() == Some("second") {
            return Ok(Verdict::Keep);
        }
        if name == "state" {
            self.states += 1;
            if self.states == 3 {
                attempt("append", packet.append(2).map(|first| first.index()));
                pid.set(packet.row(0), 7)?;
                return Ok(Verdict::Keep);
            }
        }
        if packet.is_empty() {
            see("column", pid.column(packet)?);
            attempt("get", pid.get(packet.row(0)));
        }
        attempt("discard", packet.row(0).discard());
        Ok(Verdict::Keep)
    }
}
