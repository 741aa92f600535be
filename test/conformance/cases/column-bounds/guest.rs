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
        for field in &self.fields {
            let values = param(&field.name()).unwrap_or_default();
            for accessor in ACCESSORS {
                let (Some(column), Some(set_column)) = (accessor.column, accessor.set_column) else {
                    continue;
                };
                if column(field, packet) == "wrong-kind" {
                    continue;
                }
                packet.rows().try_for_each(|row| field.unset(row))?;
                let mut answers = Vec::new();
                for value in values.split(' ').filter(|value| (accessor.takes)(value)) {
                    let answer = set_column(field, packet, &["1", value]);
                    let held = match field.is_set_column(packet)?.contains(&true) {
                        true => column(field, packet),
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
