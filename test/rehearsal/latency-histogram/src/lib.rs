//! Counts nanoseconds in buckets of powers of two, for each key.

mod buckets;
mod percentile;
mod report;

use buckets::Buckets;
use gadget_guest::{
    AnyField, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every,
    param, params, warn,
};
use percentile::Percentile;
use report::Report;
use std::collections::BTreeMap;
use std::time::Duration;

struct Histogram {
    key: AnyField,
    latency: Field<u64>,
    report: Report,
    percentiles: Vec<Percentile>,
    most_keys: usize,
    /// By key; none stands for rows without one.
    counts: BTreeMap<Option<String>, Buckets>,
    left_out: u64,
}

impl Gadget for Histogram {
    fn init(_: Purpose) -> Result<Self> {
        let latencies = Source::open("latencies")?;
        latencies.subscribe()?;
        let percentiles = param("percentiles").unwrap_or_else(|| "50,90,99".to_string());
        every(params::duration("interval")?.unwrap_or(Duration::from_secs(1)))?;
        Ok(Self {
            key: latencies.any_field(param("key").as_deref().unwrap_or("comm"))?,
            latency: latencies.field("latency-ns")?,
            report: Report::declare()?,
            percentiles: percentiles.split(',').map(percentile::parse).collect::<Result<_>>()?,
            most_keys: params::parse("most-keys")?.unwrap_or(1024),
            counts: BTreeMap::new(),
            left_out: 0,
        })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let latencies = self.latency.column(packet)?;
        let has_latency = self.latency.is_set_column(packet)?;
        let keys = self.key.column(packet)?;
        let has_key = self.key.is_set_column(packet)?;
        for (row, key) in keys.into_iter().enumerate() {
            if has_latency[row] {
                self.count(has_key[row].then(|| key.to_string()), latencies[row]);
            }
        }
        Ok(Verdict::Keep)
    }

    fn on_tick(&mut self, _: Timer) -> Result<()> {
        self.report.emit(&self.counts, &self.percentiles)
    }

    fn stop(&mut self) -> Result<()> {
        if self.left_out > 0 {
            warn!("{} latencies left out: more than {} keys", self.left_out, self.most_keys);
        }
        self.report.emit(&self.counts, &self.percentiles)
    }
}

impl Histogram {
    fn count(&mut self, key: Option<String>, nanoseconds: u64) {
        if self.counts.len() >= self.most_keys && !self.counts.contains_key(&key) {
            self.left_out += 1;
        } else {
            self.counts.entry(key).or_default().add(nanoseconds);
        }
    }
}

gadget_guest::export!(Histogram: handler, ticker);
