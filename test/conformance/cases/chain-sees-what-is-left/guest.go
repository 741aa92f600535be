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
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			if gadget.ParamOr("role", "") == "second" {
				kit.See("len", packet.Len())
				kit.Try("column").Value(name.Column(packet))
				kit.Try("is set").Value(name.IsSetColumn(packet))
				return gadget.Keep, nil
			}
			value, err := name.Get(packet.Row(0))
			if err != nil {
				return gadget.Keep, err
			}
			if value == "drop all" {
				return gadget.Discard, nil
			}
			if err := name.Set(packet.Row(0), "***"); err != nil {
				return gadget.Keep, err
			}
			return gadget.Keep, packet.Row(1).Discard()
		})
	}}
}
