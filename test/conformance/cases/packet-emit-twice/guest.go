package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	if gadget.ParamOr("role", "") == "second" {
		return gadget.Hooks{Init: func(gadget.InitInfo) error { return receive() }}
	}
	var made *gadget.Source
	var n *gadget.Field[uint32]
	return gadget.Hooks{
		Init: func(gadget.InitInfo) (err error) {
			if made, err = gadget.CreateSource("made", gadget.Events); err != nil {
				return err
			}
			n, err = gadget.AddField(made, "n", gadget.Uint32)
			return err
		},
		Start: func() error { return emit(made, n) },
	}
}

func receive() error {
	made, err := gadget.OpenSource("made")
	if err != nil {
		return err
	}
	n, err := gadget.FieldOf(made, "n", gadget.Uint32)
	if err != nil {
		return err
	}
	return made.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		emitTwice(packet, n)
		return gadget.Keep, nil
	})
}

func emit(made *gadget.Source, n *gadget.Field[uint32]) error {
	packet, err := made.NewPacket(1)
	if err != nil {
		return err
	}
	if err := n.Set(packet.Row(0), 1); err != nil {
		return err
	}
	emitTwice(packet, n)
	dropped, err := made.NewPacket(1)
	if err != nil {
		return err
	}
	dropped.Drop()
	dropped.Drop()
	kit.Try("dropped").Done(dropped.Emit())
	return nil
}

func emitTwice(packet *gadget.Packet, n *gadget.Field[uint32]) {
	row := packet.Row(0)
	kit.Try("emit").Done(packet.Emit())
	kit.Try("emit").Done(packet.Emit())
	first, err := packet.Append(1)
	kit.Try("append").Value(first.Index, err)
	kit.Try("discard").Done(row.Discard())
	kit.Try("discard several").Done(packet.DiscardMany([]uint32{0}))
	kit.Try("get").Value(n.Get(row))
	kit.Try("set").Done(n.Set(row, 2))
	kit.Try("column").Value(n.Column(packet))
}
