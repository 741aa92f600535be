use crate::kit::{Show, Word, see};
use gadget_guest::{Gadget, Purpose, Result, Source, param};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let empty = Source::open("empty")?;
        if param("role").as_deref() == Some("first") {
            see_fields("open")?;
            see_fields("empty")?;
            empty.add_field::<String>("from first")?;
        } else {
            see_fields("empty")?;
            empty.add_field::<u8>("a")?;
            empty.add_field::<Vec<u8>>("b")?.set_hidden(true)?;
        }
        see_fields("empty")?;
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        see_fields("empty")
    }
}

fn see_fields(source: &str) -> Result<()> {
    let fields = Source::open(source)?.fields()?;
    let shown: Vec<String> =
        fields.iter().map(|field| format!("{} {}", field.name(), field.kind().show())).collect();
    see(source, Word(&shown.join(", ")));
    Ok(())
}
