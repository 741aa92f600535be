//! Reads the DNS messages in UDP payloads, and tells of each response how long it took.

mod message;
mod pending;

use gadget_guest::{
    Field, Gadget, Packet, Purpose, Result, Row, Source, Subscription, Verdict, info, params,
};
use message::Message;
use pending::{Key, Pending};

struct Dns {
    timestamp: Field<u64>,
    source: Field<String>,
    destination: Field<String>,
    data: Field<Vec<u8>>,
    name: Field<String>,
    qtype: Field<String>,
    rcode: Field<String>,
    latency: Field<u64>,
    answers: Field<u16>,
    addresses: Field<String>,
    pending: Pending,
    malformed: u64,
}

impl Gadget for Dns {
    fn init(_: Purpose) -> Result<Self> {
        let packets = Source::open("packets")?;
        packets.subscribe()?;
        let latency = packets.add_field("latency-ns")?;
        latency.annotate("value.unit", "ns")?;
        let timeout = params::duration("timeout")?.map_or(5_000_000_000, |timeout| timeout.as_nanos() as u64);
        Ok(Self {
            timestamp: packets.field("timestamp")?,
            source: packets.field("source")?,
            destination: packets.field("destination")?,
            data: packets.field("data")?,
            name: packets.add_field("name")?,
            qtype: packets.add_field("qtype")?,
            rcode: packets.add_field("rcode")?,
            latency,
            answers: packets.add_field("num-answers")?,
            addresses: packets.add_field("addresses")?,
            pending: Pending::new(timeout, params::parse("most-pending")?.unwrap_or(8192)),
            malformed: 0,
        })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        let payloads = self.data.packed(packet)?;
        let has_payload = self.data.is_set_column(packet)?;
        for (row, payload) in packet.rows().zip(payloads.iter()) {
            if !has_payload[row.index() as usize] {
                continue;
            }
            match message::parse(payload) {
                Some(message) => self.describe(row, &message)?,
                None => self.malformed += 1,
            }
        }
        Ok(Verdict::Keep)
    }

    fn stop(&mut self) -> Result<()> {
        info!("{} malformed, {} queries without a response", self.malformed, self.pending.len());
        Ok(())
    }
}

impl Dns {
    fn describe(&mut self, row: Row<'_>, message: &Message) -> Result<()> {
        if let Some((name, qtype)) = &message.question {
            self.name.set(row, name)?;
            self.qtype.set(row, &message::type_name(*qtype))?;
        }
        if message.response {
            self.rcode.set(row, &message::rcode_name(message.rcode))?;
            self.answers.set(row, message.answers)?;
            if self.addresses.requested() && !message.addresses.is_empty() {
                let texts: Vec<String> = message.addresses.iter().map(ToString::to_string).collect();
                self.addresses.set(row, &texts.join(","))?;
            }
        }
        self.time(row, message)
    }

    /// A row without a time has none; 0 would be one.
    fn time(&mut self, row: Row<'_>, message: &Message) -> Result<()> {
        if !self.timestamp.is_set(row)? {
            return Ok(());
        }
        let at = self.timestamp.get(row)?;
        let (source, destination) = (self.source.get(row)?, self.destination.get(row)?);
        if !message.response {
            self.pending.asked(Key { id: message.id, client: source, server: destination }, at);
            return Ok(());
        }
        let key = Key { id: message.id, client: destination, server: source };
        match self.pending.answered(&key, at) {
            Some(latency) => self.latency.set(row, latency),
            None => Ok(()),
        }
    }
}

gadget_guest::export!(Dns: handler);
