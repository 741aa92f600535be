use crate::kit::{attempt, see};
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest {
    open: Source,
    hidden: Field<u8>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        let hidden = open.field("hidden")?;
        if is_first() {
            hidden.set_hidden(true)?;
            open.any_field("not any more")?.set_hidden(true)?.set_hidden(false)?;
            open.add_field::<u8>("added")?.set_hidden(true)?;
            Source::open("asked for")?.any_field("hidden")?.set_hidden(true)?;
        } else {
            open.any_field("shown by second")?.set_hidden(false)?;
            open.any_field("hidden by second")?.set_hidden(true)?;
            open.subscribe()?;
        }
        Ok(Self { open, hidden })
    }

    fn start(&mut self) -> Result<()> {
        if is_first() {
            see("nobody behind asks for the added", self.open.any_field("added")?.requested());
        }
        Ok(())
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        attempt("got", self.hidden.get(packet.row(0)).map(u32::from));
        let fields = self.open.fields()?;
        see("fields", fields.iter().map(|field| field.name()).collect::<Vec<String>>());
        Ok(Verdict::Keep)
    }
}

fn is_first() -> bool {
    param("role").as_deref() == Some("first")
}
