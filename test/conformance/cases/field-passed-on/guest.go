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
				for _, accessor := range kit.Accessors {
					if accessor.Get(field, packet, 0) == "wrong-kind" {
						continue
					}
					if gadget.ParamOr("role", "") == "reader" {
						read(field, accessor, packet)
					} else if err := write(field, accessor, packet); err != nil {
						return gadget.Keep, err
					}
				}
			}
			return gadget.Keep, nil
		})
	}}
}

func read(field *gadget.AnyField, accessor kit.Accessor, packet *gadget.Packet) {
	var answers []string
	for row := range packet.Rows() {
		answers = append(answers, string(accessor.Get(field, packet, row.Index)))
	}
	if accessor.Column != nil {
		answers = append(answers, string(accessor.Column(field, packet)))
	}
	kit.See(field.Name()+" as "+accessor.Name, kit.Word(strings.Join(answers, ", ")))
}

func write(field *gadget.AnyField, accessor kit.Accessor, packet *gadget.Packet) error {
	if accessor.SetColumn != nil {
		accessor.SetColumn(field, packet, []string{"0", "1", "1"})
	}
	accessor.Set(field, packet, 0, "1")
	return field.Unset(packet.Row(2))
}
