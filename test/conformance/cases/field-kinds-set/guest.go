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
				for row, accessor := range kit.Accessors {
					kit.See(field.Name()+" as "+accessor.Name, accessor.Set(field, packet, uint32(row), "1"))
				}
			}
			return gadget.Keep, nil
		})
	}}
}
