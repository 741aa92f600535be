package gadget

func getBool(field *AnyField, row Row) (bool, error) {
	return valueOf(field.raw.GetBool(row.Packet.raw, row.Index))
}

func setBool(field *AnyField, row Row, value bool) error {
	return errorOf(field.raw.SetBool(row.Packet.raw, row.Index, value))
}

func boolColumn(field *AnyField, packet *Packet) ([]bool, error) {
	numbers, err := valueOf(field.raw.ColumnU32(packet.raw))
	if err != nil {
		return nil, err
	}
	values := make([]bool, len(numbers))
	for row, number := range numbers {
		values[row] = number != 0
	}
	return values, nil
}

func setBoolColumn(field *AnyField, packet *Packet, values []bool) error {
	numbers := make([]uint32, len(values))
	for row, value := range values {
		if value {
			numbers[row] = 1
		}
	}
	return errorOf(field.raw.SetColumnU32(packet.raw, numbers))
}
