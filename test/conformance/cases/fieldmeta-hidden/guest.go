package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	if gadget.ParamOr("role", "") == "second" {
		return gadget.Hooks{Init: second}
	}
	var added *gadget.Field[uint8]
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			for _, each := range []struct {
				source, field string
				hidden        bool
			}{
				{"open", "hidden", true},
				{"open", "not any more", true},
				{"open", "not any more", false},
				{"asked for", "hidden", true},
			} {
				if err := setHidden(each.source, each.field, each.hidden); err != nil {
					return err
				}
			}
			open, err := gadget.OpenSource("open")
			if err != nil {
				return err
			}
			if added, err = gadget.AddField(open, "added", gadget.Uint8); err != nil {
				return err
			}
			return added.SetHidden(true)
		},
		Start: func() error {
			kit.See("nobody behind asks for the added", added.Requested())
			return nil
		},
	}
}

func second(gadget.InitInfo) error {
	if err := setHidden("open", "shown by second", false); err != nil {
		return err
	}
	if err := setHidden("open", "hidden by second", true); err != nil {
		return err
	}
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	hidden, err := gadget.FieldOf(open, "hidden", gadget.Uint32)
	if err != nil {
		return err
	}
	return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		kit.Try("got").Value(hidden.Get(packet.Row(0)))
		fields, err := open.Fields()
		if err != nil {
			return gadget.Keep, err
		}
		var names []string
		for _, field := range fields {
			names = append(names, field.Name())
		}
		kit.See("fields", names)
		return gadget.Keep, nil
	})
}

func setHidden(source, field string, hidden bool) error {
	opened, err := gadget.OpenSource(source)
	if err != nil {
		return err
	}
	found, err := opened.Field(field)
	if err != nil {
		return err
	}
	return found.SetHidden(hidden)
}
