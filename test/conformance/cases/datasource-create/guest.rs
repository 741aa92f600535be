use crate::kit::{attempt_unshown, see};
use gadget_guest::{Delivery, Gadget, Purpose, Result, Source, source_names};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let own = Source::create("own", Delivery::Events)?;
        see("name", own.name());
        see("delivery", own.delivery());
        see("delivery of the other", Source::create("state", Delivery::Snapshots)?.delivery());
        let create = |label, name: &str| attempt_unshown(label, Source::create(name, Delivery::Events));
        create("empty", "");
        create("the host's", "open");
        create("again", "own");
        attempt_unshown("again, as snapshots", Source::create("own", Delivery::Snapshots));
        attempt_unshown("a meaning without a word", Source::create("wordless", Delivery::Other));
        create("in other letters", "Own");
        create("any text", " a.b\\ \0\n🦀");
        create("256 bytes", &"ü".repeat(128));
        create("256 bytes again", &"ü".repeat(128));
        create("257 bytes", &"x".repeat(257));
        create("258 bytes in 129 characters", &"ü".repeat(129));
        see("names", source_names());
        for made in source_names().len()..64 {
            Source::create(&format!("filler {made}"), Delivery::Events)?;
        }
        see("sources", source_names().len());
        create("one more", "more");
        see("names of all", source_names());
        Ok(Self)
    }
}
