package guest

import (
	"math"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		ticks := 0
		kit.Try("longest").Unshown(gadget.Every(math.MaxUint32, func() error {
			seeNow("tick of the longest")
			if ticks++; ticks == 2 {
				kit.Try("shortest").Unshown(gadget.Every(1, func() error { return seeNow("tick of the shortest") }))
			}
			return nil
		}))
		return nil
	}}
}

func seeNow(label string) error {
	kit.See(label, gadget.MonotonicClock()/1_000_000)
	return nil
}
