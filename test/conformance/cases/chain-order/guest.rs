use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest {
    role: String,
    names: Vec<Field<String>>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let role = param("role").unwrap_or_default();
        let mut names = Vec::new();
        for name in if role == "alpha" { ["close", "open"] } else { ["open", "close"] } {
            let source = Source::open(name)?;
            source.subscribe()?;
            names.push(source.field("name")?);
        }
        Ok(Self { role, names })
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        let name = &self.names[subscription.id() as usize];
        name.update(packet, |names| format!("{names}, {}", self.role).into())?;
        Ok(Verdict::Keep)
    }
}
