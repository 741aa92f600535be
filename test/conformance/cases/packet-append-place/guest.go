package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	each := second()
	if gadget.ParamOr("role", "") == "first" {
		each = first
	}
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
			values, err := pid.Column(packet)
			if err != nil {
				return gadget.Keep, err
			}
			return gadget.Keep, each(packet, pid, values)
		})
	}}
}

// first appends to the first packet a row like its last one.
func first(packet *gadget.Packet, pid *gadget.Field[uint32], values []uint32) error {
	if values[0] != 0 {
		return nil
	}
	added, err := packet.Append(1)
	if err != nil {
		return err
	}
	kit.Try("append").Done(pid.Set(added, values[len(values)-1]))
	return nil
}

func second() func(*gadget.Packet, *gadget.Field[uint32], []uint32) error {
	rows, before, rising := 0, uint32(0), true
	return func(packet *gadget.Packet, _ *gadget.Field[uint32], values []uint32) error {
		rows += packet.Len()
		for _, value := range values {
			rising = rising && value >= before
			before = value
		}
		if before == 9000 {
			kit.See("rows", rows)
			kit.See("they never fall", rising)
		}
		return nil
	}
}
