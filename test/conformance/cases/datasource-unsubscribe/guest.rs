use crate::kit::{attempt_unshown, see};
use gadget_guest::raw::gadget::api::datasource::unsubscribe;
use gadget_guest::{Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, param};

pub struct Guest {
    first: bool,
    open: Subscription,
    open_pid: Field<u32>,
    exec_pid: Field<u32>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let first = param("role").as_deref() == Some("first");
        let [open, exec, gone] = [Source::open("open")?, Source::open("exec")?, Source::open("gone")?];
        gone.subscribe()?.unsubscribe();
        attempt_unshown("again", gone.subscribe());
        let subscription = open.subscribe()?;
        exec.subscribe()?;
        Ok(Self { first, open: subscription, open_pid: open.field("pid")?, exec_pid: exec.field("pid")? })
    }

    fn on_packet(&mut self, subscription: Subscription, packet: &Packet) -> Result<Verdict> {
        let number = subscription.id().to_string();
        if subscription != self.open {
            see(&number, self.exec_pid.column(packet)?);
            // What has ended, or never began.
            let over: &[u32] = if self.first { &[0, self.open.id(), 3, u32::MAX] } else { &[] };
            over.iter().copied().for_each(unsubscribe);
            return Ok(Verdict::Keep);
        }
        see(&number, self.open_pid.column(packet)?);
        if self.first {
            subscription.unsubscribe();
            self.open_pid.set(packet.row(0), 1002)?;
            see("at hand", self.open_pid.column(packet)?);
        }
        Ok(Verdict::Keep)
    }
}
