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
		fields, err := open.Fields()
		if err != nil {
			return err
		}
		mine, err := gadget.CreateSource("mine", gadget.Events)
		if err != nil {
			return err
		}
		exec, err := gadget.OpenSource("exec")
		if err != nil {
			return err
		}
		return exec.Subscribe(func(received *gadget.Packet) (gadget.Verdict, error) {
			made, err := mine.NewPacket(1)
			if err != nil {
				return gadget.Keep, err
			}
			defer made.Drop()
			answers := func(what string, packet *gadget.Packet) {
				for _, field := range fields {
					accessor := kit.ListAccessorOf(field.Name())
					kit.See(field.Name()+", "+what, kit.ListCalls(accessor, field, packet, 0, []string{"1"}))
				}
			}
			answers("received", received)
			answers("made", made)
			return gadget.Keep, nil
		})
	}}
}
