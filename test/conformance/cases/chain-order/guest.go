package guest

import (
	gadget "gadget-api/guest"
)

func Hooks() gadget.Hooks {
	role := gadget.ParamOr("role", "")
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		sources := []string{"open", "close"}
		if role == "alpha" {
			sources = []string{"close", "open"}
		}
		for _, source := range sources {
			if err := subscribe(source, role); err != nil {
				return err
			}
		}
		return nil
	}}
}

func subscribe(source, role string) error {
	opened, err := gadget.OpenSource(source)
	if err != nil {
		return err
	}
	name, err := gadget.FieldOf(opened, "name", gadget.Text)
	if err != nil {
		return err
	}
	return opened.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		return gadget.Keep, name.Update(packet, func(names string) string { return names + ", " + role })
	})
}
