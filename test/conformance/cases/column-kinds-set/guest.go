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
		var columns []kit.Accessor
		for _, accessor := range kit.Accessors {
			if accessor.SetColumn != nil {
				columns = append(columns, accessor)
			}
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			accessor := columns[0]
			columns = columns[1:]
			for _, field := range fields {
				kit.See(field.Name()+" as "+accessor.Name, accessor.SetColumn(field, packet, []string{"1", "1"}))
			}
			return gadget.Keep, nil
		})
	}}
}
