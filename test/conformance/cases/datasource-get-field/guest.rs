use crate::kit::{Show, Word, see};
use gadget_guest::{Gadget, Purpose, Result, Source};

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "name", "Name", "NAME", "nAME", "COMM", "proc.pid", "PROC.PID", "proc", "pid", ".pid",
    "dots\\.in.a\\.name", "Dots\\.In.A\\.Name", "dots.in.a.name", "Ärger", "ÄRGER", "ärger",
    "Kelvin", "\u{212a}elvin", "LIST", "", "comm ",
];

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        for name in NAMES {
            get(name, &open, name);
        }
        get("of 257 bytes", &open, &"x".repeat(257));
        drop(open.any_field("comm")?);
        get("after another handle was dropped", &open, "comm");
        Ok(Self)
    }
}

fn get(label: &str, source: &Source, name: &str) {
    let got = source.any_field(name).map(|field| format!("{} {}", field.name(), field.kind().show()));
    see(label, Word(&got.unwrap_or_else(|error| error.tag().to_string())));
}
