package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	var made *gadget.Source
	return gadget.Hooks{
		Init: func(gadget.InitInfo) (err error) {
			if made, err = gadget.CreateSource("made", gadget.Snapshots); err != nil {
				return err
			}
			for _, name := range []string{"state", "open"} {
				if err := subscribe(name); err != nil {
					return err
				}
			}
			return nil
		},
		Start: func() error {
			kit.Try("make 9").Unshown(made.NewPacket(9))
			full, err := made.NewPacket(8)
			kit.Try("make 8").Done(err)
			tryAppend("append", full, 1)
			tryAppend("append none", full, 0)
			kit.Try("emit").Done(full.Emit())
			grown, err := made.NewPacket(3)
			kit.Try("make 3").Done(err)
			tryAppend("append", grown, 5)
			tryAppend("append", grown, 1)
			kit.Try("emit").Done(grown.Emit())
			return nil
		},
	}
}

func subscribe(name string) error {
	source, err := gadget.OpenSource(name)
	if err != nil {
		return err
	}
	return source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		for _, rows := range []uint32{6, 5, 1, 0} {
			tryAppend(name+", append "+strconv.Itoa(int(rows)), packet, rows)
		}
		kit.See(name+", len", packet.Len())
		return gadget.Keep, nil
	})
}

func tryAppend(label string, packet *gadget.Packet, rows uint32) {
	first, err := packet.Append(rows)
	kit.Try(label).Value(first.Index, err)
}
