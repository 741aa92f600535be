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
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			tryAppend := func(label string, rows uint32) {
				first, err := packet.Append(rows)
				kit.Try(label).Value(first.Index, err)
			}
			kit.See("len", packet.Len())
			tryAppend("append 2", 2)
			kit.See("len", packet.Len())
			kit.Try("is set").Value(pid.IsSet(packet.Row(3)))
			kit.Try("get").Value(pid.Get(packet.Row(3)))
			tryAppend("append 0", 0)
			kit.Try("set").Done(pid.Set(packet.Row(3), 7))
			tryAppend("append too many", 65_535)
			tryAppend("append as many as there may be", 65_534)
			kit.See("len", packet.Len())
			tryAppend("append one more", 1)
			return gadget.Keep, nil
		})
	}}
}
