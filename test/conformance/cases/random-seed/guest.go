package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
	"gadget-api/guest/internal/bindings/imports/gadget_api_random"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			seeSeed("init")
			open, err := gadget.OpenSource("open")
			if err != nil {
				return err
			}
			err = open.Subscribe(func(*gadget.Packet) (gadget.Verdict, error) {
				return gadget.Keep, seeSeed("on-packet")
			})
			if err != nil {
				return err
			}
			_, err = gadget.Every(1000, func() error { return seeSeed("on-tick") })
			return err
		},
		Start: func() error { return seeSeed("start") },
		Stop:  func() error { return seeSeed("stop") },
	}
}

// seeSeed asks the host: the SDK does so once.
func seeSeed(phase string) error {
	first, second := gadget_api_random.Seed()
	kit.See(phase, []uint64{first, second})
	return nil
}
