use crate::kit::{attempt, see};
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest {
    pid: Field<u32>,
    rows: u32,
    before: u32,
    rising: bool,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { pid: open.field("pid")?, rows: 0, before: 0, rising: true })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let values = self.pid.column(packet)?;
        if param("role").as_deref() == Some("first") {
            // To the first packet a row like its last one.
            if let [0, .., last] = values[..] {
                attempt("append", self.pid.set(packet.append(1)?, last));
            }
            return Ok(Verdict::Keep);
        }
        self.rows += packet.len();
        for value in values {
            self.rising &= value >= self.before;
            self.before = value;
        }
        if self.before == 9000 {
            see("rows", self.rows);
            see("they never fall", self.rising);
        }
        Ok(Verdict::Keep)
    }
}
