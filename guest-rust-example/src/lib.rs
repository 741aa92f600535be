//! Hides user names in paths.

mod redact;

use gadget_guest::{
    Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param, source_names,
};
use redact::redact;

struct Redact {
    path: Field<String>,
}

impl Gadget for Redact {
    fn init(_: Purpose) -> Result<Self> {
        let from = param("from").filter(|name| !name.is_empty());
        let from = from.or_else(|| source_names().into_iter().next());
        let source = Source::open(from.as_deref().unwrap_or("open"))?;
        let path = source.field(param("field").as_deref().unwrap_or("filename"))?;
        source.subscribe()?;
        Ok(Self { path })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        self.path.update(packet, redact)?;
        Ok(Verdict::Keep)
    }
}

gadget_guest::export!(Redact: handler);
