package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		states := 0
		for _, name := range []string{"open", "state"} {
			source, err := gadget.OpenSource(name)
			if err != nil {
				return err
			}
			pid, err := gadget.FieldOf(source, "pid", gadget.Uint32)
			if err != nil {
				return err
			}
			err = source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
				kit.See("len of "+name, packet.Len())
				if gadget.ParamOr("role", "") == "second" {
					return gadget.Keep, nil
				}
				if name == "state" {
					states++
					if states == 3 {
						first, err := packet.Append(2)
						kit.Try("append").Value(first.Index, err)
						return gadget.Keep, pid.Set(first, 7)
					}
				}
				if packet.Len() == 0 {
					kit.Try("column").Value(pid.Column(packet))
					kit.Try("get").Value(pid.Get(packet.Row(0)))
				}
				kit.Try("discard").Done(packet.Row(0).Discard())
				return gadget.Keep, nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	}}
}
