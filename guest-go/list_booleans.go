package gadget

import "gadget-api/guest/internal/bindings/imports/gadget_api_lists"

func getBools(field *AnyField, row Row) ([]bool, error) {
	list, err := valueOf(gadget_api_lists.GetU32(field.raw, row.Packet.raw, row.Index))
	return boolsOf(list), err
}

func setBools(field *AnyField, row Row, list []bool) error {
	return errorOf(gadget_api_lists.SetU32(field.raw, row.Packet.raw, row.Index, numbersOf(list)))
}

func boolLists(field *AnyField, packet *Packet) (Lists[bool], error) {
	lists, err := valueOf(gadget_api_lists.ColumnU32(field.raw, packet.raw))
	return Lists[bool]{lists.Ends, boolsOf(lists.Values)}, err
}

func setBoolLists(field *AnyField, packet *Packet, lists Lists[bool]) error {
	raw := gadget_api_lists.U32Lists{Ends: lists.Ends, Values: numbersOf(lists.Values)}
	return errorOf(gadget_api_lists.SetColumnU32(field.raw, packet.raw, raw))
}
