package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

type guest struct {
	first bool
	made  *gadget.Source
	pid   *gadget.Field[uint32]
	n     *gadget.Field[uint32]
}

func Hooks() gadget.Hooks {
	guest := &guest{first: gadget.ParamOr("role", "") == "first"}
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
	if err := open.Subscribe(guest.onOpen); err != nil {
		return err
	}
	if err := guest.obtain(); err != nil {
		return err
	}
	if err := guest.made.Subscribe(guest.onMade); err != nil || !guest.first {
		return err
	}
	_, err = gadget.Every(1000, func() error {
		err := guest.emit(100)
		kit.Try("tick").Done(err)
		return err
	})
	return err
}

func (guest *guest) obtain() (err error) {
	if !guest.first {
		if guest.made, err = gadget.OpenSource("made"); err == nil {
			guest.n, err = gadget.FieldOf(guest.made, "n", gadget.Uint32)
		}
		return err
	}
	if guest.made, err = gadget.CreateSource("made", gadget.Snapshots); err == nil {
		guest.n, err = gadget.AddField(guest.made, "n", gadget.Uint32)
	}
	return err
}

func (guest *guest) onOpen(packet *gadget.Packet) (gadget.Verdict, error) {
	value, err := guest.pid.Get(packet.Row(0))
	kit.Try("open").Value(value, err)
	if !guest.first {
		return gadget.Keep, nil
	}
	if err := guest.emit(value*10 + 1); err != nil {
		return gadget.Keep, err
	}
	return gadget.Keep, guest.emit(value*10 + 2)
}

func (guest *guest) onMade(packet *gadget.Packet) (gadget.Verdict, error) {
	value, err := guest.n.Get(packet.Row(0))
	kit.Try("made").Value(value, err)
	if guest.first && value == 11 {
		return gadget.Keep, guest.emit(99)
	}
	return gadget.Keep, nil
}

func (guest *guest) emit(value uint32) error {
	packet, err := guest.made.NewPacket(1)
	if err != nil {
		return err
	}
	if err := guest.n.Set(packet.Row(0), value); err != nil {
		return err
	}
	return packet.Emit()
}
