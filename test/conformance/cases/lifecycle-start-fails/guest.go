package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

type guest struct {
	role string
	made *gadget.Source
}

func Hooks() gadget.Hooks {
	guest := &guest{role: gadget.ParamOr("role", "")}
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error { return guest.init() },
		Start: func() error {
			kit.See("start", nil)
			if guest.role == "second" {
				return &gadget.Error{Code: gadget.CodeNotFound, Text: "as it should be"}
			}
			return guest.emit()
		},
		Stop: func() error {
			kit.See("stop", nil)
			return guest.emit()
		},
	}
}

func (guest *guest) init() (err error) {
	kit.See("init", nil)
	if guest.role == "first" {
		guest.made, err = gadget.CreateSource("made", gadget.Events)
	} else {
		guest.made, err = gadget.OpenSource("made")
	}
	if err != nil {
		return err
	}
	return guest.made.Subscribe(func(*gadget.Packet) (gadget.Verdict, error) {
		kit.See("on-packet", nil)
		return gadget.Keep, nil
	})
}

func (guest *guest) emit() error {
	if guest.role != "first" {
		return nil
	}
	packet, err := guest.made.NewPacket(1)
	if err != nil {
		return err
	}
	return packet.Emit()
}
