package gadget

type (
	signed   interface{ int8 | int16 | int32 }
	unsigned interface{ uint8 | uint16 | uint32 }
	float    interface{ float32 | float64 }
	number   interface{ signed | unsigned | float }
)

func getSigned[T signed](field *AnyField, row Row) (T, error) {
	value, err := valueOf(field.raw.GetS32(row.Packet.raw, row.Index))
	return T(value), err
}

func setSigned[T signed](field *AnyField, row Row, value T) error {
	return errorOf(field.raw.SetS32(row.Packet.raw, row.Index, int32(value)))
}

func signedColumn[T signed](field *AnyField, packet *Packet) ([]T, error) {
	values, err := valueOf(field.raw.ColumnS32(packet.raw))
	return converted[int32, T](values), err
}

func setSignedColumn[T signed](field *AnyField, packet *Packet, values []T) error {
	return errorOf(field.raw.SetColumnS32(packet.raw, converted[T, int32](values)))
}

func getUnsigned[T unsigned](field *AnyField, row Row) (T, error) {
	value, err := valueOf(field.raw.GetU32(row.Packet.raw, row.Index))
	return T(value), err
}

func setUnsigned[T unsigned](field *AnyField, row Row, value T) error {
	return errorOf(field.raw.SetU32(row.Packet.raw, row.Index, uint32(value)))
}

func unsignedColumn[T unsigned](field *AnyField, packet *Packet) ([]T, error) {
	values, err := valueOf(field.raw.ColumnU32(packet.raw))
	return converted[uint32, T](values), err
}

func setUnsignedColumn[T unsigned](field *AnyField, packet *Packet, values []T) error {
	return errorOf(field.raw.SetColumnU32(packet.raw, converted[T, uint32](values)))
}

func getFloat[T float](field *AnyField, row Row) (T, error) {
	value, err := valueOf(field.raw.GetF64(row.Packet.raw, row.Index))
	return T(value), err
}

func setFloat[T float](field *AnyField, row Row, value T) error {
	return errorOf(field.raw.SetF64(row.Packet.raw, row.Index, float64(value)))
}

func floatColumn[T float](field *AnyField, packet *Packet) ([]T, error) {
	values, err := valueOf(field.raw.ColumnF64(packet.raw))
	return converted[float64, T](values), err
}

func setFloatColumn[T float](field *AnyField, packet *Packet, values []T) error {
	return errorOf(field.raw.SetColumnF64(packet.raw, converted[T, float64](values)))
}

// converted is values as another type; the same slice when it is the same type.
func converted[From, To number](values []From) []To {
	if same, ok := any(values).([]To); ok {
		return same
	}
	result := make([]To, len(values))
	for index, value := range values {
		result[index] = To(value)
	}
	return result
}
