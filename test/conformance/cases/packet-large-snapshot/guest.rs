use crate::kit::{attempt, see};
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest {
    pid: Field<u32>,
    name: Field<String>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let state = Source::open("state")?;
        state.subscribe()?;
        Ok(Self { pid: state.field("pid")?, name: state.field("name")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let pids = self.pid.column(packet)?;
        see("column", pids.clone());
        if param("role").as_deref() == Some("second") {
            see("names", self.name.column(packet)?);
            see("last", self.name.get(packet.row(packet.len() - 1))?);
            return Ok(Verdict::Keep);
        }
        let mut sum = 0;
        for row in packet.rows().skip(39_000) {
            sum += self.pid.get(row)?;
        }
        see("sum of the last thousand", sum);
        let mut numbers = pids.iter();
        self.name.update(packet, |text| format!("{text} {}", numbers.next().unwrap_or(&0)).into())?;
        let odd: Vec<u32> = pids.into_iter().filter(|each| each % 2 == 1).collect();
        attempt("discard every second", packet.discard_many(&odd));
        Ok(Verdict::Keep)
    }
}
