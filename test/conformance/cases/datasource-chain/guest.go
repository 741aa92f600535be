package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	if gadget.ParamOr("role", "") == "first" {
		return gadget.Hooks{Init: createOwn, Start: emitOwn}
	}
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			kit.Try("create the first's").Unshown(gadget.CreateSource("own", gadget.Events))
			if err := addNote("own"); err != nil {
				return err
			}
			return addNote("open")
		},
		Start: func() error {
			own, err := gadget.OpenSource("own")
			if err != nil {
				return err
			}
			open, err := gadget.OpenSource("open")
			if err != nil {
				return err
			}
			kit.Try("a packet of the first's").Unshown(own.NewPacket(1))
			kit.Try("a packet of the host's").Unshown(open.NewPacket(1))
			return nil
		},
	}
}

func createOwn(gadget.InitInfo) error {
	own, err := gadget.CreateSource("own", gadget.Events)
	if err != nil {
		return err
	}
	if _, err := gadget.AddField(own, "pid", gadget.Uint32); err != nil {
		return err
	}
	return tryNote()
}

func tryNote() error {
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	kit.Try("field of second").Unshown(open.Field("note"))
	return nil
}

func emitOwn() error {
	if err := tryNote(); err != nil {
		return err
	}
	own, err := gadget.OpenSource("own")
	if err != nil {
		return err
	}
	note, err := gadget.FieldOf(own, "note", gadget.Text)
	if err != nil {
		return err
	}
	pid, err := gadget.FieldOf(own, "pid", gadget.Uint32)
	if err != nil {
		return err
	}
	packet, err := own.NewPacket(2)
	if err != nil {
		return err
	}
	kit.Try("in its packet").Value(note.IsSetColumn(packet))
	kit.Try("set").Done(note.Set(packet.Row(0), "first"))
	if err := pid.Set(packet.Row(0), 7); err != nil {
		return err
	}
	return packet.Emit()
}

func addNote(name string) error {
	source, err := gadget.OpenSource(name)
	if err != nil {
		return err
	}
	note, err := gadget.AddField(source, "note", gadget.Text)
	if err != nil {
		return err
	}
	return source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		kit.Try("note").Value(note.Column(packet))
		kit.Try("is set").Value(note.IsSetColumn(packet))
		return gadget.Keep, note.Set(packet.Row(1), "second")
	})
}
