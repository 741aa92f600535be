package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		cancelled, err := every(50, "in init", nil)
		if err != nil {
			return err
		}
		cancelled.Cancel()
		var own gadget.Timer
		if own, err = every(100, "its own", func() { own.Cancel() }); err != nil {
			return err
		}
		var two [2]gadget.Timer
		for index := range two {
			two[index], err = every(250, "one of two", func() {
				two[1-index].Cancel()
				two[index].Cancel()
			})
			if err != nil {
				return err
			}
		}
		inPacket, err := every(150, "in on-packet", nil)
		if err != nil {
			return err
		}
		if _, err := every(350, "never", nil); err != nil {
			return err
		}
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		return open.Subscribe(func(*gadget.Packet) (gadget.Verdict, error) {
			inPacket.Cancel()
			return gadget.Keep, nil
		})
	}}
}

func every(interval uint32, label string, react func()) (gadget.Timer, error) {
	return gadget.Every(interval, func() error {
		kit.See(label, gadget.MonotonicClock()/1_000_000)
		if react != nil {
			react()
		}
		return nil
	})
}
