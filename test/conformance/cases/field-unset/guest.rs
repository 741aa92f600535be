use crate::kit::accessors::ACCESSORS;
use crate::kit::{Show, Word, see};
use gadget_guest::{AnyField, Gadget, Kind, Packet, Purpose, Result, Source, Subscription, Verdict};

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
        let row = packet.row(0);
        for field in &self.fields {
            let is_set = || field.is_set(row).show();
            let unset = || field.unset(row).show();
            see(&field.name(), Word(&[is_set(), unset(), unset(), is_set()].join(", ")));
            see("is set", field.is_set_column(packet)?);
            for accessor in ACCESSORS {
                let read = (accessor.get)(field, packet, 0);
                if read == "wrong-kind" {
                    continue;
                }
                let nothing = if matches!(field.kind(), Kind::Text | Kind::Bytes) { "" } else { "0" };
                let mut answers = vec![read, (accessor.set)(field, packet, 0, nothing), is_set()];
                field.unset(row)?;
                if let (Some(column), Some(set_column)) = (accessor.column, accessor.set_column) {
                    answers.push(column(field, packet));
                    answers.extend([set_column(field, packet, &[nothing, nothing]), is_set()]);
                    packet.rows().try_for_each(|each| field.unset(each))?;
                }
                see(&format!("{} as {}", field.name(), accessor.name), Word(&answers.join(", ")));
            }
        }
        Ok(Verdict::Keep)
    }
}
