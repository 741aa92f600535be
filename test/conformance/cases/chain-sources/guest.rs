use crate::kit::{attempt, see};
use gadget_guest::{
    AnyField, Delivery, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param,
    source_names,
};

pub struct Guest {
    own: Source,
    received: Vec<(String, Field<u32>)>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        look();
        let own = Source::create(&param("role").unwrap_or_default(), Delivery::Events)?;
        own.set_hidden(true)?;
        own.add_field::<String>("plain")?;
        own.add_field::<u32>("hidden")?.set_hidden(true)?;
        let mut received = Vec::new();
        for name in source_names().into_iter().skip(1) {
            let source = Source::open(&name)?;
            source.subscribe()?;
            let hidden = source.field("hidden")?;
            received.push((name, hidden));
        }
        Ok(Self { own, received })
    }

    fn start(&mut self) -> Result<()> {
        look();
        let packet = self.own.new_packet(3)?;
        self.own.field::<u32>("hidden")?.set_column(&packet, &[1, 2, 3])?;
        packet.emit()
    }

    /// Takes a row and adds one.
    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        let (name, hidden) = &self.received[subscription.id() as usize];
        see(&format!("packet of {name}"), hidden.column(packet)?);
        packet.row(0).discard()?;
        packet.append(1)?;
        Ok(Verdict::Keep)
    }
}

fn look() {
    see("names", source_names());
    for name in ["first", "second"] {
        attempt(&format!("of {name}"), fields(name));
    }
}

fn fields(name: &str) -> Result<Vec<String>> {
    Ok(Source::open(name)?.fields()?.iter().map(AnyField::name).collect())
}
