package guest

import (
	"strings"

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
				values := strings.Split(gadget.ParamOr(field.Name(), ""), " ")
				for _, accessor := range kit.Accessors {
					if accessor.Get(field, packet, 0) == "wrong-kind" {
						continue
					}
					answers, err := write(field, accessor, packet, values)
					if err != nil {
						return gadget.Keep, err
					}
					kit.See(field.Name()+" as "+accessor.Name, kit.Word(strings.Join(answers, ", ")))
				}
			}
			return gadget.Keep, nil
		})
	}}
}

func write(field *gadget.AnyField, accessor kit.Accessor, packet *gadget.Packet, values []string) ([]string, error) {
	if err := field.Unset(packet.Row(0)); err != nil {
		return nil, err
	}
	var answers []string
	for _, value := range values {
		if !accessor.Takes(value) {
			continue
		}
		answer := accessor.Set(field, packet, 0, value)
		held := kit.Word("unset")
		set, err := field.IsSet(packet.Row(0))
		if err != nil {
			return nil, err
		}
		if set {
			held = accessor.Get(field, packet, 0)
		}
		answers = append(answers, value+" "+string(answer)+" "+string(held))
	}
	return answers, nil
}
