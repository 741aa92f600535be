use crate::kit::lists::list_accessor_of;
use crate::kit::{Word, attempt, see};
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    text: AnyField,
    numbers: AnyField,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { text: open.any_field("text")?, numbers: open.any_field("numbers")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        look(&self.text, "text", packet)?;
        look(&self.numbers, "u32", packet)?;
        Ok(Verdict::Keep)
    }
}

fn look(field: &AnyField, accessor: &str, packet: &Packet) -> Result<()> {
    let accessor = list_accessor_of(accessor);
    let name = field.name();
    let is_set = || -> Result<()> {
        see(&format!("{name} is set"), field.is_set_column(packet)?);
        Ok(())
    };
    is_set()?;
    attempt(&format!("{name} unset"), field.unset(packet.row(0)));
    attempt(&format!("{name} unset-many"), field.unset_many(packet, &[3, 0]));
    is_set()?;
    for row in [0, 1] {
        see(&format!("{name} row {row}"), Word(&(accessor.get)(field, packet, row)));
    }
    see(&format!("{name} set to no elements"), Word(&(accessor.set)(field, packet, 0, &[])));
    is_set()?;
    attempt(&format!("{name} unset-many of no row"), field.unset_many(packet, &[0, 4]));
    attempt(&format!("{name} unset-many of none"), field.unset_many(packet, &[]));
    is_set()
}
