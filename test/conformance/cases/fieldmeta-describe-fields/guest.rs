use crate::kit::{Show, Word, see};
use gadget_guest::{Gadget, Purpose, Result, Source, param};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let none = Source::open("none")?;
        let open = Source::open("open")?;
        if is_first() {
            open.add_field::<Vec<i8>>("added")?.add_tag("new")?;
        }
        see("none", Word(if none.describe_fields().is_empty() { "nothing" } else { "something" }));
        for field in open.describe_fields() {
            let notes = field.annotations.iter().map(|note| format!("{}={}", note.key, note.value));
            let words = [
                field.kind.show(),
                field.element_kind.map_or("none".to_string(), |kind| kind.show()),
                field.fixed_size.map_or("none".to_string(), |size| size.show()),
                field.tags.show(),
                notes.collect::<Vec<String>>().show(),
                field.hidden.show(),
            ];
            see(&field.name, Word(&words.join(", ")));
        }
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        if is_first() {
            let open = Source::open("open")?;
            let requested = open.fields()?.into_iter().filter(|field| field.requested());
            see("requested", requested.map(|field| field.name()).collect::<Vec<String>>());
            see("described in start", open.describe_fields().len());
        }
        Ok(())
    }
}

fn is_first() -> bool {
    param("role").as_deref() == Some("first")
}
