package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

type guest struct {
	own *gadget.Source
	n   *gadget.Field[uint32]
}

func Hooks() gadget.Hooks {
	guest := &guest{}
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error { return guest.init() },
		Start: func() error {
			kit.Try("start, emit").Done(guest.emit(1))
			return nil
		},
		Stop: func() error {
			kit.Try("stop, emit").Done(guest.emit(2))
			return nil
		},
	}
}

func (guest *guest) init() (err error) {
	if guest.own, err = gadget.CreateSource(gadget.ParamOr("role", ""), gadget.Events); err != nil {
		return err
	}
	if guest.n, err = gadget.AddField(guest.own, "n", gadget.Uint32); err != nil {
		return err
	}
	for _, name := range gadget.SourceNames() {
		source, err := gadget.OpenSource(name)
		if err != nil {
			return err
		}
		n, err := gadget.FieldOf(source, "n", gadget.Uint32)
		if err != nil {
			return err
		}
		err = source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			kit.Try("of " + name).Value(n.Column(packet))
			return gadget.Keep, nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (guest *guest) emit(value uint32) error {
	packet, err := guest.own.NewPacket(1)
	if err != nil {
		return err
	}
	if err := guest.n.Set(packet.Row(0), value); err != nil {
		return err
	}
	return packet.Emit()
}
