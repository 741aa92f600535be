package guest

import (
	"errors"
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: failInInit, Start: failInStart}
}

func failInInit(gadget.InitInfo) error {
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	pid, err := open.Field("pid")
	if err != nil {
		return err
	}
	own, err := gadget.CreateSource("own", gadget.Events)
	if err != nil {
		return err
	}
	for _, kind := range []gadget.Kind{gadget.KindUint32, gadget.KindUint8} {
		if _, err := own.AddField(kind.String(), kind); err != nil {
			return err
		}
	}
	none := func(*gadget.Packet) (gadget.Verdict, error) { return gadget.Keep, nil }
	if err := open.Subscribe(none); err != nil {
		return err
	}
	_, err = gadget.OpenSource("nope")
	seeText("open", err, "nope")
	_, err = open.Field("no pid")
	seeText("get-field", err, "no pid")
	_, err = gadget.CreateSource("open", gadget.Events)
	seeText("create", err, "open")
	_, err = open.AddField("pid", gadget.KindText)
	seeText("add-field", err, "pid")
	seeText("subscribe", open.Subscribe(none), "open")
	for _, tag := range []string{"a", "b", "c"} {
		if err := pid.AddTag(tag); err != nil {
			return err
		}
	}
	seeText("add-tag", pid.AddTag("d"), "3")
	_, err = gadget.Every(0, func() error { return nil })
	seeText("every", err, "0", "1", "4294967295")
	return nil
}

func failInStart() error {
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	own, err := gadget.OpenSource("own")
	if err != nil {
		return err
	}
	packet, err := own.NewPacket(5)
	if err != nil {
		return err
	}
	defer packet.Drop()
	pid, err := gadget.FieldOf(open, "pid", gadget.Uint32)
	if err != nil {
		return err
	}
	wide, err := gadget.FieldOf(own, "uint32", gadget.Uint32)
	if err != nil {
		return err
	}
	small, err := gadget.FieldOf(own, "uint8", gadget.Uint32)
	if err != nil {
		return err
	}
	_, err = gadget.CreateSource("late", gadget.Events)
	seeText("create", err, "start")
	_, err = open.NewPacket(1)
	seeText("new-packet", err, "open")
	_, err = pid.Get(packet.Row(0))
	seeText("get", err, "open", "own")
	_, err = wide.Get(packet.Row(7))
	seeText("get", err, "7", "5")
	seeText("set", small.Set(packet.Row(0), 256), "256", "uint8", "255")
	return nil
}

// seeText fails, and the text holds these parts.
func seeText(label string, err error, parts ...string) {
	var own *gadget.Error
	if !errors.As(err, &own) {
		kit.Try(label).Done(err)
		return
	}
	var held []string
	for _, part := range parts {
		if strings.Contains(own.Text, part) {
			held = append(held, part)
		}
	}
	kit.See(label, kit.Word(own.Code.String()+" with "+strings.Join(held, ", ")))
}
