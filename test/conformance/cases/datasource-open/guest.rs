use crate::kit::{Show, Word, attempt_unshown, see};
use gadget_guest::{Delivery, Gadget, Purpose, Result, Source, param, source_names};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        see("names before", source_names());
        if param("role").as_deref() == Some("second") {
            open("the first's", "hidden by first");
            attempt_unshown("create the first's", Source::create("hidden by first", Delivery::Events));
            Source::create("second's", Delivery::Events)?;
            see("names", source_names());
            return Ok(Self);
        }
        open("open", "open");
        open("state", "state");
        open("OPEN", "OPEN");
        open("of all but the last letter", "ope");
        open("no name", "");
        open("of 257 bytes", &"x".repeat(257));
        open("the second's", "second's");
        Source::create("hidden by first", Delivery::Snapshots)?.set_hidden(true)?;
        see("names", source_names());
        let another = Source::open("hidden by first")?;
        open("its own", "hidden by first");
        drop(another);
        open("after another handle was dropped", "hidden by first");
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        if param("role").as_deref() == Some("first") {
            open("the second's", "second's");
            see("names", source_names());
        }
        Ok(())
    }
}

fn open(label: &str, name: &str) {
    let opened =
        Source::open(name).map(|source| format!("{} {}", source.name().show(), source.delivery().show()));
    see(label, Word(&opened.unwrap_or_else(|error| error.tag().to_string())));
}
