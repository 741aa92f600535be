//! `bench-wasmtime-host COMPONENT JOB ROWS MS < rows.ndjson`
//!
//! Runs a component of the bench in wasmtime. Standard input has the rows, which are cut into packets of ROWS. The
//! first turn over all packets is not timed: its rows are written, one JSON text a line. With MS > 0 come MS
//! milliseconds to get warm and MS that are timed. The last line tells the guest's sum, the turns, and the price of a
//! row in nanoseconds.

mod bindings;
mod clock;
mod column;
mod guest;
mod host;
mod packet;
mod text;

use clock::{Clock, Price};
use guest::Guest;
use packet::{Packet, Row};
use serde::Serialize;
use std::io::{BufWriter, Write, read_to_string, stdin, stdout};
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;
use wasmtime::error::Context;
use wasmtime::{Result, bail, ensure};

/// The last line.
#[derive(Serialize)]
struct Report {
    /// Text, as it may be more than a number of JavaScript can hold.
    sum: String,
    turns: u64,
    #[serde(flatten)]
    price: Option<Price>,
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [component, job, rows, ms] = arguments.as_slice() else {
        bail!("usage: bench-wasmtime-host COMPONENT JOB ROWS MS < rows.ndjson");
    };
    let rows = rows.parse::<usize>().with_context(|| format!("ROWS is {rows}"))?;
    let time = Duration::from_millis(ms.parse::<u64>().with_context(|| format!("MS is {ms}"))?);
    let packets = read_packets(rows)?;
    let mut guest = Guest::open(Path::new(component), job.clone())?;
    let mut out = BufWriter::new(stdout().lock());
    for packet in &packets {
        guest.call(packet)?.for_each_row(|row| write_line(&mut out, &row))?;
    }
    let mut turns = 1;
    let mut price = None;
    if !time.is_zero() {
        work(&mut guest, &packets, time, &mut turns)?;
        price = Some(work(&mut guest, &packets, time, &mut turns)?);
    }
    let sum = guest.stop()?.to_string();
    write_line(&mut out, &Report { sum, turns, price })?;
    Ok(out.flush()?)
}

fn read_packets(rows: usize) -> Result<Vec<Rc<Packet>>> {
    let text = read_to_string(stdin())?;
    let all = text.lines().map(serde_json::from_str).collect::<Result<Vec<Row<'_>>, _>>()?;
    ensure!(rows > 0 && !all.is_empty() && all.len() % rows == 0, "{} rows for packets of {rows}", all.len());
    Ok(all.chunks(rows).map(|rows| Rc::new(Packet::new(rows))).collect())
}

fn write_line(out: &mut impl Write, value: &impl Serialize) -> Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    Ok(out.write_all(b"\n")?)
}

/// Calls the guest with all packets again and again for a time.
fn work(guest: &mut Guest, packets: &[Rc<Packet>], time: Duration, turns: &mut u64) -> Result<Price> {
    let clock = Clock::start();
    let mut rows_out = 0;
    loop {
        // The clock is asked once for all packets of a turn, as by the other hosts.
        for packet in packets {
            rows_out += u64::from(guest.call(packet)?.rows);
        }
        *turns += 1;
        let elapsed = clock.elapsed();
        if elapsed >= time {
            return Ok(clock.price(elapsed, rows_out));
        }
    }
}
