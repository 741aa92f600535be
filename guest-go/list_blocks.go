package gadget

import (
	"strings"

	"gadget-api/guest/internal/bindings/imports/gadget_api_lists"
)

// Lists of text are read as blocks, as columns of text are; written as they are, for which the host asks for no memory.

func getTexts(field *AnyField, row Row) ([]string, error) {
	packed, err := field.PackedList(row)
	return textsOf(packed), err
}

func setTexts(field *AnyField, row Row, list []string) error {
	return errorOf(gadget_api_lists.SetText(field.raw, row.Packet.raw, row.Index, validTexts(list)))
}

func textLists(field *AnyField, packet *Packet) (Lists[string], error) {
	lists, err := field.PackedLists(packet)
	return Lists[string]{lists.Ends, textsOf(lists.Values)}, err
}

func setTextLists(field *AnyField, packet *Packet, lists Lists[string]) error {
	raw := gadget_api_lists.TextLists{Ends: lists.Ends, Values: validTexts(lists.Values)}
	return errorOf(gadget_api_lists.SetColumnText(field.raw, packet.raw, raw))
}

func getByteses(field *AnyField, row Row) ([][]byte, error) {
	packed, err := field.PackedList(row)
	return valuesOf(packed), err
}

func setByteses(field *AnyField, row Row, list [][]byte) error {
	return field.SetPackedList(row, packedOf(list))
}

func bytesLists(field *AnyField, packet *Packet) (Lists[[]byte], error) {
	lists, err := field.PackedLists(packet)
	return Lists[[]byte]{lists.Ends, valuesOf(lists.Values)}, err
}

func setBytesLists(field *AnyField, packet *Packet, lists Lists[[]byte]) error {
	return field.SetPackedLists(packet, PackedLists{lists.Ends, packedOf(lists.Values)})
}

// textsOf is stored texts as strings, each a copy: who keeps one must not keep the whole block with it.
func textsOf(packed Packed) []string {
	texts := make([]string, packed.Len())
	for index, stored := range packed.Values() {
		texts[index] = strings.Clone(textOf(stored, false))
	}
	return texts
}
