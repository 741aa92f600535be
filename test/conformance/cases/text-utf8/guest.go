package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		open, err := gadget.OpenSource("open")
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
		longer, err := gadget.FieldOf(open, "longer", gadget.Text)
		if err != nil {
			return err
		}
		copied, err := gadget.FieldOf(open, "copy", gadget.Text)
		if err != nil {
			return err
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			for row := range packet.Rows() {
				value, err := name.Get(row)
				kit.Try("get").Value(value, err)
				kit.Try("bytes").Value(stored.Get(row))
				if err := longer.Set(row, value+"→"); err != nil {
					return gadget.Keep, err
				}
			}
			values, err := name.Column(packet)
			kit.Try("column").Value(values, err)
			kit.Try("packed").Value(stored.Column(packet))
			kit.Try("longer").Value(longer.Column(packet))
			return gadget.Keep, copied.SetColumn(packet, values)
		})
	}}
}
