package guest

import (
	"errors"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

type guest struct {
	pid   *gadget.Field[uint32]
	made  *gadget.Source
	n     *gadget.Field[uint32]
	state *gadget.Source
	kept  *gadget.Packet
}

func Hooks() gadget.Hooks {
	guest := &guest{}
	return gadget.Hooks{Init: func(gadget.InitInfo) error { return guest.init() }}
}

func (guest *guest) init() error {
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	if guest.pid, err = gadget.FieldOf(open, "pid", gadget.Uint32); err != nil {
		return err
	}
	if guest.made, err = gadget.CreateSource("made", gadget.Events); err != nil {
		return err
	}
	if guest.n, err = gadget.AddField(guest.made, "n", gadget.Uint32); err != nil {
		return err
	}
	if guest.state, err = gadget.CreateSource("state", gadget.Snapshots); err != nil {
		return err
	}
	steps := []func() error{guest.make, guest.goOn, guest.send, guest.dropAndGrow, guest.sendNothing, guest.forget}
	return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		pid, err := guest.pid.Get(packet.Row(0))
		if err != nil {
			return gadget.Keep, err
		}
		return gadget.Keep, steps[pid-1]()
	})
}

func (guest *guest) make() (err error) {
	if guest.kept, err = guest.made.NewPacket(2); err != nil {
		return err
	}
	kit.See("len", guest.kept.Len())
	kit.Try("is set").Value(guest.n.IsSet(guest.kept.Row(0)))
	return guest.n.Set(guest.kept.Row(0), 1)
}

func (guest *guest) goOn() error {
	if err := guest.n.Set(guest.kept.Row(1), 2); err != nil {
		return err
	}
	tryAppend("append", guest.kept, 1)
	return errors.New("as it should be")
}

func (guest *guest) send() error {
	kept := guest.kept
	kit.See("len", kept.Len())
	kit.Try("column").Value(guest.n.Column(kept))
	kit.Try("is set").Value(guest.n.IsSetColumn(kept))
	kit.Try("discard").Done(kept.Row(0).Discard())
	kit.Try("get").Value(guest.n.Get(kept.Row(0)))
	kit.See("len", kept.Len())
	kit.Try("emit").Done(kept.Emit())
	return nil
}

func (guest *guest) dropAndGrow() error {
	dropped, err := guest.made.NewPacket(1)
	if err != nil {
		return err
	}
	tryAppend("append too many", dropped, 65_537)
	tryAppend("append as many as there may be", dropped, 65_536)
	tryAppend("append one more", dropped, 1)
	dropped.Drop()
	empty, err := guest.made.NewPacket(0)
	if err != nil {
		return err
	}
	tryAppend("append to none", empty, 1)
	if err := guest.n.Set(empty.Row(0), 4); err != nil {
		return err
	}
	kit.Try("emit").Done(empty.Emit())
	return nil
}

func (guest *guest) sendNothing() error {
	gone, err := guest.made.NewPacket(2)
	if err != nil {
		return err
	}
	if err := gone.DiscardMany([]uint32{0, 1}); err != nil {
		return err
	}
	kit.Try("emit without live rows").Done(gone.Emit())
	nothing, err := guest.state.NewPacket(1)
	if err != nil {
		return err
	}
	if err := nothing.Row(0).Discard(); err != nil {
		return err
	}
	kit.Try("emit a state without live rows").Done(nothing.Emit())
	return nil
}

func (guest *guest) forget() (err error) {
	if guest.kept, err = guest.made.NewPacket(1); err != nil {
		return err
	}
	return guest.n.Set(guest.kept.Row(0), 6)
}

func tryAppend(label string, packet *gadget.Packet, rows uint32) {
	first, err := packet.Append(rows)
	kit.Try(label).Value(first.Index, err)
}
