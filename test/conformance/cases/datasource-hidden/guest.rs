use crate::kit::attempt;
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest {
    pid: Field<u32>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let hidden = Source::open("hidden")?;
        if param("role").as_deref() == Some("first") {
            for name in ["hidden", "asked for", "not any more", "shown by second"] {
                Source::open(name)?.set_hidden(true)?;
            }
            Source::open("not any more")?.set_hidden(false)?;
        } else {
            Source::open("shown by second")?.set_hidden(false)?;
            Source::open("hidden by second")?.set_hidden(true)?;
            hidden.subscribe()?;
        }
        Ok(Self { pid: hidden.field("pid")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        attempt("got", self.pid.get(packet.row(0)));
        Ok(Verdict::Keep)
    }
}
