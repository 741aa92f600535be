use crate::kit::{attempt, see};
use gadget_guest::{Delivery, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest {
    pid: Field<u32>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        // The handle of the source is dropped here, in either role.
        let pid = Source::open("open")?.field("pid")?;
        if param("role").as_deref() == Some("second") {
            see("names", gadget_guest::source_names());
            let fields = Source::open("own")?.fields()?;
            see("fields of own", fields.iter().map(|field| field.name()).collect::<Vec<String>>());
            see("tags", fields[0].tags());
        } else {
            Source::create("own", Delivery::Events)?.add_field::<String>("text")?.add_tag("kept")?;
            Source::open("open")?.subscribe()?;
        }
        Ok(Self { pid })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        see("packets of open", packet.len());
        attempt("a field when its source's handle is gone", self.pid.get(packet.row(0)));
        emit_own()?;
        Ok(Verdict::Keep)
    }
}

fn emit_own() -> Result<()> {
    let own = Source::open("own")?;
    let text = own.field::<String>("text")?;
    let packet = own.new_packet(1)?;
    drop(own);
    text.set(packet.row(0), "made")?;
    attempt("in the packet", text.get(packet.row(0)));
    drop(text);
    attempt("after emitting", packet.emit());
    Ok(())
}
