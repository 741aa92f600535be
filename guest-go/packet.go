package gadget

import (
	"iter"

	"gadget-api/guest/internal/bindings/imports/gadget_api_packet"
)

// Verdict is what a packet callback answers.
type Verdict uint8

const (
	// Keep lets the packet's live rows pass on.
	Keep Verdict = iota
	// Discard drops the whole packet.
	Discard
)

// Packet is a batch of rows of one source.
//
// A packet that a callback received is over when the callback returns; one made by [Source.NewPacket] lives until it is
// emitted or dropped. After that everything fails with [ErrExpired].
type Packet struct {
	raw *gadget_api_packet.Packet
	// One more than the number of rows; 0 when it was not asked for yet.
	length uint32
}

// Row is one row of a packet. Good as long as its packet; keep the values you read, not the row.
type Row struct {
	Packet *Packet
	// Index is its number in the packet, from 0.
	Index uint32
}

var errOver = &Error{CodeExpired, "the packet is over"}

// Len is the number of rows received plus those appended, discarded ones included. 0 when the packet is over.
func (packet *Packet) Len() int {
	if packet.raw == nil {
		return 0
	}
	if packet.length == 0 {
		packet.length = packet.raw.Len() + 1
	}
	return int(packet.length - 1)
}

// Rows are the rows that are there when the loop begins.
//
//	for row := range packet.Rows() { … }
func (packet *Packet) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		length := uint32(packet.Len())
		for index := range length {
			if !yield(Row{packet, index}) {
				return
			}
		}
	}
}

// Row is the row of this number, from 0. Whether there is such a row shows when it is used ([ErrOutOfRange]).
func (packet *Packet) Row(index uint32) Row { return Row{packet, index} }

// Append adds rows at the end, all unset, and answers the first of them. Fails with [ErrLimitExceeded] above 65,536
// appended rows.
func (packet *Packet) Append(rows uint32) (Row, error) {
	if packet.raw == nil {
		return Row{}, errOver
	}
	first, err := valueOf(packet.raw.Append(rows))
	packet.length = 0
	return Row{packet, first}, err
}

// DiscardMany drops several rows, all or none: with one number that is not there it fails with [ErrOutOfRange].
func (packet *Packet) DiscardMany(rows []uint32) error {
	if packet.raw == nil {
		return errOver
	}
	return errorOf(packet.raw.DiscardMany(rows))
}

// Discard drops this row: nobody behind this gadget sees it. It can still be read and written until the call ends.
func (row Row) Discard() error {
	if row.Packet.raw == nil {
		return errOver
	}
	return errorOf(row.Packet.raw.Discard(row.Index))
}

// Emit sends a packet made by [Source.NewPacket] on its way. The packet is over afterwards, also when this fails. Fails with
// [ErrDenied] for a packet that a callback received; with [ErrBusy] when 1024 packets of the run are waiting.
func (packet *Packet) Emit() error {
	raw := packet.raw
	if raw == nil {
		return errOver
	}
	packet.raw = nil
	return errorOf(gadget_api_packet.PacketEmit(raw))
}

// Drop throws away a packet that will not be emitted. Packets that a callback received are dropped for you. Twice is fine.
func (packet *Packet) Drop() {
	if packet.raw != nil {
		packet.raw.Drop()
		packet.raw = nil
	}
}

// Raw is the generated binding, for what is left out here; nil when the packet is over.
func (packet *Packet) Raw() *gadget_api_packet.Packet { return packet.raw }
