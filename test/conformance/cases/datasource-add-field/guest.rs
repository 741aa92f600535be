use crate::kit::{Show, Word, attempt_raw, attempt_unshown, see};
use gadget_guest::{
    AnyField, Delivery, Field, Gadget, Kind, Packet, Purpose, Result, Source, Subscription, Verdict,
};

#[rustfmt::skip]
const KINDS: &[Kind] = &[
    Kind::Boolean, Kind::Int8, Kind::Int16, Kind::Int32, Kind::Int64, Kind::Uint8, Kind::Uint16, Kind::Uint32,
    Kind::Uint64, Kind::Float32, Kind::Float64, Kind::Text, Kind::Bytes,
];

/// What is tried, and the name.
const NAMES: &[(&str, &str)] = &[
    ("a name that is there", "pid"),
    ("the same in other letters", "PID"),
    ("no name", ""),
    ("a dot", "."),
    ("dot first", ".b"),
    ("dot last", "b."),
    ("two dots", "b..c"),
    ("inside of nothing", "proc.name"),
    ("deeper", "proc.parent.name"),
    ("again", "proc.name"),
    ("inside of a field", "pid.x"),
    ("deep inside of a field", "pid.x.y"),
    ("inside of an added field", "proc.name.x"),
    ("above fields", "proc"),
    ("between fields", "proc.parent"),
    ("a dot of its own", "x\\.y"),
    ("inside of x", "x.y"),
    ("above that", "x"),
    ("inside of what has a dot of its own", "x\\.y.z"),
    ("a backslash", "back\\\\"),
    ("inside of what ends with a backslash", "back\\\\.in"),
    ("a backslash and a dot of their own", "back\\\\\\.in"),
    ("nothing but a dot of its own", "\\."),
];

pub struct Guest {
    texts: Vec<Field<String>>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        add_kinds(&Source::create("own", Delivery::Events)?)?;
        add_kinds(&open)?;
        attempt_raw("a kind without a word", open.raw().add_field("list", Kind::Other).map(drop));
        let add = |label, name: &str| attempt_unshown(label, open.add_field::<String>(name));
        for (label, name) in NAMES {
            add(label, name);
        }
        add("256 bytes", &"ü".repeat(128));
        add("257 bytes", &"x".repeat(257));
        add("258 bytes in 129 characters", &"ü".repeat(129));
        let fields = open.fields()?;
        see("fields", Word(&fields.iter().map(short_name).collect::<Vec<_>>().join(" | ")));
        open.subscribe()?;
        let texts = fields.iter().filter(|field| {
            let name = field.name();
            field.kind() == Kind::Text && !name.starts_with("of ") && !name.starts_with('ü')
        });
        Ok(Self { texts: texts.map(|field| open.field(&field.name())).collect::<Result<_>>()? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        for text in &self.texts {
            text.set(packet.row(0), &format!("in {}", text.name()))?;
        }
        Ok(Verdict::Keep)
    }
}

fn add_kinds(source: &Source) -> Result<()> {
    let mut added = Vec::new();
    for kind in KINDS {
        let field = source.raw().add_field(&format!("of {}", kind.show()), *kind)?;
        added.push(format!("{} {}", field.name(), field.kind().show()));
    }
    see(&source.name(), Word(&added.join(", ")));
    Ok(())
}

fn short_name(field: &AnyField) -> String {
    let name = field.name();
    if name.len() > 64 { format!("of {} bytes", name.len()) } else { name }
}
