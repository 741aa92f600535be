use crate::kit::accessors::ACCESSORS;
use crate::kit::{Word, see};
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

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
        let reads = param("role").as_deref() == Some("reader");
        for field in &self.fields {
            for accessor in ACCESSORS {
                if (accessor.get)(field, packet, 0) == "wrong-kind" {
                    continue;
                }
                if reads {
                    let rows = packet.rows().map(|row| (accessor.get)(field, packet, row.index()));
                    let answers: Vec<_> =
                        rows.chain(accessor.column.map(|column| column(field, packet))).collect();
                    see(&format!("{} as {}", field.name(), accessor.name), Word(&answers.join(", ")));
                    continue;
                }
                if let Some(set_column) = accessor.set_column {
                    set_column(field, packet, &["0", "1", "1"]);
                }
                (accessor.set)(field, packet, 0, "1");
                field.unset(packet.row(2))?;
            }
        }
        Ok(Verdict::Keep)
    }
}
