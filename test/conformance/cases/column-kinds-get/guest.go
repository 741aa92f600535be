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
					if accessor.Column != nil {
						kit.See(field.Name()+" as "+accessor.Name, accessor.Column(field, packet))
					}
				}
			}
			return gadget.Keep, nil
		})
	}}
}
