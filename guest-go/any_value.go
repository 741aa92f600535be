package gadget

// Value is the value of one row as the Go type of the field's kind, such as uint32 or string; zero when unset. Fails with
// [ErrWrongKind] for [KindOther]; for lists there is [AnyField.ListValue].
func (field *AnyField) Value(row Row) (any, error) {
	switch field.kind {
	case KindBoolean:
		return valueAs(field, row, Boolean)
	case KindInt8:
		return valueAs(field, row, Int8)
	case KindInt16:
		return valueAs(field, row, Int16)
	case KindInt32:
		return valueAs(field, row, Int32)
	case KindInt64:
		return valueAs(field, row, Int64)
	case KindUint8:
		return valueAs(field, row, Uint8)
	case KindUint16:
		return valueAs(field, row, Uint16)
	case KindUint32:
		return valueAs(field, row, Uint32)
	case KindUint64:
		return valueAs(field, row, Uint64)
	case KindFloat32:
		return valueAs(field, row, Float32)
	case KindFloat64:
		return valueAs(field, row, Float64)
	case KindBytes:
		return valueAs(field, row, Bytes)
	}
	// Of kind other: the host says why not.
	return valueAs(field, row, Text)
}

func valueAs[T any](field *AnyField, row Row, asked Type[T]) (any, error) {
	if row.Packet.raw == nil {
		return nil, errOver
	}
	value, err := asked.access.get(field, row)
	if err != nil {
		return nil, err
	}
	return value, nil
}

// SetValue sets the value of one row, which has the Go type of a kind. Fails with [ErrWrongKind] when the field does not take
// values of that type; with [ErrOutOfRange] when it cannot hold this one.
func (field *AnyField) SetValue(row Row, value any) error {
	switch value := value.(type) {
	case bool:
		return setAs(field, row, Boolean, value)
	case int8:
		return setAs(field, row, Int8, value)
	case int16:
		return setAs(field, row, Int16, value)
	case int32:
		return setAs(field, row, Int32, value)
	case int64:
		return setAs(field, row, Int64, value)
	case uint8:
		return setAs(field, row, Uint8, value)
	case uint16:
		return setAs(field, row, Uint16, value)
	case uint32:
		return setAs(field, row, Uint32, value)
	case uint64:
		return setAs(field, row, Uint64, value)
	case float32:
		return setAs(field, row, Float32, value)
	case float64:
		return setAs(field, row, Float64, value)
	case []byte:
		return setAs(field, row, Bytes, value)
	case string:
		return setAs(field, row, Text, value)
	}
	return &Error{CodeWrongKind, "field " + field.name + " is " + field.kind.String() + ", and no kind has the value's Go type"}
}

func setAs[T any](field *AnyField, row Row, asked Type[T], value T) error {
	if row.Packet.raw == nil {
		return errOver
	}
	return asked.access.set(field, row, value)
}
