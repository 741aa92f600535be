use crate::kit::{attempt_unshown, see};
use gadget_guest::{Gadget, Purpose, Result, Source, handle_usage};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        see("limit", handle_usage().limit);
        let mut sources = Vec::new();
        let mut fields = Vec::new();
        while sources.len() < 2048 {
            let source = Source::open("open")?;
            fields.push(source.any_field("pid")?);
            sources.push(source);
        }
        see("half are sources, half are fields", handle_usage().open);
        attempt_unshown("open", Source::open("open"));
        attempt_unshown("get-field", sources[0].any_field("pid"));
        drop(fields.pop());
        let opened = Source::open("open").map(|source| sources.push(source));
        attempt_unshown("open after one was dropped", opened);
        attempt_unshown("open", Source::open("open"));
        see("most at once", handle_usage().peak);
        drop((sources, fields));
        see("all dropped", handle_usage().open);
        see("most at once", handle_usage().peak);
        Ok(Self)
    }
}
