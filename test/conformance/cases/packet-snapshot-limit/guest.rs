use crate::kit::{attempt, attempt_unshown, see};
use gadget_guest::{Delivery, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    made: Source,
}

const SOURCES: [&str; 2] = ["state", "open"];

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        for name in SOURCES {
            Source::open(name)?.subscribe()?;
        }
        Ok(Self { made: Source::create("made", Delivery::Snapshots)? })
    }

    fn start(&mut self) -> Result<()> {
        attempt_unshown("make 9", self.made.new_packet(9));
        attempt_unshown("make 8", self.made.new_packet(8));
        let full = self.made.new_packet(8)?;
        attempt("append", append(&full, 1));
        attempt("append none", append(&full, 0));
        attempt("emit", full.emit());
        attempt_unshown("make 3", self.made.new_packet(3));
        let grown = self.made.new_packet(3)?;
        attempt("append", append(&grown, 5));
        attempt("append", append(&grown, 1));
        attempt("emit", grown.emit());
        Ok(())
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        let name = SOURCES[subscription.id() as usize];
        for rows in [6, 5, 1, 0] {
            attempt(&format!("{name}, append {rows}"), append(packet, rows));
        }
        see(&format!("{name}, len"), packet.len());
        Ok(Verdict::Keep)
    }
}

fn append(packet: &Packet, rows: u32) -> Result<u32> {
    packet.append(rows).map(|first| first.index())
}
