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
			var rows []string
			for row := range packet.Rows() {
				rows = append(rows, strconv.Itoa(int(row.Index)))
			}
			for _, field := range fields {
				accessor := kit.AccessorOf(field.Name())
				kit.See(field.Name(), accessor.Column(field, packet))
				kit.See("set", accessor.SetColumn(field, packet, rows))
				kit.See(field.Name(), accessor.Column(field, packet))
			}
			return gadget.Keep, nil
		})
	}}
}
