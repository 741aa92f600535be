use crate::kit::{Word, see};
use gadget_guest::{Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        look("init")?;
        if param("role").as_deref() == Some("first") {
            open.set_hidden(true)?;
            open.any_field("shown")?.set_hidden(true)?;
            open.any_field("hidden")?.set_hidden(false)?;
        } else {
            open.set_hidden(false)?;
        }
        look("set")?;
        open.subscribe()?;
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        look("start")
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        look("on-packet")?;
        Ok(Verdict::Keep)
    }

    fn stop(&mut self) -> Result<()> {
        look("stop")
    }
}

fn look(label: &str) -> Result<()> {
    let open = Source::open("open")?;
    let (shown, hidden) = (open.any_field("shown")?.hidden(), open.any_field("hidden")?.hidden());
    see(label, Word(&format!("open {}, shown {shown}, hidden {hidden}", open.hidden())));
    Ok(())
}
