use crate::kit::lists::list_accessor_of;
use crate::kit::{Word, see};
use gadget_guest::{AnyField, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

const RIGHT: &[&[&str]] = &[&["3"], &[], &["4", "5"]];

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
            let name = field.name();
            let accessor = list_accessor_of(&name);
            let shown = |what: &str, answer: String| see(&format!("{name} {what}"), Word(&answer));
            let set =
                |what: &str, lists: &[&[&str]]| shown(what, (accessor.set_column)(field, packet, lists));
            let is_set = || -> Result<()> {
                see(&format!("{name} is set"), field.is_set_column(packet)?);
                Ok(())
            };
            shown("column", (accessor.column)(field, packet));
            is_set()?;
            set("too few", &RIGHT[..2]);
            set("too many", &[RIGHT[0], RIGHT[1], RIGHT[2], &[]]);
            is_set()?;
            set("set", RIGHT);
            is_set()?;
            shown("column", (accessor.column)(field, packet));
            shown("of row 2", (accessor.get)(field, packet, 2));
            let got = (accessor.get)(field, packet, 3);
            let put = (accessor.set)(field, packet, 3, &["1"]);
            shown("of no row", format!("get {got}, set {put}"));
            set("all empty", &[&[], &[], &[]]);
            shown("column", (accessor.column)(field, packet));
            set("set", RIGHT);
        }
        Ok(Verdict::Keep)
    }
}
