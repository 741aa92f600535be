use crate::kit::{Word, see};
use gadget_guest::{Delivery, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, every};
use std::time::Duration;

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        let pid = open.any_field("pid")?;
        let own = Source::create("own", Delivery::Events)?;
        own.add_field::<u32>("uint32")?;
        own.add_field::<u8>("uint8")?;
        open.subscribe()?;
        see_text("open", Source::open("nope"), &["nope"]);
        see_text("get-field", open.any_field("no pid"), &["no pid"]);
        see_text("create", Source::create("open", Delivery::Events), &["open"]);
        see_text("add-field", open.add_field::<String>("pid"), &["pid"]);
        see_text("subscribe", open.subscribe(), &["open"]);
        for tag in ["a", "b", "c"] {
            pid.add_tag(tag)?;
        }
        see_text("add-tag", pid.add_tag("d"), &["3"]);
        see_text("every", every(Duration::ZERO), &["0", "1", "4294967295"]);
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        let (open, own) = (Source::open("open")?, Source::open("own")?);
        let packet = own.new_packet(5)?;
        let (pid, wide, small) =
            (open.any_field("pid")?, own.any_field("uint32")?, own.field::<u32>("uint8")?);
        see_text("create", Source::create("late", Delivery::Events), &["start"]);
        see_text("new-packet", open.new_packet(1), &["open"]);
        see_text("get", pid.get(packet.row(0)), &["open", "own"]);
        see_text("get", wide.get(packet.row(7)), &["7", "5"]);
        see_text("set", small.set(packet.row(0), 256), &["256", "uint8", "255"]);
        Ok(())
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        Ok(Verdict::Keep)
    }
}

/// Fails, and the text holds these parts.
fn see_text<T>(label: &str, outcome: Result<T>, parts: &[&str]) {
    let Err(error) = outcome else {
        see(label, Word("ok"));
        return;
    };
    let held: Vec<&str> = parts.iter().copied().filter(|part| error.text().contains(part)).collect();
    see(label, Word(&format!("{} with {}", error.tag(), held.join(", "))));
}
