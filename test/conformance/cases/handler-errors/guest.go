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
		calls := 0
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			calls++
			tag, err := name.Get(packet.Row(0))
			if err != nil {
				return gadget.Keep, err
			}
			if tag != "none" {
				return gadget.Keep, kit.ErrorOf(tag, "as it should be")
			}
			kit.See("calls", calls)
			return gadget.Keep, nil
		})
	}}
}
