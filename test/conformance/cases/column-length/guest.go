package guest

import (
	"strconv"

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
			if err := packet.Row(1).Discard(); err != nil {
				return gadget.Keep, err
			}
			if _, err := packet.Append(1); err != nil {
				return gadget.Keep, err
			}
			for _, field := range fields {
				accessor := kit.AccessorOf(field.Name())
				answers := ""
				for _, values := range [][]string{
					{}, {"1", "1", "1"}, {"1", "1", "1", "1", "1"}, {"1", "0", "1", "0"},
				} {
					answers += ", " + strconv.Itoa(len(values)) + " " + string(accessor.SetColumn(field, packet, values))
				}
				kit.See(field.Name(), accessor.Column(field, packet)+kit.Word(answers))
				kit.Try(field.Name() + " is set").Value(field.IsSetColumn(packet))
			}
			return gadget.Keep, nil
		})
	}}
}
