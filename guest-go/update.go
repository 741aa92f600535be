package gadget

// updateColumn changes a column by reading and writing all of it.
func updateColumn[T comparable](field *AnyField, packet *Packet, own *access[T], change func(T) T) error {
	return updateValues(field, packet, own, change, func(a, b T) bool { return a == b })
}

// updateFloats is the same for values of which two that are equal can differ, 0 and -0, and one does not equal itself.
func updateFloats[T float](field *AnyField, packet *Packet, own *access[T], change func(T) T) error {
	return updateValues(field, packet, own, change, func(a, b T) bool {
		return a == b && 1/a == 1/b || a != a && b != b
	})
}

func updateValues[T comparable](
	field *AnyField,
	packet *Packet,
	own *access[T],
	change func(T) T,
	same func(a, b T) bool,
) error {
	values, err := own.column(field, packet)
	if err != nil {
		return err
	}
	var zero T
	isSet := setRows{field: field, packet: packet}
	changed := false
	for row, value := range values {
		// What is unset reads as zero or empty.
		if value == zero {
			set, err := isSet.at(row)
			if err != nil {
				return err
			}
			if !set {
				continue
			}
		}
		if after := change(value); !same(after, value) {
			values[row] = after
			changed = true
		}
	}
	if !changed {
		return nil
	}
	if err := own.setColumn(field, packet, values); err != nil {
		return err
	}
	return isSet.unsetRest()
}

// setRows tells which rows have a value. The host is asked when it matters.
type setRows struct {
	field  *AnyField
	packet *Packet
	rows   []bool
}

func (set *setRows) at(row int) (bool, error) {
	if set.rows == nil {
		rows, err := set.field.IsSetColumn(set.packet)
		if err != nil {
			return false, err
		}
		set.rows = rows
	}
	return set.rows[row], nil
}

// unsetRest undoes that writing a column sets every row. When nobody has asked there was no row without a value.
func (set *setRows) unsetRest() error {
	for row, had := range set.rows {
		if had {
			continue
		}
		if err := set.field.Unset(set.packet.Row(uint32(row))); err != nil {
			return err
		}
	}
	return nil
}
