//! Values that are there or not: one by one, and as columns with gaps.

use crate::Kept;
use crate::exports::gadget::api::handler::Verdict;
use crate::gadget::api::datasource::DataSource;
use crate::gadget::api::field::{F64Column, PackedColumn, S32Column, S64Column, TextColumn, U32Column, U64Column};
use crate::gadget::api::packet::Packet;
use crate::gadget::api::types::Error;
use crate::told::{outcome, say};

/// One of each kind that has accessors of its own.
const NAMES: [&str; 8] = ["flag", "s32", "u32", "s64", "u64", "f64", "name", "raw"];

pub fn init(kept: &mut Kept) -> Result<(), Error> {
    let open = DataSource::open("open")?;
    for name in NAMES {
        kept.fields.push(open.field(name)?);
    }
    open.subscribe(&kept.fields.iter().collect::<Vec<_>>())?;
    Ok(())
}

pub fn on_packet(kept: &mut Kept, packet: Packet) -> Result<Verdict, Error> {
    let [flag, s32, u32, s64, u64, f64, name, raw] = &kept.fields[..] else {
        unreachable!("init found eight")
    };
    for row in 0..packet.len() {
        say(&format!(
            "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            flag.get_bool(&packet, row)?,
            s32.get_s32(&packet, row)?,
            u32.get_u32(&packet, row)?,
            s64.get_s64(&packet, row)?,
            u64.get_u64(&packet, row)?,
            f64.get_f64(&packet, row)?,
            name.get_text(&packet, row)?,
            raw.get_bytes(&packet, row)?,
        ));
    }
    say(&format!("{:?} {:?}", flag.gaps(&packet)?, u32.column_u32(&packet)?));
    // Each value moves to the other row: there is one, and there is none.
    flag.set_bool(&packet, 0, None)?;
    flag.set_bool(&packet, 1, Some(true))?;
    s32.set_s32(&packet, 0, None)?;
    s32.set_s32(&packet, 1, Some(-5))?;
    u32.set_u32(&packet, 0, None)?;
    u32.set_u32(&packet, 1, Some(u32::MAX))?;
    s64.set_s64(&packet, 0, None)?;
    s64.set_s64(&packet, 1, Some(i64::MIN))?;
    u64.set_u64(&packet, 0, None)?;
    u64.set_u64(&packet, 1, Some(u64::MAX))?;
    f64.set_f64(&packet, 0, None)?;
    f64.set_f64(&packet, 1, Some(0.25))?;
    name.set_text(&packet, 0, None)?;
    name.set_text(&packet, 1, Some(""))?;
    raw.set_bytes(&packet, 0, None)?;
    raw.set_bytes(&packet, 1, Some(&[0, 255]))?;
    // By columns they are read with a row more, and written with another gap.
    packet.append(1)?;
    say(&format!("{:?}", s32.column_s32(&packet)?));
    say(&format!("{:?}", u32.column_u32(&packet)?));
    say(&format!("{:?}", s64.column_s64(&packet)?));
    say(&format!("{:?}", u64.column_u64(&packet)?));
    say(&format!("{:?}", f64.column_f64(&packet)?));
    say(&format!("{:?}", name.column_text(&packet)?));
    say(&format!("{:?}", raw.column_packed(&packet)?));
    let gaps = || vec![1];
    s32.set_column_s32(&packet, &S32Column { values: vec![1, 2, 3], gaps: gaps() })?;
    u32.set_column_u32(&packet, &U32Column { values: vec![1, 2, 3], gaps: gaps() })?;
    s64.set_column_s64(&packet, &S64Column { values: vec![1, 2, 3], gaps: gaps() })?;
    u64.set_column_u64(&packet, &U64Column { values: vec![1, 2, 3], gaps: gaps() })?;
    f64.set_column_f64(&packet, &F64Column { values: vec![1.0, 2.0, 3.0], gaps: gaps() })?;
    let values = ["a", "b", "c"].map(String::from).to_vec();
    name.set_column_text(&packet, &TextColumn { values, gaps: gaps() })?;
    raw.set_column_packed(&packet, &PackedColumn { ends: vec![1, 1, 3], data: vec![1, 2, 3], gaps: gaps() })?;
    for gaps in [vec![1, 1], vec![2, 0], vec![3]] {
        let column = U32Column { values: vec![9, 9, 9], gaps };
        say(&format!("{:?}: {}", column.gaps, outcome(u32.set_column_u32(&packet, &column))));
    }
    let short = U32Column { values: vec![9], gaps: vec![] };
    say(&format!("short: {}", outcome(u32.set_column_u32(&packet, &short))));
    say(&format!("none of another kind: {}", outcome(name.set_u32(&packet, 0, None))));
    say(&format!("none of no row: {}", outcome(name.set_text(&packet, 3, None))));
    Ok(Verdict::Keep)
}
