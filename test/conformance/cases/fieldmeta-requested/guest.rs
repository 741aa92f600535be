use crate::kit::{Word, see};
use gadget_guest::{Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let (open, all) = (Source::open("open")?, Source::open("all")?);
        let role = param("role").unwrap_or_default();
        let mut fields = vec![open.any_field(&format!("got by {role}"))?];
        if role == "first" {
            fields.extend(open.fields()?);
            fields.extend(all.fields()?);
        }
        if role == "second" {
            fields.extend(all.fields()?);
            open.add_field::<u8>("added")?;
            open.add_field::<u8>("added and printed")?;
        }
        see("init", Word(if fields.iter().all(|field| field.requested()) { "all" } else { "not all" }));
        open.subscribe()?;
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        see_requested("start")
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        see_requested("on-packet")?;
        Ok(Verdict::Keep)
    }

    fn stop(&mut self) -> Result<()> {
        see_requested("stop")
    }
}

/// Obtaining fields after init asks for nothing.
fn see_requested(phase: &str) -> Result<()> {
    let (open, all) = (Source::open("open")?, Source::open("all")?);
    open.any_field("got in start")?;
    let mut requested = Vec::new();
    for (source, prefix) in [(open, ""), (all, "all.")] {
        let fields = source.fields()?.into_iter().filter(|field| field.requested());
        requested.extend(fields.map(|field| format!("{prefix}{}", field.name())));
    }
    see(phase, Word(&requested.join(", ")));
    Ok(())
}
