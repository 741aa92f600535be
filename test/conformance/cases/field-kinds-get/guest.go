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
					var answers []string
					for row := range packet.Rows() {
						answers = append(answers, string(accessor.Get(field, packet, row.Index)))
					}
					kit.See(field.Name()+" as "+accessor.Name, kit.Word(strings.Join(answers, ", ")))
				}
			}
			kit.See("kind", fields[0].Kind())
			return gadget.Keep, nil
		})
	}}
}
