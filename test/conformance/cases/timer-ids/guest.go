package guest

import (
	"math"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
	"gadget-api/guest/internal/bindings/imports/gadget_api_timer"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			every("first", 1000)
			every("second", 1000)
			every("of no interval", 0)
			every("third", 1000)
			var err error
			for made := 3; made < 64 && err == nil; made++ {
				_, err = gadget.Every(1000, func() error { return nil })
			}
			kit.Try("64 timers").Done(err)
			for _, unknown := range []uint32{64, math.MaxUint32} {
				gadget_api_timer.Cancel(unknown)
			}
			every("one more", 1000)
			gadget_api_timer.Cancel(5)
			every("after one was cancelled", 1000)
			every("one more", 1000)
			gadget_api_timer.Cancel(6)
			for _, cancelled := range []uint32{5, 6} {
				gadget_api_timer.Cancel(cancelled)
			}
			every("after one was cancelled twice", 1000)
			every("one more", 1000)
			for timer := range uint32(66) {
				gadget_api_timer.Cancel(timer)
			}
			every("after all were cancelled", 1000)
			return nil
		},
		Start: func() error {
			every("in start", 1000)
			return nil
		},
	}
}

// every goes past the SDK, which keeps the numbers to itself.
func every(label string, interval uint32) {
	kit.See(label, kit.Answer(gadget_api_timer.Every(interval)))
}
