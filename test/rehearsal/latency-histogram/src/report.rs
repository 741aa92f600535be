use crate::buckets::{Bucket, Buckets};
use crate::percentile::Percentile;
use gadget_guest::{Delivery, Field, Packet, Result, Source};
use std::collections::BTreeMap;

/// The two sources that the counts are shown in, each packet all counts since the start.
pub struct Report {
    buckets: Table,
    low: Field<u64>,
    high: Field<u64>,
    percentiles: Table,
    percentile: Field<String>,
    at_most: Field<u64>,
}

/// What both have: rows of a key.
struct Table {
    source: Source,
    key: Field<String>,
    count: Field<u64>,
}

impl Table {
    fn declare(name: &str) -> Result<Self> {
        let source = Source::create(name, Delivery::Snapshots)?;
        Ok(Self { key: source.add_field("key")?, count: source.add_field("count")?, source })
    }

    fn packet(&self, rows: &[(&Option<String>, u64)]) -> Result<Packet> {
        let packet = self.source.new_packet(rows.len() as u32)?;
        for (row, (key, count)) in packet.rows().zip(rows) {
            if let Some(key) = key {
                self.key.set(row, key)?;
            }
            self.count.set(row, *count)?;
        }
        Ok(packet)
    }
}

impl Report {
    pub fn declare() -> Result<Self> {
        let buckets = Table::declare("histogram")?;
        let percentiles = Table::declare("percentiles")?;
        Ok(Self {
            low: nanoseconds(&buckets.source, "low")?,
            high: nanoseconds(&buckets.source, "high")?,
            percentile: percentiles.source.add_field("percentile")?,
            at_most: nanoseconds(&percentiles.source, "at-most")?,
            buckets,
            percentiles,
        })
    }

    pub fn emit(&self, counts: &BTreeMap<Option<String>, Buckets>, percentiles: &[Percentile]) -> Result<()> {
        let all: Vec<(&Option<String>, Bucket)> =
            counts.iter().flat_map(|(key, of)| of.filled().map(move |bucket| (key, bucket))).collect();
        let rows: Vec<_> = all.iter().map(|(key, bucket)| (*key, bucket.count)).collect();
        let packet = self.buckets.packet(&rows)?;
        self.low.set_column(&packet, &all.iter().map(|(_, bucket)| bucket.low).collect::<Vec<_>>())?;
        self.high.set_column(&packet, &all.iter().map(|(_, bucket)| bucket.high).collect::<Vec<_>>())?;
        packet.emit()?;

        let all: Vec<_> = counts
            .iter()
            .flat_map(|(key, of)| {
                percentiles.iter().filter_map(move |each| Some((key, of.total(), each, each.of(of)?)))
            })
            .collect();
        let rows: Vec<_> = all.iter().map(|(key, total, ..)| (*key, *total)).collect();
        let packet = self.percentiles.packet(&rows)?;
        for (row, (_, _, percentile, at_most)) in packet.rows().zip(&all) {
            self.percentile.set(row, &percentile.text)?;
            self.at_most.set(row, *at_most)?;
        }
        packet.emit()
    }
}

fn nanoseconds(source: &Source, name: &str) -> Result<Field<u64>> {
    let field = source.add_field(name)?;
    field.annotate("value.unit", "ns")?;
    Ok(field)
}
