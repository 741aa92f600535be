package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		var sources [65]*gadget.Source
		var err error
		for made := 0; made < len(sources) && err == nil; made++ {
			sources[made], err = gadget.CreateSource("source "+strconv.Itoa(made), gadget.Events)
		}
		kit.Try("65 sources").Done(err)
		none := func(*gadget.Packet) (gadget.Verdict, error) { return gadget.Keep, nil }
		for number := 0; number < 64 && err == nil; number++ {
			err = sources[number].Subscribe(none)
		}
		kit.Try("64 subscriptions").Done(err)
		kit.Try("one more").Done(sources[64].Subscribe(none))
		return nil
	}}
}
