use crate::kit::Show;
use gadget_guest::{Gadget, Purpose, Result, Source, info};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        let mut fields = open.fields()?;
        open.add_field::<String>("added text")?;
        open.add_field::<Vec<u8>>("added bytes")?;
        fields.extend([open.any_field("added text")?, open.any_field("added bytes")?]);
        for field in fields {
            let size = field.fixed_size().map_or("none".to_string(), |size| size.show());
            let notes = field.annotations().into_iter().map(|note| format!("{}={}", note.key, note.value));
            let notes = notes.collect::<Vec<String>>().show();
            info!("{}: {}, {size}, {}, {notes}", field.name(), field.kind().show(), field.tags().show());
        }
        Ok(Self)
    }
}
