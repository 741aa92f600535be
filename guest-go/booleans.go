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
	return boolsOf(numbers), nil
}

func setBoolColumn(field *AnyField, packet *Packet, values []bool) error {
	return errorOf(field.raw.SetColumnU32(packet.raw, numbersOf(values)))
}

func boolsOf(numbers []uint32) []bool {
	values := make([]bool, len(numbers))
	for index, number := range numbers {
		values[index] = number != 0
	}
	return values
}

func numbersOf(values []bool) []uint32 {
	numbers := make([]uint32, len(values))
	for index, value := range values {
		if value {
			numbers[index] = 1
		}
	}
	return numbers
}
