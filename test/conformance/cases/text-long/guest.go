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
		text, err := gadget.FieldOf(open, "text", gadget.Text)
		if err != nil {
			return err
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			row := packet.Row(0)
			value, err := text.Get(row)
			kit.Try("get").Value(value, err)
			kit.Try("set text").Done(text.Set(row, value+"!"))
			kit.Try("column").Value(text.Column(packet))
			kit.Try("set column").Done(text.SetColumn(packet, []string{value}))
			return gadget.Keep, nil
		})
	}}
}
