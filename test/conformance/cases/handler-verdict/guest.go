package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) (err error) {
		var made *gadget.Source
		if gadget.ParamOr("role", "") == "first" {
			if made, err = gadget.CreateSource("made", gadget.Events); err != nil {
				return err
			}
		}
		for _, name := range []string{"open", "state"} {
			if err := subscribe(name, made); err != nil {
				return err
			}
		}
		return nil
	}}
}

func subscribe(name string, made *gadget.Source) error {
	source, err := gadget.OpenSource(name)
	if err != nil {
		return err
	}
	pid, err := gadget.FieldOf(source, "pid", gadget.Uint32)
	if err != nil {
		return err
	}
	return source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		if made == nil {
			kit.Try(name).Value(pid.Column(packet))
			return gadget.Keep, nil
		}
		own, err := made.NewPacket(1)
		if err != nil {
			return gadget.Keep, err
		}
		if err := own.Emit(); err != nil {
			return gadget.Keep, err
		}
		value, err := pid.Get(packet.Row(0))
		if value == 2 {
			return gadget.Discard, err
		}
		return gadget.Keep, err
	})
}
