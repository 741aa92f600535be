package gadget

import (
	"bytes"
	"strings"
	"unsafe"
)

// Columns of text cross as one block: else the host would ask for memory once for each string, which costs more than the
// text.

func getText(field *AnyField, row Row) (string, error) {
	return valueOf(field.raw.GetText(row.Packet.raw, row.Index))
}

func setText(field *AnyField, row Row, value string) error {
	return errorOf(field.raw.SetText(row.Packet.raw, row.Index, validText(value)))
}

func textColumn(field *AnyField, packet *Packet) ([]string, error) {
	packed, err := field.Packed(packet)
	if err != nil {
		return nil, err
	}
	values := make([]string, packed.Len())
	for row, value := range packed.Values() {
		// A copy: who keeps one name must not keep the whole column with it.
		values[row] = strings.Clone(textOf(value, field.size > 0))
	}
	return values, nil
}

func setTextColumn(field *AnyField, packet *Packet, values []string) error {
	return errorOf(field.raw.SetColumnText(packet.raw, validTexts(values)))
}

func updateText(field *AnyField, packet *Packet, _ *access[string], change func(string) string) error {
	fixed := field.size > 0
	return changeBytes(field, packet, func(value []byte) ([]byte, error) {
		before := textOf(value, fixed)
		after := change(before)
		if after == before {
			return value, nil
		}
		if fixed && strings.IndexByte(after, 0) >= 0 {
			// A block is stored as it is: what the host refuses of a text has to be refused here.
			return nil, &Error{CodeOutOfRange, "a NUL in a text of fixed size"}
		}
		after = validText(after)
		return unsafe.Slice(unsafe.StringData(after), len(after)), nil
	})
}

func getBytes(field *AnyField, row Row) ([]byte, error) {
	return valueOf(field.raw.GetBytes(row.Packet.raw, row.Index))
}

func setBytes(field *AnyField, row Row, value []byte) error {
	return errorOf(field.raw.SetBytes(row.Packet.raw, row.Index, value))
}

func bytesColumn(field *AnyField, packet *Packet) ([][]byte, error) {
	packed, err := field.Packed(packet)
	if err != nil {
		return nil, err
	}
	return valuesOf(packed), nil
}

func setBytesColumn(field *AnyField, packet *Packet, values [][]byte) error {
	return field.SetPacked(packet, packedOf(values))
}

func updateBytes(field *AnyField, packet *Packet, _ *access[[]byte], change func([]byte) []byte) error {
	return changeBytes(field, packet, func(value []byte) ([]byte, error) { return change(value), nil })
}

// changeBytes changes the values of a column of text or bytes. Those for which change answers what it was given stay as they
// are stored. When change fails, nothing is written.
func changeBytes(field *AnyField, packet *Packet, change func([]byte) ([]byte, error)) error {
	before, err := field.Packed(packet)
	if err != nil {
		return err
	}
	isSet := setRows{field: field, packet: packet}
	var after Packed
	changed := false
	start := uint32(0)
	for row, end := range before.Ends {
		value := before.Data[start:end:end]
		next := value
		set := true
		// What is unset reads as empty, or, in a field of fixed size, as zeros.
		if len(value) == 0 || field.size > 0 && value[0] == 0 {
			if set, err = isSet.at(row); err != nil {
				return err
			}
		}
		if set {
			if next, err = change(value); err != nil {
				return err
			}
		}
		if !changed && !bytes.Equal(next, value) {
			changed = true
			after.Ends = append(make([]uint32, 0, before.Len()), before.Ends[:row]...)
			after.Data = append(make([]byte, 0, len(before.Data)), before.Data[:start]...)
		}
		if changed {
			after.Append(next)
		}
		start = end
	}
	if !changed {
		return nil
	}
	if err := field.SetPacked(packet, after); err != nil {
		return err
	}
	return isSet.unsetRest()
}
