package gadget

import "gadget-api/guest/internal/bindings/imports/gadget_api_lists"

func getSigneds[T signed](field *AnyField, row Row) ([]T, error) {
	list, err := valueOf(gadget_api_lists.GetS32(field.raw, row.Packet.raw, row.Index))
	return converted[int32, T](list), err
}

func setSigneds[T signed](field *AnyField, row Row, list []T) error {
	return errorOf(gadget_api_lists.SetS32(field.raw, row.Packet.raw, row.Index, converted[T, int32](list)))
}

func signedLists[T signed](field *AnyField, packet *Packet) (Lists[T], error) {
	lists, err := valueOf(gadget_api_lists.ColumnS32(field.raw, packet.raw))
	return Lists[T]{lists.Ends, converted[int32, T](lists.Values)}, err
}

func setSignedLists[T signed](field *AnyField, packet *Packet, lists Lists[T]) error {
	raw := gadget_api_lists.S32Lists{Ends: lists.Ends, Values: converted[T, int32](lists.Values)}
	return errorOf(gadget_api_lists.SetColumnS32(field.raw, packet.raw, raw))
}

func getUnsigneds[T unsigned](field *AnyField, row Row) ([]T, error) {
	list, err := valueOf(gadget_api_lists.GetU32(field.raw, row.Packet.raw, row.Index))
	return converted[uint32, T](list), err
}

func setUnsigneds[T unsigned](field *AnyField, row Row, list []T) error {
	return errorOf(gadget_api_lists.SetU32(field.raw, row.Packet.raw, row.Index, converted[T, uint32](list)))
}

func unsignedLists[T unsigned](field *AnyField, packet *Packet) (Lists[T], error) {
	lists, err := valueOf(gadget_api_lists.ColumnU32(field.raw, packet.raw))
	return Lists[T]{lists.Ends, converted[uint32, T](lists.Values)}, err
}

func setUnsignedLists[T unsigned](field *AnyField, packet *Packet, lists Lists[T]) error {
	raw := gadget_api_lists.U32Lists{Ends: lists.Ends, Values: converted[T, uint32](lists.Values)}
	return errorOf(gadget_api_lists.SetColumnU32(field.raw, packet.raw, raw))
}

func getFloats[T float](field *AnyField, row Row) ([]T, error) {
	list, err := valueOf(gadget_api_lists.GetF64(field.raw, row.Packet.raw, row.Index))
	return converted[float64, T](list), err
}

func setFloats[T float](field *AnyField, row Row, list []T) error {
	return errorOf(gadget_api_lists.SetF64(field.raw, row.Packet.raw, row.Index, converted[T, float64](list)))
}

func floatLists[T float](field *AnyField, packet *Packet) (Lists[T], error) {
	lists, err := valueOf(gadget_api_lists.ColumnF64(field.raw, packet.raw))
	return Lists[T]{lists.Ends, converted[float64, T](lists.Values)}, err
}

func setFloatLists[T float](field *AnyField, packet *Packet, lists Lists[T]) error {
	raw := gadget_api_lists.F64Lists{Ends: lists.Ends, Values: converted[T, float64](lists.Values)}
	return errorOf(gadget_api_lists.SetColumnF64(field.raw, packet.raw, raw))
}

func getInt64s(field *AnyField, row Row) ([]int64, error) {
	return valueOf(gadget_api_lists.GetS64(field.raw, row.Packet.raw, row.Index))
}

func setInt64s(field *AnyField, row Row, list []int64) error {
	return errorOf(gadget_api_lists.SetS64(field.raw, row.Packet.raw, row.Index, list))
}

func int64Lists(field *AnyField, packet *Packet) (Lists[int64], error) {
	lists, err := valueOf(gadget_api_lists.ColumnS64(field.raw, packet.raw))
	return Lists[int64](lists), err
}

func setInt64Lists(field *AnyField, packet *Packet, lists Lists[int64]) error {
	return errorOf(gadget_api_lists.SetColumnS64(field.raw, packet.raw, gadget_api_lists.S64Lists(lists)))
}

func getUint64s(field *AnyField, row Row) ([]uint64, error) {
	return valueOf(gadget_api_lists.GetU64(field.raw, row.Packet.raw, row.Index))
}

func setUint64s(field *AnyField, row Row, list []uint64) error {
	return errorOf(gadget_api_lists.SetU64(field.raw, row.Packet.raw, row.Index, list))
}

func uint64Lists(field *AnyField, packet *Packet) (Lists[uint64], error) {
	lists, err := valueOf(gadget_api_lists.ColumnU64(field.raw, packet.raw))
	return Lists[uint64](lists), err
}

func setUint64Lists(field *AnyField, packet *Packet, lists Lists[uint64]) error {
	return errorOf(gadget_api_lists.SetColumnU64(field.raw, packet.raw, gadget_api_lists.U64Lists(lists)))
}
