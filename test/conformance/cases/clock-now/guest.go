package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			look("init")
			open, err := gadget.OpenSource("open")
			if err != nil {
				return err
			}
			err = open.Subscribe(func(*gadget.Packet) (gadget.Verdict, error) {
				return gadget.Keep, look("on-packet")
			})
			if err != nil {
				return err
			}
			_, err = gadget.Every(4_000_000_000, func() error { return look("on-tick") })
			return err
		},
		Start: func() error { return look("start") },
		Stop:  func() error { return look("stop") },
	}
}

func look(phase string) error {
	before := gadget.MonotonicClock()
	kit.See(phase+" wall", gadget.WallClock())
	kit.See(phase+" monotonic", gadget.MonotonicClock())
	kit.See(phase+" goes on", gadget.MonotonicClock() >= before)
	return nil
}
