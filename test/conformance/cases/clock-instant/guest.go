package guest

import (
	"strconv"

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
			_, err = gadget.Every(2_000_000_000, func() error { return look("on-tick") })
			return err
		},
		Start: func() error { return look("start") },
		Stop:  func() error { return look("stop") },
	}
}

func look(phase string) error {
	now := gadget.Now()
	words := "as each"
	if now.Wall != gadget.WallClock() || now.Monotonic != gadget.MonotonicClock() {
		words = "not as each"
	}
	both := strconv.FormatUint(now.Wall, 10) + ", " + strconv.FormatUint(now.Monotonic, 10)
	kit.See(phase, kit.Word(both+", "+words))
	return nil
}
