package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		for _, interval := range []int{100, 470} {
			label := "tick of " + strconv.Itoa(interval)
			_, err := gadget.Every(uint32(interval), func() error { return seeNow(label) })
			if err != nil {
				return err
			}
		}
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		return open.Subscribe(func(*gadget.Packet) (gadget.Verdict, error) {
			return gadget.Keep, seeNow("packet")
		})
	}}
}

func seeNow(label string) error {
	kit.See(label, gadget.MonotonicClock()/1_000_000)
	return nil
}
