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
			list := []string{"1", "0"}
			for _, field := range fields {
				for _, accessor := range kit.ListAccessors {
					one := accessor.Set(field, packet, 0, list)
					all := accessor.SetColumn(field, packet, [][]string{list})
					kit.See(field.Name()+" as "+accessor.Name, one+", "+all)
				}
			}
			return gadget.Keep, nil
		})
	}}
}
