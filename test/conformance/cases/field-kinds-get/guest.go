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
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			for _, field := range fields {
				for _, accessor := range kit.Accessors {
					kit.See(field.Name()+" as "+accessor.Name, accessor.Get(field, packet, 0))
				}
			}
			kit.See("kind", fields[0].Kind())
			return gadget.Keep, nil
		})
	}}
}
