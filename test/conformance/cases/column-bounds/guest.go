package guest

import (
	"slices"
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
					if accessor.Column == nil || accessor.Column(field, packet) == "wrong-kind" {
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
	for row := range packet.Rows() {
		if err := field.Unset(row); err != nil {
			return nil, err
		}
	}
	var answers []string
	for _, value := range values {
		if !accessor.Takes(value) {
			continue
		}
		answer := accessor.SetColumn(field, packet, []string{"1", value})
		held := kit.Word("unset")
		set, err := field.IsSetColumn(packet)
		if err != nil {
			return nil, err
		}
		if slices.Contains(set, true) {
			held = accessor.Column(field, packet)
		}
		answers = append(answers, value+" "+string(answer)+" "+string(held))
	}
	return answers, nil
}
