use crate::kit::{Word, attempt_unshown, see};
use gadget_guest::{
    AnyField, Delivery, Field, Gadget, HandleUsage, Packet, Purpose, Result, Source, Subscription, Verdict,
    handle_usage, source_names,
};

pub struct Guest {
    sources: Vec<Source>,
    _fields: (Vec<AnyField>, Field<u8>),
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        usage("at first");
        let mut sources = vec![Source::open("open")?, Source::create("own", Delivery::Events)?];
        let pid = sources[0].any_field("pid")?;
        let added = sources[0].add_field::<u8>("added")?;
        sources[0].subscribe()?;
        usage("opened, created, got, added");
        let mut fields = sources[0].fields()?;
        fields.push(pid);
        usage("all fields");
        attempt_unshown("fields", sources[0].fields());
        usage("made none");
        one_more(&mut sources)?;
        let (open, own) = (&sources[0], &sources[1]);
        attempt_unshown("open", Source::open("open"));
        attempt_unshown("create", Source::create("more", Delivery::Events));
        attempt_unshown("get-field", open.any_field("pid"));
        attempt_unshown("add-field", open.add_field::<u8>("more"));
        attempt_unshown("fields", open.fields());
        attempt_unshown("fields where there are none", own.fields());
        one_less(&mut sources);
        see("names", source_names());
        attempt_unshown("the field that was not added", sources[0].any_field("more"));
        one_more(&mut sources)?;
        Ok(Self { sources, _fields: (fields, added) })
    }

    fn start(&mut self) -> Result<()> {
        attempt_unshown("new-packet", self.sources[1].new_packet(1));
        one_less(&mut self.sources);
        let packet = self.sources[1].new_packet(1)?;
        see("new-packet", ());
        usage("made");
        packet.emit()?;
        usage("emitted");
        one_more(&mut self.sources)
    }

    fn on_owned_packet(&mut self, _: Subscription, packet: Packet) -> Result<Verdict> {
        usage("in on-packet");
        attempt_unshown("open", Source::open("open"));
        drop(packet);
        usage("packet dropped");
        Ok(Verdict::Keep)
    }

    fn stop(&mut self) -> Result<()> {
        usage("at last");
        Ok(())
    }
}

fn one_more(sources: &mut Vec<Source>) -> Result<()> {
    sources.push(Source::open("open")?);
    usage("one more");
    Ok(())
}

fn one_less(sources: &mut Vec<Source>) {
    drop(sources.pop());
    usage("dropped");
}

fn usage(label: &str) {
    let HandleUsage { open, peak, limit } = handle_usage();
    see(label, Word(&format!("{open} open, {peak} at most, limit {limit}")));
}
