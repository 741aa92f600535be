package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	var own *gadget.Source
	var pid *gadget.Field[uint32]
	// Made in Start, filled in the callback, emitted in Stop.
	var kept *gadget.Packet
	return gadget.Hooks{
		Init: func(gadget.InitInfo) (err error) {
			if own, err = gadget.CreateSource("own", gadget.Events); err != nil {
				return err
			}
			if pid, err = gadget.AddField(own, "pid", gadget.Uint32); err != nil {
				return err
			}
			kit.Try("in init").Unshown(own.NewPacket(1))
			open, err := gadget.OpenSource("open")
			if err != nil {
				return err
			}
			return open.Subscribe(func(*gadget.Packet) (gadget.Verdict, error) {
				kit.See("in on-packet", kept.Len())
				kit.Try("set").Done(pid.Set(kept.Row(1), 9))
				return gadget.Keep, nil
			})
		},
		Start: func() (err error) {
			open, err := gadget.OpenSource("open")
			if err != nil {
				return err
			}
			kit.Try("of the host's").Unshown(open.NewPacket(1))
			if kept, err = own.NewPacket(3); err != nil {
				return err
			}
			kit.See("3 rows", kept.Len())
			kit.Try("is set").Value(pid.IsSetColumn(kept))
			none, err := own.NewPacket(0)
			if err != nil {
				return err
			}
			kit.See("0 rows", none.Len())
			first, err := none.Append(2)
			kit.Try("append to it").Value(first.Index, err)
			kit.See("len", none.Len())
			large, err := own.NewPacket(1_048_576)
			if err != nil {
				return err
			}
			kit.See("1048576 rows", large.Len())
			kit.Try("1048577 rows").Unshown(own.NewPacket(1_048_577))
			kit.Try("4294967295 rows").Unshown(own.NewPacket(4_294_967_295))
			none.Drop()
			large.Drop()
			return makeMost(own)
		},
		Stop: func() error { return kept.Emit() },
	}
}

// makeMost makes as many as there may be: the kept one is one of them.
func makeMost(own *gadget.Source) error {
	var open []*gadget.Packet
	fill := func(label kit.Try) {
		for len(open) < 255 {
			packet, err := own.NewPacket(1)
			if err != nil {
				label.Done(err)
				return
			}
			open = append(open, packet)
		}
		label.Done(nil)
	}
	pop := func() *gadget.Packet {
		last := open[len(open)-1]
		open = open[:len(open)-1]
		return last
	}
	oneMore := func() { kit.Try("one more").Unshown(own.NewPacket(1)) }
	fill("256 open")
	oneMore()
	pop().Drop()
	fill("after one was dropped")
	oneMore()
	if err := pop().Emit(); err != nil {
		return err
	}
	fill("after one was emitted")
	oneMore()
	for len(open) > 0 {
		pop().Drop()
	}
	fill("all others dropped, 256 open")
	for len(open) > 0 {
		pop().Drop()
	}
	return nil
}
