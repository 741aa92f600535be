use gadget_guest::{ApiError, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, info};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        info!("");
        info!(" a \\ \"b\" ");
        info!("two\nlines\r\n\x1b[31mred\x07\0end\x7f\u{85}\u{2028}");
        info!("grün 🦀 👩‍👧 日本");
        for length in [8192, 8193, 1_000_000] {
            info!("{}", "x".repeat(length));
        }
        for length in [4096, 4097] {
            info!("{}", "ü".repeat(length));
        }
        for length in [2048, 2049] {
            info!("{}", "🦀".repeat(length));
        }
        Source::open("open")?.subscribe()?;
        Ok(Self)
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        info!("of a call that fails");
        Err(ApiError::Denied("no".to_string()))
    }
}
