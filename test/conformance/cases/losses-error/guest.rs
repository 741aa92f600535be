use crate::kit::see;
use gadget_guest::{
    ApiError, Delivery, Field, Gadget, LossCause, Packet, Purpose, Result, Source, Subscription, Verdict,
    info,
};

pub struct Guest {
    news: Source,
    count: Field<u32>,
    pid: Field<u32>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let news = Source::create("news", Delivery::Events)?;
        let count = news.add_field("rows")?;
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self { news, count, pid: open.field("pid")? })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        see("open", self.pid.column(packet)?);
        Ok(Verdict::Keep)
    }

    fn on_loss(&mut self, _: Subscription, rows: u32, _: LossCause) -> Result<()> {
        see("lost", rows);
        let packet = self.news.new_packet(1)?;
        self.count.set(packet.row(0), rows)?;
        packet.emit()?;
        if rows == 1 { Err(ApiError::other("no")) } else { Ok(()) }
    }

    fn stop(&mut self) -> Result<()> {
        info!("stop");
        Ok(())
    }
}
