package guest

import (
	"errors"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		source, err := gadget.OpenSource(gadget.ParamOr("role", ""))
		if err != nil {
			return err
		}
		pid, err := gadget.FieldOf(source, "pid", gadget.Uint32)
		if err != nil {
			return err
		}
		return source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			value, err := pid.Get(packet.Row(0))
			if err != nil {
				return gadget.Keep, err
			}
			kit.Try("set").Done(pid.Set(packet.Row(0), value+100))
			if value == 1 {
				return gadget.Keep, errors.New("as it should be")
			}
			return gadget.Keep, nil
		})
	}}
}
