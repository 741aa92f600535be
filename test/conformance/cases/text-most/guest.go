package guest

import (
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

const most = 16 * 1024 * 1024

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
		bytes, err := gadget.FieldOf(open, "bytes", gadget.Bytes)
		if err != nil {
			return err
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			row := packet.Row(0)
			kit.Try("set bytes").Done(bytes.Set(row, make([]byte, most)))
			kit.Try("set one byte more").Done(bytes.Set(row, make([]byte, most+1)))
			kit.Try("set a character more").Done(text.Set(row, strings.Repeat("x", most+1)))
			kit.Try("get bytes").Value(bytes.Get(row))
			return gadget.Keep, nil
		})
	}}
}
