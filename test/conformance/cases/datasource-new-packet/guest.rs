use crate::kit::{attempt, attempt_unshown, see};
use gadget_guest::{Delivery, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

pub struct Guest {
    own: Source,
    pid: Field<u32>,
    /// Made in start, filled in on-packet, emitted in stop.
    kept: Option<Packet>,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let own = Source::create("own", Delivery::Events)?;
        let pid = own.add_field("pid")?;
        attempt_unshown("in init", own.new_packet(1));
        Source::open("open")?.subscribe()?;
        Ok(Self { own, pid, kept: None })
    }

    fn start(&mut self) -> Result<()> {
        let own = &self.own;
        attempt_unshown("of the host's", Source::open("open")?.new_packet(1));
        let kept = own.new_packet(3)?;
        see("3 rows", kept.len());
        see("is set", self.pid.is_set_column(&kept)?);
        let none = own.new_packet(0)?;
        see("0 rows", none.len());
        attempt("append to it", none.append(2).map(|first| first.index()));
        see("len", none.len());
        let large = own.new_packet(1_048_576)?;
        see("1048576 rows", large.len());
        attempt_unshown("1048577 rows", own.new_packet(1_048_577));
        attempt_unshown("4294967295 rows", own.new_packet(4_294_967_295));
        drop((none, large));
        self.kept = Some(kept);
        make_most(own)
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        if let Some(kept) = &self.kept {
            see("in on-packet", kept.len());
            attempt("set", self.pid.set(kept.row(1), 9));
        }
        Ok(Verdict::Keep)
    }

    fn stop(&mut self) -> Result<()> {
        self.kept.take().map_or(Ok(()), Packet::emit)
    }
}

/// As many as there may be: the kept one is one of them.
fn make_most(own: &Source) -> Result<()> {
    let mut open = Vec::new();
    let fill = |open: &mut Vec<Packet>| -> Result<()> {
        while open.len() < 255 {
            open.push(own.new_packet(1)?);
        }
        Ok(())
    };
    let one_more = || attempt_unshown("one more", own.new_packet(1));
    attempt("256 open", fill(&mut open));
    one_more();
    drop(open.pop());
    attempt("after one was dropped", fill(&mut open));
    one_more();
    open.pop().map_or(Ok(()), Packet::emit)?;
    attempt("after one was emitted", fill(&mut open));
    one_more();
    open.clear();
    attempt("all others dropped, 256 open", fill(&mut open));
    Ok(())
}
