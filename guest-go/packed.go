package gadget

import (
	"iter"

	"gadget-api/guest/internal/bindings/imports/gadget_api_field"
)

// Packed is a column of text or bytes as one block. The cheapest way to handle many values: one copy, no string for each.
type Packed struct {
	// Ends says where each value ends in Data. Never falls; the last one is the length of Data.
	Ends []uint32
	// Data is the values one after the other, text as it is stored: nearly always UTF-8.
	Data []byte
}

// Len is the number of values.
func (packed Packed) Len() int { return len(packed.Ends) }

// Value is one value: a part of Data, not a copy.
func (packed Packed) Value(row int) []byte {
	start, end := bounds(packed.Ends, row)
	return packed.Data[start:end:end]
}

// Values are all values: parts of Data, not copies.
func (packed Packed) Values() iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		start := uint32(0)
		for row, end := range packed.Ends {
			if !yield(row, packed.Data[start:end:end]) {
				return
			}
			start = end
		}
	}
}

// Append adds a value at the end.
func (packed *Packed) Append(value []byte) {
	packed.Data = append(packed.Data, value...)
	packed.Ends = append(packed.Ends, uint32(len(packed.Data)))
}

// valuesOf is the values of a block: parts of it, not copies.
func valuesOf(packed Packed) [][]byte {
	values := make([][]byte, packed.Len())
	for row, value := range packed.Values() {
		values[row] = value
	}
	return values
}

// packedOf is values as a block.
func packedOf(values [][]byte) (packed Packed) {
	for _, value := range values {
		packed.Append(value)
	}
	return packed
}

// Packed is all values of the packet as one block. For text and bytes; other fields fail with [ErrWrongKind].
func (field *AnyField) Packed(packet *Packet) (Packed, error) {
	if packet.raw == nil {
		return Packed{}, errOver
	}
	packed, err := valueOf(field.raw.ColumnPacked(packet.raw))
	return Packed(packed), err
}

// SetPacked sets all values of the packet from one block, all or none. For text and bytes.
//
// Fails with [ErrOutOfRange] unless Ends has one number for each row, never falls, and ends with the length of Data.
func (field *AnyField) SetPacked(packet *Packet, values Packed) error {
	if packet.raw == nil {
		return errOver
	}
	return errorOf(field.raw.SetColumnPacked(packet.raw, gadget_api_field.Packed(values)))
}
