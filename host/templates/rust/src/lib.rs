//! Hides user names in paths.

mod rule;

use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};
use rule::hide_user;

struct HideUser {
    filename: Field<String>,
    mask: String,
}

impl Gadget for HideUser {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self {
            filename: open.field("filename")?,
            mask: param("mask").unwrap_or("***".into()),
        })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        self.filename
            .update(packet, |path| hide_user(path, &self.mask))?;
        Ok(Verdict::Keep)
    }
}

gadget_guest::export!(HideUser: handler);
