package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		state, err := gadget.OpenSource("state")
		if err != nil {
			return err
		}
		return state.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			first, err := packet.Append(65_536)
			kit.Try("append").Value(first.Index, err)
			first, err = packet.Append(1)
			kit.Try("one more").Value(first.Index, err)
			return gadget.Keep, nil
		})
	}}
}
