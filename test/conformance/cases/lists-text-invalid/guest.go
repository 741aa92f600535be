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
		text, err := gadget.ListFieldOf(open, "text", gadget.TextList)
		if err != nil {
			return err
		}
		textAsBytes, err := gadget.AsList(&text.AnyField, gadget.BytesList)
		if err != nil {
			return err
		}
		bytes, err := gadget.ListFieldOf(open, "bytes", gadget.BytesList)
		if err != nil {
			return err
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			first, second := packet.Row(0), packet.Row(1)
			kit.Try("text").Value(text.Get(first))
			kit.Try("bytes of text").Value(textAsBytes.Get(first))
			kit.Try("text with NUL").Value(text.Get(second))
			lists, err := text.Column(packet)
			if err != nil {
				return gadget.Keep, err
			}
			kit.See("column", kit.Lists(lists))
			raw, err := bytes.Get(first)
			if err != nil {
				return gadget.Keep, err
			}
			kit.Try("text from bytes").Done(textAsBytes.Set(first, raw))
			kit.Try("text").Value(text.Get(first))
			kit.Try("bytes of text").Value(textAsBytes.Get(first))
			return gadget.Keep, nil
		})
	}}
}
