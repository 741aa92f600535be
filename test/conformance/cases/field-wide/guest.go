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
		signed, err := gadget.FieldOf(open, "signed", gadget.Int64)
		if err != nil {
			return err
		}
		unsigned, err := gadget.FieldOf(open, "unsigned", gadget.Uint64)
		if err != nil {
			return err
		}
		negated, err := gadget.FieldOf(open, "negated", gadget.Int64)
		if err != nil {
			return err
		}
		copied, err := gadget.FieldOf(open, "copied", gadget.Uint64)
		if err != nil {
			return err
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			for row := range packet.Rows() {
				value, err := signed.Get(row)
				kit.Try("signed").Value(value, err)
				kit.Try("unsigned").Value(unsigned.Get(row))
				if err := negated.Set(row, -value); err != nil {
					return gadget.Keep, err
				}
			}
			values, err := unsigned.Column(packet)
			if err != nil {
				return gadget.Keep, err
			}
			if err := copied.SetColumn(packet, values); err != nil {
				return gadget.Keep, err
			}
			kit.Try("signed").Value(signed.Column(packet))
			kit.Try("unsigned").Value(unsigned.Column(packet))
			kit.Try("negated").Value(negated.Column(packet))
			return gadget.Keep, nil
		})
	}}
}
