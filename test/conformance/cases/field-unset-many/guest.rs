use crate::kit::{Show, Word, attempt, see};
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    fields: Vec<AnyField>,
    foreign: AnyField,
    other: AnyField,
    kept: Option<Packet>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self {
            fields: open.fields()?,
            foreign: Source::open("exec")?.any_field("text")?,
            other: open.any_field("other")?,
            kept: None,
        })
    }

    fn on_owned_packet(&mut self, _: Subscription, packet: Packet) -> Result<Verdict> {
        let Some(kept) = &self.kept else {
            for field in &self.fields {
                let unset = |rows: &[u32]| field.unset_many(&packet, rows).show();
                let (rows, no_row, none) = (unset(&[3, 0, 3]), unset(&[1, 5]), unset(&[]));
                let is_set = field.is_set_column(&packet).show();
                see(&field.name(), Word(&format!("rows {rows}, no row {no_row}, none {none}, {is_set}")));
            }
            self.kept = Some(packet);
            return Ok(Verdict::Keep);
        };
        attempt("expired", self.foreign.unset_many(kept, &[9]));
        attempt("wrong source", self.foreign.unset_many(&packet, &[9]));
        attempt("wrong kind", self.other.unset_many(&packet, &[9]));
        Ok(Verdict::Keep)
    }
}
