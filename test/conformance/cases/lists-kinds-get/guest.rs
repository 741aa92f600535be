use crate::kit::lists::LIST_ACCESSORS;
use crate::kit::{Show, Word, see};
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    fields: Vec<AnyField>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        let fields = open.fields()?;
        for field in &fields {
            let elements = field.element_kind().map_or("none".to_string(), |kind| kind.show());
            see(&field.name(), Word(&format!("{}, {elements}", field.kind().show())));
        }
        open.subscribe()?;
        Ok(Self { fields })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        for field in &self.fields {
            for accessor in LIST_ACCESSORS {
                let mut answers: Vec<_> =
                    packet.rows().map(|row| (accessor.get)(field, packet, row.index())).collect();
                answers.push(format!("column {}", (accessor.column)(field, packet)));
                see(&format!("{} as {}", field.name(), accessor.name), Word(&answers.join(", ")));
            }
        }
        Ok(Verdict::Keep)
    }
}
