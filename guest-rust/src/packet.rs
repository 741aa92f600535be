use crate::error::Result;
use crate::raw::gadget::api::packet::Packet as Raw;

/// A batch of rows of one source.
///
/// The one that [`Gadget::on_packet`](crate::Gadget::on_packet) gets is over when the call returns; one that
/// [`Source::new_packet`](crate::Source::new_packet) made lives until it is emitted or dropped. When a packet is over,
/// [`len`](Self::len) is 0 and everything else fails with `expired`.
#[derive(Debug)]
pub struct Packet {
    raw: Raw,
}

impl Packet {
    pub(crate) fn new(raw: Raw) -> Self {
        Self { raw }
    }

    /// The generated binding.
    pub fn raw(&self) -> &Raw {
        &self.raw
    }

    /// Rows received (or made) plus rows appended, discarded ones included. Asks the host.
    pub fn len(&self) -> u32 {
        self.raw.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rows there are now. Those that are appended while it goes on are not among them.
    pub fn rows(&self) -> Rows<'_> {
        Rows { packet: self, next: 0, end: self.len() }
    }

    /// The row of this number, from 0. Whether there is such a row shows when it is used (`out-of-range`).
    pub fn row(&self, index: u32) -> Row<'_> {
        Row { packet: self, index }
    }

    /// Adds rows at the end, all unset, and answers the first of them.
    ///
    /// Fails with `limit-exceeded` when this gadget would have appended more than 65,536 rows to this packet.
    pub fn append(&self, rows: u32) -> Result<Row<'_>> {
        Ok(self.row(self.raw.append(rows)?))
    }

    /// Drops several rows, all or none; see [`Row::discard`].
    pub fn discard_many(&self, rows: &[u32]) -> Result<()> {
        Ok(self.raw.discard_many(rows)?)
    }

    /// Sends a packet made by [`Source::new_packet`](crate::Source::new_packet) on its way. It is consumed, also on failure.
    ///
    /// Fails with `denied` for a received packet; with `not-now` in `init`; with `busy` when 1024 packets of the run are
    /// waiting.
    pub fn emit(self) -> Result<()> {
        Ok(Raw::emit(self.raw)?)
    }
}

impl<'p> IntoIterator for &'p Packet {
    type Item = Row<'p>;
    type IntoIter = Rows<'p>;

    fn into_iter(self) -> Rows<'p> {
        self.rows()
    }
}

/// One row of a packet: what [`Field::get`](crate::Field::get) and its sisters take.
#[derive(Clone, Copy, Debug)]
pub struct Row<'p> {
    packet: &'p Packet,
    index: u32,
}

impl<'p> Row<'p> {
    /// Its number in the packet, from 0.
    pub fn index(self) -> u32 {
        self.index
    }

    /// The packet it belongs to.
    pub fn packet(self) -> &'p Packet {
        self.packet
    }

    /// Drops this row: nobody behind this gadget sees it. It can still be read and written until the call ends.
    pub fn discard(self) -> Result<()> {
        Ok(self.packet.raw.discard(self.index)?)
    }
}

/// The rows of a packet, in order; see [`Packet::rows`].
#[derive(Clone, Debug)]
pub struct Rows<'p> {
    packet: &'p Packet,
    next: u32,
    end: u32,
}

impl<'p> Iterator for Rows<'p> {
    type Item = Row<'p>;

    fn next(&mut self) -> Option<Row<'p>> {
        if self.next == self.end {
            return None;
        }
        let row = self.packet.row(self.next);
        self.next += 1;
        Some(row)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.end - self.next) as usize;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Rows<'_> {}
