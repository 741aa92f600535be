package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		flag, err := gadget.FieldOf(open, "flag", gadget.Boolean)
		if err != nil {
			return err
		}
		small, err := gadget.FieldOf(open, "small", gadget.Int32)
		if err != nil {
			return err
		}
		wide, err := gadget.FieldOf(open, "wide", gadget.Uint64)
		if err != nil {
			return err
		}
		share, err := gadget.FieldOf(open, "share", gadget.Float64)
		if err != nil {
			return err
		}
		name, err := gadget.FieldOf(open, "name", gadget.Text)
		if err != nil {
			return err
		}
		stored, err := gadget.FieldOf(open, "name", gadget.Bytes)
		if err != nil {
			return err
		}
		data, err := gadget.FieldOf(open, "data", gadget.Bytes)
		if err != nil {
			return err
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			update(flag, packet, func(value bool) bool { return !value })
			update(small, packet, func(value int32) int32 { return value + 1 })
			update(small, packet, func(value int32) int32 { return value + 125 })
			update(wide, packet, func(value uint64) uint64 { return value + 1 })
			update(share, packet, func(value float64) float64 { return -value })
			update(share, packet, func(value float64) float64 {
				if value == 0 {
					return 0
				}
				return value
			})
			update(name, packet, func(value string) string {
				if value == "a" {
					return "ä"
				}
				return value
			})
			kit.Try("stored").Value(stored.Column(packet))
			update(data, packet, func(value []byte) []byte { return append(value, 255) })
			return gadget.Keep, nil
		})
	}}
}

func update[T any](field *gadget.Field[T], packet *gadget.Packet, change func(T) T) {
	called := 0
	answer := "ok"
	err := field.Update(packet, func(value T) T {
		called++
		return change(value)
	})
	if err != nil {
		answer = kit.Code(err)
	}
	kit.See(field.Name(), kit.Word(answer+", called "+strconv.Itoa(called)))
	kit.Try("is set").Value(field.IsSetColumn(packet))
	values, err := field.Column(packet)
	kit.Try("column").Value(values, err)
}
