use crate::kit::{attempt, see};
use gadget_guest::{
    ApiError, Delivery, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict,
};

pub struct Guest {
    pid: Field<u32>,
    made: Source,
    n: Field<u32>,
    state: Source,
    kept: Option<Packet>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        let made = Source::create("made", Delivery::Events)?;
        let n = made.add_field("n")?;
        let state = Source::create("state", Delivery::Snapshots)?;
        Ok(Self { pid: open.field("pid")?, made, n, state, kept: None })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        match self.pid.get(packet.row(0))? {
            1 => self.make()?,
            2 => {
                self.go_on()?;
                return Err(ApiError::other("as it should be"));
            }
            3 => self.send()?,
            4 => self.drop_and_grow()?,
            5 => self.send_nothing()?,
            _ => {
                let packet = self.made.new_packet(1)?;
                self.n.set(packet.row(0), 6)?;
                self.kept = Some(packet);
            }
        }
        Ok(Verdict::Keep)
    }
}

impl Guest {
    fn make(&mut self) -> Result<()> {
        let packet = self.made.new_packet(2)?;
        see("len", packet.len());
        see("is set", self.n.is_set(packet.row(0))?);
        self.n.set(packet.row(0), 1)?;
        self.kept = Some(packet);
        Ok(())
    }

    fn go_on(&self) -> Result<()> {
        let kept = self.kept.as_ref().ok_or("nothing was kept")?;
        self.n.set(kept.row(1), 2)?;
        attempt("append", kept.append(1).map(|first| first.index()));
        Ok(())
    }

    fn send(&mut self) -> Result<()> {
        let kept = self.kept.take().ok_or("nothing was kept")?;
        see("len", kept.len());
        see("column", self.n.column(&kept)?);
        see("is set", self.n.is_set_column(&kept)?);
        attempt("discard", kept.row(0).discard());
        see("get", self.n.get(kept.row(0))?);
        see("len", kept.len());
        attempt("emit", kept.emit());
        Ok(())
    }

    fn drop_and_grow(&self) -> Result<()> {
        let dropped = self.made.new_packet(1)?;
        attempt("append too many", dropped.append(65_537).map(|first| first.index()));
        attempt("append as many as there may be", dropped.append(65_536).map(|first| first.index()));
        attempt("append one more", dropped.append(1).map(|first| first.index()));
        drop(dropped);
        let empty = self.made.new_packet(0)?;
        attempt("append to none", empty.append(1).map(|first| first.index()));
        self.n.set(empty.row(0), 4)?;
        attempt("emit", empty.emit());
        Ok(())
    }

    fn send_nothing(&self) -> Result<()> {
        let gone = self.made.new_packet(2)?;
        gone.discard_many(&[0, 1])?;
        attempt("emit without live rows", gone.emit());
        let nothing = self.state.new_packet(1)?;
        nothing.row(0).discard()?;
        attempt("emit a state without live rows", nothing.emit());
        Ok(())
    }
}
