use crate::kit::{attempt, attempt_unshown, see};
use gadget_guest::{AnyField, Delivery, Gadget, Purpose, Result, Source, param};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let pid = Source::open("open")?.any_field("pid")?;
        if !is_first() {
            see("tags", pid.tags());
            add(&pid, "one more", "more");
            let own = Source::open("own")?.any_field("a")?;
            see("own", own.tags());
            add(&own, "another to own", "another");
            see("own", own.tags());
            return Ok(Self);
        }
        add(&pid, "path", "path");
        add(&pid, "Path", "Path");
        add(&pid, "path again", "path");
        add(&pid, "the host's again", "of:process");
        add(&pid, "any text", " \0🦀");
        add(&pid, "empty", "");
        see("tags", pid.tags());
        add(&pid, "256 bytes", &"ü".repeat(128));
        add(&pid, "257 bytes", &"x".repeat(257));
        add(&pid, "258 bytes in 129 characters", &"ü".repeat(129));
        let fill = |there| pid.add_tag(&format!("tag {there}")).map(drop);
        attempt("64 tags", (pid.tags().len()..64).try_for_each(fill));
        add(&pid, "one more", "more");
        add(&pid, "one that is there", "host");
        see("tags", pid.tags());
        let own = Source::create("own", Delivery::Events)?.add_field::<String>("a")?;
        own.add_tag("mine")?;
        see("own", own.tags());
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        if is_first() {
            see("own", Source::open("own")?.any_field("a")?.tags());
        }
        Ok(())
    }
}

fn is_first() -> bool {
    param("role").as_deref() == Some("first")
}

fn add(field: &AnyField, label: &str, tag: &str) {
    attempt_unshown(label, field.add_tag(tag));
}
