package gadget

import (
	"iter"

	"gadget-api/guest/internal/bindings/imports/gadget_api_field"
	"gadget-api/guest/internal/bindings/imports/gadget_api_lists"
)

// PackedLists is a column of lists of text or bytes as blocks: the elements of row i are those of Values from Ends[i-1] to
// before Ends[i], and the first row starts at 0. The cheapest way to handle many of them: no string for each.
type PackedLists struct {
	// Ends says where each list ends in Values, in elements. Never falls; the last one is the number of elements.
	Ends []uint32
	// Values is the elements of all rows, one after the other.
	Values Packed
}

// Len is the number of lists.
func (lists PackedLists) Len() int { return len(lists.Ends) }

// List is the elements of one row, by their number in it: parts of the block, not copies.
func (lists PackedLists) List(row int) iter.Seq2[int, []byte] {
	start, end := bounds(lists.Ends, row)
	return func(yield func(int, []byte) bool) {
		for element := start; element < end; element++ {
			if !yield(int(element-start), lists.Values.Value(int(element))) {
				return
			}
		}
	}
}

// Append adds a list at the end.
func (lists *PackedLists) Append(list [][]byte) {
	for _, element := range list {
		lists.Values.Append(element)
	}
	lists.Ends = append(lists.Ends, uint32(lists.Values.Len()))
}

// PackedList is the list of one row as one block; empty when unset. For lists of text and bytes; other fields fail with
// [ErrWrongKind].
func (field *AnyField) PackedList(row Row) (Packed, error) {
	if row.Packet.raw == nil {
		return Packed{}, errOver
	}
	packed, err := valueOf(gadget_api_lists.GetPacked(field.raw, row.Packet.raw, row.Index))
	return Packed(packed), err
}

// SetPackedList sets the list of one row from one block. For lists of text and bytes.
//
// Fails with [ErrOutOfRange] unless Ends never falls and ends with the length of Data.
func (field *AnyField) SetPackedList(row Row, list Packed) error {
	if row.Packet.raw == nil {
		return errOver
	}
	return errorOf(gadget_api_lists.SetPacked(field.raw, row.Packet.raw, row.Index, gadget_api_field.Packed(list)))
}

// PackedLists is all lists of the packet as blocks. For lists of text and bytes; other fields fail with [ErrWrongKind].
func (field *AnyField) PackedLists(packet *Packet) (PackedLists, error) {
	if packet.raw == nil {
		return PackedLists{}, errOver
	}
	lists, err := valueOf(gadget_api_lists.ColumnPacked(field.raw, packet.raw))
	return PackedLists{lists.Ends, Packed(lists.Values)}, err
}

// SetPackedLists sets all lists of the packet from blocks, all or none. For lists of text and bytes.
//
// Fails with [ErrOutOfRange] unless Ends has one number for each row, never falls, and ends with the number of elements, and
// the same holds within Values.
func (field *AnyField) SetPackedLists(packet *Packet, lists PackedLists) error {
	if packet.raw == nil {
		return errOver
	}
	raw := gadget_api_lists.PackedLists{Ends: lists.Ends, Values: gadget_api_field.Packed(lists.Values)}
	return errorOf(gadget_api_lists.SetColumnPacked(field.raw, packet.raw, raw))
}
