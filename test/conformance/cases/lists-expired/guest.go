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
		var kept *kit.Kept
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			if kept == nil {
				kept = kit.Keep(packet)
				return gadget.Keep, nil
			}
			for _, field := range fields {
				accessor := kit.ListAccessorOf(field.Name())
				kit.See(field.Name(), kit.ListCalls(accessor, field, kept, 0, []string{"1"}))
			}
			return gadget.Keep, nil
		})
	}}
}
