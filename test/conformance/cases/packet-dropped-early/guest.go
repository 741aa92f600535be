package guest

import (
	"errors"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		pid, err := gadget.FieldOf(open, "pid", gadget.Uint32)
		if err != nil {
			return err
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			if gadget.ParamOr("role", "") == "second" {
				kit.Try("open").Value(pid.Column(packet))
				return gadget.Keep, nil
			}
			value, err := change(packet, pid)
			if err != nil {
				return gadget.Keep, err
			}
			before := gadget.Handles().Open
			packet.Drop()
			kit.See("handles given back", before-gadget.Handles().Open)
			switch value {
			case 3:
				return gadget.Keep, errors.New("as it should be")
			case 2:
				return gadget.Discard, nil
			}
			return gadget.Keep, nil
		})
	}}
}

func change(packet *gadget.Packet, pid *gadget.Field[uint32]) (uint32, error) {
	value, err := pid.Get(packet.Row(0))
	if err != nil {
		return 0, err
	}
	if err := packet.Row(0).Discard(); err != nil {
		return 0, err
	}
	added, err := packet.Append(1)
	if err != nil {
		return 0, err
	}
	return value, pid.Set(added, value+100)
}
