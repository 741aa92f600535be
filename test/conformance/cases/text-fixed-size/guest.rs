use crate::kit::accessors::accessor_of;
use crate::kit::{Word, attempt, see};
use gadget_guest::{AnyField, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};
use std::borrow::Cow;

pub struct Guest {
    fields: Vec<AnyField>,
    name: Field<String>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { fields: open.fields()?, name: open.field("text")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let Self { fields, name } = self;
        let (text, bytes) = (accessor_of("text"), accessor_of("bytes"));
        let show = || -> Result<()> {
            see("text", name.column(packet)?);
            see("texts", packet.rows().map(|row| name.get(row)).collect::<Result<Vec<_>>>()?);
            for field in fields.iter() {
                see(&format!("{} stored", field.name()), Word(&bytes.column.unwrap()(field, packet)));
                see(&format!("{} of row 0", field.name()), Word(&(bytes.get)(field, packet, 0)));
            }
            Ok(())
        };
        see("fixed size", name.fixed_size().unwrap_or_default());
        show()?;
        let renamed = |value: &str| if value == "12345678" { "new".to_string() } else { value.to_string() };
        attempt("update", name.update(packet, |value| Cow::Owned(renamed(value))));
        show()?;
        see("is set", name.is_set_column(packet)?);
        attempt("update too long", name.update(packet, |value| Cow::Owned(format!("{value}678901"))));
        attempt("update with a NUL", name.update(packet, |_| Cow::Borrowed("a\0b")));
        for value in ["xyz", "", "ääää", "ääää.", "123456789", "a\0b", "a\0"] {
            see("set text", Word(&(text.set)(&fields[0], packet, 0, value)));
        }
        see("get text", Word(&(text.get)(&fields[0], packet, 0)));
        for field in fields.iter() {
            for value in ["xyz", "", "123456789", "a\0b\0\0\0\0\0\0", "a\0b"] {
                let label = format!("set bytes of {}", field.name());
                see(&label, Word(&(bytes.set)(field, packet, 0, value)));
            }
        }
        see("get text", Word(&(text.get)(&fields[0], packet, 0)));
        for last in ["123456789", "a\0b", "12345678"] {
            let answer = text.set_column.unwrap()(&fields[0], packet, &["1", "", "3", last]);
            see("set texts", Word(&answer));
            see("texts", name.column(packet)?);
        }
        for last in ["123456789", "a\0b"] {
            for field in fields.iter() {
                let answer = bytes.set_column.unwrap()(field, packet, &["4", "", "12345678", last]);
                see(&format!("set block of {}", field.name()), Word(&answer));
            }
        }
        show()?;
        Ok(Verdict::Keep)
    }
}
