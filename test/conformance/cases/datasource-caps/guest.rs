use crate::kit::{attempt_unshown, see};
use gadget_guest::{Delivery, Gadget, Purpose, Result, Source, every};
use std::time::Duration;

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        let create = |label, name| attempt_unshown(label, Source::create(name, Delivery::Events));
        create("name of 6 bytes", "123456");
        create("name of 5 bytes", "12345");
        create("third source", "third");
        let add = |label, name| attempt_unshown(label, open.add_field::<String>(name));
        add("field name of 6 bytes", "123456");
        add("field name of 5 bytes", "12345");
        add("third field", "third");
        let pid = open.any_field("pid")?;
        attempt_unshown("tag of 6 bytes", pid.add_tag("123456"));
        attempt_unshown("tag of 5 bytes", pid.add_tag("12345"));
        attempt_unshown("second tag", pid.add_tag("other"));
        see("tags", pid.tags());
        attempt_unshown("key of 6 bytes", pid.annotate("123456", ""));
        attempt_unshown("note of 4 bytes", pid.annotate("12345", "1234"));
        attempt_unshown("note of 3 bytes", pid.annotate("12345", "123"));
        attempt_unshown("second note", pid.annotate("other", ""));
        let notes = pid.annotations().into_iter().map(|note| format!("{}={}", note.key, note.value));
        see("notes", notes.collect::<Vec<String>>());
        attempt_unshown("subscription", open.subscribe());
        attempt_unshown("second subscription", Source::open("12345")?.subscribe());
        attempt_unshown("timer", every(Duration::from_secs(1)));
        attempt_unshown("second timer", every(Duration::from_secs(1)));
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        let own = Source::open("12345")?;
        attempt_unshown("packet of 11 rows", own.new_packet(11));
        let _made = own.new_packet(10)?;
        see("packet of 10 rows", ());
        attempt_unshown("second packet", own.new_packet(1));
        Ok(())
    }
}
