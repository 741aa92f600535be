//! Packets that are refused come back.

use crate::Kept;
use crate::exports::gadget::api::handler::Verdict;
use crate::gadget::api::datasource::{DataSource, Delivery};
use crate::gadget::api::handles;
use crate::gadget::api::packet::{Packet, Refused};
use crate::gadget::api::types::{Error, Kind};
use crate::told::say;

pub fn init(kept: &mut Kept) -> Result<(), Error> {
    let own = DataSource::create("own", Delivery::Events)?;
    kept.fields = vec![own.add_field("n", Kind::Uint32)?];
    kept.source = Some(own);
    let open = DataSource::open("open")?;
    let pid = open.field("pid")?;
    open.subscribe(&[&pid])?;
    kept.fields.push(pid);
    Ok(())
}

/// More than the run takes; what it does not is kept.
pub fn start(kept: &mut Kept) -> Result<(), Error> {
    let own = kept.source.as_ref().expect("init made it");
    for n in 0..3 {
        let packet = own.new_packet(1)?;
        kept.fields[0].set_u32(&packet, 0, Some(n))?;
        if let Err(Refused { error, packet }) = Packet::emit(packet) {
            say(&format!("{n}: {:?} {}", error.code, error.text));
            kept.packets.push(packet);
        }
    }
    Ok(())
}

/// A received packet can't be emitted, and is still there.
pub fn on_packet(kept: &mut Kept, packet: Packet) -> Result<Verdict, Error> {
    let before = handles::usage().open;
    if let Err(Refused { error, packet }) = Packet::emit(packet) {
        say(&format!("{:?}, {} handles more", error.code, handles::usage().open - before));
        kept.fields[1].set_u32(&packet, 0, Some(7))?;
    }
    Ok(Verdict::Keep)
}

pub fn stop(kept: &mut Kept) -> Result<(), Error> {
    for packet in kept.packets.drain(..) {
        Packet::emit(packet).map_err(|refused| refused.error)?;
    }
    Ok(())
}
