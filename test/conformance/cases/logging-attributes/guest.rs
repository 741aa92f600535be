use gadget_guest::log::{Attribute, Level, write_with};
use gadget_guest::{ApiError, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};
use gadget_guest::{debug, info, warn};

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        info!(
            yes = true,
            no = false,
            least = i64::MIN,
            most = u64::MAX,
            zero = 0,
            ratio = 0.5,
            "minus zero" = -0.0,
            nan = f64::NAN,
            inf = f64::NEG_INFINITY,
            text = "",
            "other text" = "grün 🦀\n\"x\"";
            "kinds"
        );
        warn!(pid = 42_u32; "");
        write_with(Level::Info, format_args!("without"), &[]);
        debug!(pid = 1; "seen by nobody");
        info!("" = 1, a = 1; "no key");
        info!("\u{fffd}" = 1, "\u{fffd}" = 2; "twice");
        let long = [
            Attribute::new(&"k".repeat(256), "y".repeat(8192)),
            Attribute::new(&"k".repeat(257), "ü".repeat(4097)),
        ];
        write_with(Level::Info, format_args!("{}", "x".repeat(9000)), &long);
        let many: Vec<_> = (0..66).map(|at| Attribute::new(&format!("a{at}"), at)).collect();
        write_with(Level::Info, format_args!("many"), &many);
        Source::open("open")?.subscribe()?;
        Ok(Self)
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        info!(pid = 1; "of a call that fails");
        Err(ApiError::Denied("no".to_string()))
    }
}
