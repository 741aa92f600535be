package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

type end struct {
	source *gadget.Source
	n      *gadget.Field[uint32]
	seen   int
}

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		a, err := create("a")
		if err != nil {
			return err
		}
		b, err := create("b")
		if err != nil {
			return err
		}
		answer := func(from, to *end) error {
			return from.source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
				from.seen++
				n, err := from.n.Get(packet.Row(0))
				if err != nil {
					return gadget.Keep, err
				}
				if err := to.emit(n + 1); err != nil {
					kit.Try("caused by " + strconv.Itoa(int(n))).Done(err)
					kit.See("a", a.seen)
					kit.See("b", b.seen)
				}
				return gadget.Keep, nil
			})
		}
		if err := answer(a, b); err != nil {
			return err
		}
		if err := answer(b, a); err != nil {
			return err
		}
		_, err = gadget.Every(500, func() error { return a.emit(1) })
		return err
	}}
}

func create(name string) (*end, error) {
	source, err := gadget.CreateSource(name, gadget.Snapshots)
	if err != nil {
		return nil, err
	}
	n, err := gadget.AddField(source, "n", gadget.Uint32)
	return &end{source: source, n: n}, err
}

func (end *end) emit(value uint32) error {
	packet, err := end.source.NewPacket(1)
	if err != nil {
		return err
	}
	if err := end.n.Set(packet.Row(0), value); err != nil {
		return err
	}
	return packet.Emit()
}
