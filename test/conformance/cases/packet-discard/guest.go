package guest

import (
	"math"

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
			switch {
			case gadget.ParamOr("role", "") == "second":
				look(packet, pid)
			case packet.Len() == 2:
				kit.Try("all").Done(packet.DiscardMany([]uint32{1, 0}))
			default:
				return gadget.Keep, discard(packet, pid)
			}
			return gadget.Keep, nil
		})
	}}
}

func discard(packet *gadget.Packet, pid *gadget.Field[uint32]) error {
	kit.Try("first").Done(packet.Row(0).Discard())
	kit.Try("last").Done(packet.Row(5).Discard())
	kit.Try("twice").Done(packet.Row(0).Discard())
	kit.Try("behind the last").Done(packet.Row(6).Discard())
	kit.Try("far behind").Done(packet.Row(math.MaxUint32).Discard())
	kit.See("len", packet.Len())
	kit.Try("get").Value(pid.Get(packet.Row(5)))
	kit.Try("set").Done(pid.Set(packet.Row(5), 50))
	kit.Try("several").Done(packet.DiscardMany([]uint32{4, 3}))
	kit.Try("one twice").Done(packet.DiscardMany([]uint32{4, 0, 4}))
	kit.Try("none").Done(packet.DiscardMany(nil))
	kit.Try("one that is not there").Done(packet.DiscardMany([]uint32{2, 6, 1}))
	first, err := packet.Append(3)
	kit.Try("append").Value(first.Index, err)
	kit.Try("appended").Done(packet.Row(8).Discard())
	kit.Try("several appended").Done(packet.DiscardMany([]uint32{7, 8}))
	kit.See("len", packet.Len())
	kit.Try("column").Value(pid.Column(packet))
	return pid.Set(packet.Row(6), 60)
}

func look(packet *gadget.Packet, pid *gadget.Field[uint32]) {
	kit.See("len", packet.Len())
	kit.Try("column").Value(pid.Column(packet))
	kit.Try("last").Value(pid.Get(packet.Row(2)))
	kit.Try("behind the last").Value(pid.Get(packet.Row(3)))
}
