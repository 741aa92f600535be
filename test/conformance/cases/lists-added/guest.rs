use crate::kit::lists::list_accessor_of;
use crate::kit::{Show, Word, attempt_unshown, see};
use gadget_guest::{
    AnyField, Delivery, Field, Gadget, Kind, Packet, Purpose, Result, Source, Subscription, Value, Verdict,
    param,
};

/// Each kind, and the accessor that fits.
const KINDS: [(Kind, &str); 13] = [
    (Kind::Boolean, "u32"),
    (Kind::Int8, "s32"),
    (Kind::Int16, "s32"),
    (Kind::Int32, "s32"),
    (Kind::Int64, "s64"),
    (Kind::Uint8, "u32"),
    (Kind::Uint16, "u32"),
    (Kind::Uint32, "u32"),
    (Kind::Uint64, "u64"),
    (Kind::Float32, "f64"),
    (Kind::Float64, "f64"),
    (Kind::Text, "text"),
    (Kind::Bytes, "packed"),
];

pub struct Guest {
    open: Source,
    fields: Vec<AnyField>,
    mine: Option<Mine>,
}

struct Mine {
    source: Source,
    names: Field<Vec<String>>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        let first = param("role").as_deref() == Some("first");
        let mine = if first { Some(add(&open)?) } else { None };
        let fields: Vec<_> =
            KINDS.iter().map(|(kind, _)| open.any_field(&kind.show())).collect::<Result<_>>()?;
        if !first {
            for field in &fields {
                see(&field.name(), Word(&kinds_of(field)));
            }
        }
        open.subscribe()?;
        Ok(Self { open, fields, mine })
    }

    fn start(&mut self) -> Result<()> {
        attempt_unshown("start", self.open.add_field::<Vec<String>>("late"));
        if let Some(Mine { source, names }) = &self.mine {
            let packet = source.new_packet(2)?;
            names.set(packet.row(0), &["a".to_string(), "b".to_string()])?;
            packet.emit()?;
        }
        Ok(())
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        if self.mine.is_some() {
            see("text is set", self.open.any_field("text")?.is_set_column(packet)?);
        }
        for (field, (kind, accessor)) in self.fields.iter().zip(KINDS) {
            let accessor = list_accessor_of(accessor);
            if self.mine.is_some() {
                (accessor.set)(field, packet, 0, &["1", "0"]);
            } else {
                see(&kind.show(), Word(&(accessor.get)(field, packet, 0)));
            }
        }
        Ok(Verdict::Keep)
    }
}

fn add(open: &Source) -> Result<Mine> {
    for (kind, _) in KINDS {
        let field = open.add_any_list_field(&kind.show(), kind)?;
        let size = field.fixed_size().map_or("none".to_string(), |size| size.show());
        see(&field.name(), Word(&format!("{}, {size}, {}", kinds_of(&field), field.requested())));
    }
    let long = "x".repeat(257);
    let attempted = |label, name, kind| attempt_unshown(label, open.add_any_list_field(name, kind));
    attempted("again", "text", Kind::Text);
    attempted("its child", "text.child", Kind::Text);
    attempted("nameless", "", Kind::Text);
    attempted("too long a name", &long, Kind::Text);
    attempted("of other", "another", Kind::Other);
    let source = Source::create("mine", Delivery::Events)?;
    let names = source.add_field("names")?;
    see("of its own", ());
    Ok(Mine { source, names })
}

fn kinds_of<T: Value>(field: &Field<T>) -> String {
    let elements = field.element_kind().map_or("none".to_string(), |kind| kind.show());
    format!("{}, {elements}", field.kind().show())
}
