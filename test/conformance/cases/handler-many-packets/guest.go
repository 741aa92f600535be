package guest

import (
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
		made, err := gadget.CreateSource("made", gadget.Events)
		if err != nil {
			return err
		}
		var packets, sum uint32
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			for row := range packet.Rows() {
				value, err := pid.Get(row)
				if err != nil {
					return gadget.Keep, err
				}
				sum += value
			}
			dropped, err := made.NewPacket(1)
			if err != nil {
				return gadget.Keep, err
			}
			dropped.Drop()
			if packets++; packets == 70_000 {
				kit.See("of", open.Name())
				kit.See("packets", packets)
				kit.See("sum", sum)
			}
			return gadget.Keep, nil
		})
	}}
}
