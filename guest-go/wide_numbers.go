package gadget

func getInt64(field *AnyField, row Row) (int64, error) {
	return valueOf(field.raw.GetS64(row.Packet.raw, row.Index))
}

func setInt64(field *AnyField, row Row, value int64) error {
	return errorOf(field.raw.SetS64(row.Packet.raw, row.Index, value))
}

func int64Column(field *AnyField, packet *Packet) ([]int64, error) {
	return valueOf(field.raw.ColumnS64(packet.raw))
}

func setInt64Column(field *AnyField, packet *Packet, values []int64) error {
	return errorOf(field.raw.SetColumnS64(packet.raw, values))
}

func getUint64(field *AnyField, row Row) (uint64, error) {
	return valueOf(field.raw.GetU64(row.Packet.raw, row.Index))
}

func setUint64(field *AnyField, row Row, value uint64) error {
	return errorOf(field.raw.SetU64(row.Packet.raw, row.Index, value))
}

func uint64Column(field *AnyField, packet *Packet) ([]uint64, error) {
	return valueOf(field.raw.ColumnU64(packet.raw))
}

func setUint64Column(field *AnyField, packet *Packet, values []uint64) error {
	return errorOf(field.raw.SetColumnU64(packet.raw, values))
}
