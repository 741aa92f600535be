use crate::kit::{attempt, see};
use gadget_guest::{
    Delivery, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param, source_names,
};

pub struct Guest {
    own: Source,
    n: Field<u32>,
    received: Vec<(String, Field<u32>)>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let own = Source::create(&param("role").unwrap_or_default(), Delivery::Events)?;
        let n = own.add_field("n")?;
        let mut received = Vec::new();
        for name in source_names() {
            let source = Source::open(&name)?;
            source.subscribe()?;
            let n = source.field("n")?;
            received.push((name, n));
        }
        Ok(Self { own, n, received })
    }

    fn start(&mut self) -> Result<()> {
        attempt("start, emit", self.emit(1));
        Ok(())
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        let (name, n) = &self.received[subscription.id() as usize];
        see(&format!("of {name}"), n.column(packet)?);
        Ok(Verdict::Keep)
    }

    fn stop(&mut self) -> Result<()> {
        attempt("stop, emit", self.emit(2));
        Ok(())
    }
}

impl Guest {
    fn emit(&self, value: u32) -> Result<()> {
        let packet = self.own.new_packet(1)?;
        self.n.set(packet.row(0), value)?;
        packet.emit()
    }
}
