package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		state, err := gadget.OpenSource("state")
		if err != nil {
			return err
		}
		fields, err := state.Fields()
		if err != nil {
			return err
		}
		return state.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			for _, field := range fields {
				accessor := kit.AccessorOf(field.Name())
				kit.See(field.Name()+" of nothing", kit.Calls(accessor, field, packet, 0, nil))
				kit.See(field.Name()+" of one", kit.Calls(accessor, field, packet, 0, []string{"1"}))
			}
			return gadget.Keep, nil
		})
	}}
}
