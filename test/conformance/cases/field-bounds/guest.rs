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
        let row = packet.row(0);
        for field in &self.fields {
            let values = param(&field.name()).unwrap_or_default();
            for accessor in ACCESSORS {
                if (accessor.get)(field, packet, 0) == "wrong-kind" {
                    continue;
                }
                field.unset(row)?;
                let mut answers = Vec::new();
                for value in values.split(' ').filter(|value| (accessor.takes)(value)) {
                    let answer = (accessor.set)(field, packet, 0, value);
                    let held = match field.is_set(row)? {
                        true => (accessor.get)(field, packet, 0),
                        false => "unset".to_string(),
                    };
                    answers.push(format!("{value} {answer} {held}"));
                }
                see(&format!("{} as {}", field.name(), accessor.name), Word(&answers.join(", ")));
            }
        }
        Ok(Verdict::Keep)
    }
}
