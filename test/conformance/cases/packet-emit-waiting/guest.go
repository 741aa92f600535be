package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	var made *gadget.Source
	received := 0
	return gadget.Hooks{
		Init: func(gadget.InitInfo) (err error) {
			if made, err = gadget.CreateSource("made", gadget.Events); err != nil {
				return err
			}
			if _, err := gadget.Every(1000, func() error { return fill(made) }); err != nil {
				return err
			}
			return made.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
				received += packet.Len()
				if received%1024 == 0 {
					kit.See("packets received", received)
				}
				return gadget.Keep, nil
			})
		},
		Start: func() error { return fill(made) },
	}
}

func fill(made *gadget.Source) error {
	open := gadget.Handles().Open
	emitted := 0
	for ; emitted < 1024; emitted++ {
		if err := emit(made); err != nil {
			return err
		}
	}
	kit.See("emitted", emitted)
	kit.Try("one more").Done(emit(made))
	kit.See("handles kept", gadget.Handles().Open-open)
	return nil
}

func emit(made *gadget.Source) error {
	packet, err := made.NewPacket(1)
	if err != nil {
		return err
	}
	return packet.Emit()
}
