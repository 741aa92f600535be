package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		state, err := gadget.OpenSource("state")
		if err != nil {
			return err
		}
		pid, err := gadget.FieldOf(state, "pid", gadget.Uint32)
		if err != nil {
			return err
		}
		name, err := gadget.FieldOf(state, "name", gadget.Text)
		if err != nil {
			return err
		}
		return state.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			pids, err := pid.Column(packet)
			kit.Try("column").Value(pids, err)
			if gadget.ParamOr("role", "") == "second" {
				kit.Try("names").Value(name.Column(packet))
				kit.Try("last").Value(name.Get(packet.Row(uint32(packet.Len() - 1))))
				return gadget.Keep, nil
			}
			return gadget.Keep, change(packet, pid, name, pids)
		})
	}}
}

func change(packet *gadget.Packet, pid *gadget.Field[uint32], name *gadget.Field[string], pids []uint32) error {
	var sum uint32
	for row := uint32(39_000); row < uint32(packet.Len()); row++ {
		value, err := pid.Get(packet.Row(row))
		if err != nil {
			return err
		}
		sum += value
	}
	kit.See("sum of the last thousand", sum)
	next := 0
	err := name.Update(packet, func(text string) string {
		next++
		return text + " " + strconv.Itoa(int(pids[next-1]))
	})
	if err != nil {
		return err
	}
	var odd []uint32
	for _, each := range pids {
		if each%2 == 1 {
			odd = append(odd, each)
		}
	}
	kit.Try("discard every second").Done(packet.DiscardMany(odd))
	return nil
}
