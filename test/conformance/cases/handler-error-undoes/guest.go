package guest

import (
	"errors"

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
		if gadget.ParamOr("role", "") == "first" {
			return first(open, pid)
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			kit.Try("column").Value(pid.Column(packet))
			kit.Try("is set").Value(pid.IsSetColumn(packet))
			return gadget.Keep, nil
		})
	}}
}

type guest struct {
	pid, n *gadget.Field[uint32]
	made   *gadget.Source
	calls  uint32
	ticks  uint32
	kept   *gadget.Packet
}

func first(open *gadget.Source, pid *gadget.Field[uint32]) (err error) {
	guest := &guest{pid: pid}
	if guest.made, err = gadget.CreateSource("made", gadget.Events); err != nil {
		return err
	}
	if guest.n, err = gadget.AddField(guest.made, "n", gadget.Uint32); err != nil {
		return err
	}
	return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		return gadget.Keep, guest.onPacket(packet)
	})
}

func (guest *guest) onPacket(packet *gadget.Packet) error {
	guest.calls++
	kit.See("call", guest.calls)
	if err := guest.change(packet); err != nil {
		return err
	}
	if err := guest.emit(guest.calls); err != nil || guest.calls > 1 {
		return err
	}
	if _, err := gadget.Every(1000, guest.onTick); err != nil {
		return err
	}
	return &gadget.Error{Code: gadget.CodeDenied, Text: "as it should be"}
}

func (guest *guest) change(packet *gadget.Packet) error {
	if err := guest.pid.Set(packet.Row(0), 9); err != nil {
		return err
	}
	if err := guest.pid.Unset(packet.Row(2)); err != nil {
		return err
	}
	if _, err := packet.Append(1); err != nil {
		return err
	}
	kit.Try("column").Value(guest.pid.Column(packet))
	if err := guest.pid.Set(packet.Row(3), 0); err != nil {
		return err
	}
	if err := packet.DiscardMany([]uint32{1, 2}); err != nil {
		return err
	}
	_, err := packet.Append(1)
	return err
}

func (guest *guest) onTick() (err error) {
	guest.ticks++
	kit.See("tick", guest.ticks)
	if guest.ticks > 1 {
		if err := guest.kept.Emit(); err != nil {
			return err
		}
		return guest.emit(102)
	}
	if guest.kept, err = guest.make(101); err != nil {
		return err
	}
	if err := guest.emit(100); err != nil {
		return err
	}
	return errors.New("as it should be")
}

func (guest *guest) make(value uint32) (*gadget.Packet, error) {
	packet, err := guest.made.NewPacket(1)
	if err != nil {
		return nil, err
	}
	return packet, guest.n.Set(packet.Row(0), value)
}

func (guest *guest) emit(value uint32) error {
	packet, err := guest.make(value)
	if err != nil {
		return err
	}
	return packet.Emit()
}
