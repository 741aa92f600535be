use crate::kit::{Show, Word, attempt, see};
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Value, Verdict};
use std::borrow::Cow;
use std::cell::Cell;

pub struct Guest {
    flag: Field<bool>,
    small: Field<i32>,
    wide: Field<u64>,
    share: Field<f64>,
    name: Field<String>,
    stored: Field<Vec<u8>>,
    data: Field<Vec<u8>>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self {
            flag: open.field("flag")?,
            small: open.field("small")?,
            wide: open.field("wide")?,
            share: open.field("share")?,
            name: open.field("name")?,
            stored: open.field("name")?,
            data: open.field("data")?,
        })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let called = Cell::new(0);
        let count = || called.set(called.get() + 1);
        let answer = self.flag.update(packet, |value| {
            count();
            !value
        });
        shown(&self.flag, packet, answer, called.take())?;
        for step in [1, 125] {
            let answer = self.small.update(packet, |value| {
                count();
                value + step
            });
            shown(&self.small, packet, answer, called.take())?;
        }
        let answer = self.wide.update(packet, |value| {
            count();
            value + 1
        });
        shown(&self.wide, packet, answer, called.take())?;
        let answer = self.share.update(packet, |value| {
            count();
            -value
        });
        shown(&self.share, packet, answer, called.take())?;
        let answer = self.share.update(packet, |value| {
            count();
            if value == 0.0 { 0.0 } else { value }
        });
        shown(&self.share, packet, answer, called.take())?;
        let answer = self.name.update(packet, |value| {
            count();
            Cow::Borrowed(if value == "a" { "ä" } else { value })
        });
        shown(&self.name, packet, answer, called.take())?;
        attempt("stored", self.stored.column(packet));
        let answer = self.data.update(packet, |value| {
            count();
            Cow::Owned([value, &[255]].concat())
        });
        shown(&self.data, packet, answer, called.take())?;
        Ok(Verdict::Keep)
    }
}

fn shown<T: Value>(field: &Field<T>, packet: &Packet, answer: Result<()>, called: u32) -> Result<()>
where
    Vec<T>: Show,
{
    see(&field.name(), Word(&format!("{}, called {called}", answer.show())));
    see("is set", field.is_set_column(packet)?);
    see("column", field.column(packet)?);
    Ok(())
}
