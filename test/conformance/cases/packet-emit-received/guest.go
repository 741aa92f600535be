package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	first := gadget.ParamOr("role", "") == "first"
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			if first {
				made, err := gadget.CreateSource("made", gadget.Events)
				if err != nil {
					return err
				}
				if _, err := gadget.AddField(made, "pid", gadget.Uint32); err != nil {
					return err
				}
			}
			for _, name := range []string{"open", "made"} {
				if err := receive(name, first); err != nil {
					return err
				}
			}
			return nil
		},
		Start: func() error {
			if !first {
				return nil
			}
			made, err := gadget.OpenSource("made")
			if err != nil {
				return err
			}
			packet, err := made.NewPacket(2)
			if err != nil {
				return err
			}
			return packet.Emit()
		},
	}
}

func receive(name string, first bool) error {
	source, err := gadget.OpenSource(name)
	if err != nil {
		return err
	}
	pid, err := gadget.FieldOf(source, "pid", gadget.Uint32)
	if err != nil {
		return err
	}
	return source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		if err := change(packet, pid, first); err != nil {
			return gadget.Keep, err
		}
		open := gadget.Handles().Open
		kit.Try("emit").Done(packet.Emit())
		kit.See("handles given back", open-gadget.Handles().Open)
		return gadget.Keep, nil
	})
}

func change(packet *gadget.Packet, pid *gadget.Field[uint32], first bool) error {
	if _, err := packet.Append(1); err != nil {
		return err
	}
	row := packet.Row(0)
	if first {
		return row.Discard()
	}
	value, err := pid.Get(row)
	if err != nil {
		return err
	}
	return pid.Set(row, 1000+value)
}
