package guest

import (
	gadget "gadget-api/guest"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		all, err := open.Fields()
		if err != nil {
			return err
		}
		copies := make([]func(*gadget.Packet) error, len(all))
		for index, field := range all {
			if copies[index], err = copyOf(field); err != nil {
				return err
			}
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			for _, field := range all {
				value, err := field.Value(packet.Row(0))
				if err != nil {
					return gadget.Keep, err
				}
				if err := field.SetValue(packet.Row(2), value); err != nil {
					return gadget.Keep, err
				}
			}
			for _, copied := range copies {
				if err := copied(packet); err != nil {
					return gadget.Keep, err
				}
			}
			return gadget.Keep, nil
		})
	}}
}

// copyOf copies values of a field by the type that its kind has.
func copyOf(field *gadget.AnyField) (func(*gadget.Packet) error, error) {
	switch field.Kind() {
	case gadget.KindBoolean:
		return copyAs(field, gadget.Boolean)
	case gadget.KindInt8:
		return copyAs(field, gadget.Int8)
	case gadget.KindInt16:
		return copyAs(field, gadget.Int16)
	case gadget.KindInt32:
		return copyAs(field, gadget.Int32)
	case gadget.KindInt64:
		return copyAs(field, gadget.Int64)
	case gadget.KindUint8:
		return copyAs(field, gadget.Uint8)
	case gadget.KindUint16:
		return copyAs(field, gadget.Uint16)
	case gadget.KindUint32:
		return copyAs(field, gadget.Uint32)
	case gadget.KindUint64:
		return copyAs(field, gadget.Uint64)
	case gadget.KindFloat32:
		return copyAs(field, gadget.Float32)
	case gadget.KindFloat64:
		return copyAs(field, gadget.Float64)
	case gadget.KindText:
		return copyAs(field, gadget.Text)
	default:
		return copyAs(field, gadget.Bytes)
	}
}

func copyAs[T any](any *gadget.AnyField, asked gadget.Type[T]) (func(*gadget.Packet) error, error) {
	field, err := gadget.As(any, asked)
	return func(packet *gadget.Packet) error {
		value, err := field.Get(packet.Row(0))
		if err != nil {
			return err
		}
		if err := field.Set(packet.Row(1), value); err != nil {
			return err
		}
		values, err := field.Column(packet)
		if err != nil {
			return err
		}
		return field.SetColumn(packet, values)
	}, err
}
