use crate::kit::see;
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    name: Field<String>,
    rows: u32,
    secrets: u32,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { name: open.field("name")?, rows: 0, secrets: 0 })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        self.rows += packet.len();
        let secrets = &mut self.secrets;
        self.name.update(packet, |path| {
            if !path.starts_with("/home/ann") {
                return path.into();
            }
            *secrets += 1;
            path.replacen("ann", "***", 1).into()
        })?;
        if self.rows == 2_007_040 {
            see("rows", self.rows);
            see("secrets", self.secrets);
        }
        Ok(Verdict::Keep)
    }
}
