package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			open, err := gadget.OpenSource("open")
			if err != nil {
				return err
			}
			every("init", 0)
			every("init", 1000)
			return open.Subscribe(func(*gadget.Packet) (gadget.Verdict, error) {
				every("on-packet", 250)
				return gadget.Keep, nil
			})
		},
		Start: func() error {
			every("start", 0)
			every("start", 700)
			return nil
		},
		Stop: func() error {
			every("stop", 100)
			every("stop", 0)
			return nil
		},
	}
}

func every(phase string, interval uint32) {
	label := strconv.FormatUint(uint64(interval), 10)
	kit.Try("in " + phase + ", " + label).Unshown(gadget.Every(interval, func() error {
		now := strconv.FormatUint(gadget.MonotonicClock()/1_000_000, 10)
		gadget.Log(gadget.LevelInfo, "tick of "+label+" at "+now)
		if interval == 700 {
			every("on-tick", 330)
		}
		return nil
	}))
}
