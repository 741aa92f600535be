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
		for _, field := range fields {
			elements := "none"
			if kind, isList := field.ElementKind(); isList {
				elements = kind.String()
			}
			kit.See(field.Name(), kit.Word(field.Kind().String()+", "+elements))
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			for _, field := range fields {
				for _, accessor := range kit.ListAccessors {
					var answers []string
					for row := range packet.Rows() {
						answers = append(answers, string(accessor.Get(field, packet, row.Index)))
					}
					answers = append(answers, "column "+string(accessor.Column(field, packet)))
					kit.See(field.Name()+" as "+accessor.Name, kit.Word(strings.Join(answers, ", ")))
				}
			}
			return gadget.Keep, nil
		})
	}}
}
