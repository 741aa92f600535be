//! In the middle of a chain: it tells in a field of its own what the gadget before it made of the names, takes a row out and
//! adds one for the gadget behind it.

use crate::Kept;
use crate::exports::gadget::api::handler::Verdict;
use crate::gadget::api::datasource::DataSource;
use crate::gadget::api::field::TextColumn;
use crate::gadget::api::packet::Packet;
use crate::gadget::api::types::{Error, Kind};

pub fn init(kept: &mut Kept) -> Result<(), Error> {
    let source = DataSource::open("open")?;
    let filename = source.field("filename")?;
    kept.subscription = Some(source.subscribe(&[&filename])?);
    kept.fields = vec![filename, source.add_field("between", Kind::Text)?];
    Ok(())
}

pub fn on_packet(kept: &mut Kept, packet: Packet) -> Result<Verdict, Error> {
    let [filename, between] = &kept.fields[..] else {
        unreachable!("init found two")
    };
    let TextColumn { values, gaps } = filename.column_text(&packet)?;
    let dropped: Vec<u32> = (0..).zip(&values).filter(|(_, name)| *name == "/drop").map(|(row, _)| row).collect();
    between.set_column_text(&packet, &TextColumn { values, gaps })?;
    packet.discard(&dropped)?;
    let row = packet.append(1)?;
    filename.set_text(&packet, row, Some("/home/eve/added"))?;
    Ok(Verdict::Keep)
}
