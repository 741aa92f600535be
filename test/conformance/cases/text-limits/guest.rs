use crate::kit::accessors::accessor_of;
use crate::kit::{Word, see};
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    fields: Vec<AnyField>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { fields: open.fields()? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        for field in &self.fields {
            let name = field.name();
            let accessor = accessor_of(&name);
            let set = |label: &str, row, value: &str| {
                see(&format!("{name}: {label}"), Word(&(accessor.set)(field, packet, row, value)));
            };
            let set_column = |label: &str, values: &[&str]| {
                let answer = accessor.set_column.unwrap()(field, packet, values);
                see(&format!("{name}: {label}"), Word(&answer));
            };
            set("longest", 0, "ääää");
            set("too long", 0, "ääää.");
            set("the next", 1, "12345678");
            set("too many bytes", 2, "12345");
            set("as many as there may be", 2, "1234");
            set("less", 0, "1");
            set("more", 2, "12345");
            see(&format!("{name}: is set"), field.is_set_column(packet)?);
            set_column("column too long", &["", "", "123456789"]);
            set_column("column too many", &["ääää", "ääää", "12345"]);
            see(&format!("{name}: column"), Word(&accessor.column.unwrap()(field, packet)));
            set_column("fullest", &["ääää", "ääää", "1234"]);
        }
        Ok(Verdict::Keep)
    }
}
