package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	if gadget.ParamOr("role", "") == "second" {
		return gadget.Hooks{Init: look}
	}
	return gadget.Hooks{Init: declare}
}

func look(gadget.InitInfo) error {
	kit.See("names", gadget.SourceNames())
	own, err := gadget.OpenSource("own")
	if err != nil {
		return err
	}
	fields, err := own.Fields()
	if err != nil {
		return err
	}
	names := []string{}
	for _, field := range fields {
		names = append(names, field.Name())
	}
	kit.See("fields of own", names)
	kit.See("tags", fields[0].Tags())
	return nil
}

func declare(gadget.InitInfo) error {
	own, err := gadget.CreateSource("own", gadget.Events)
	if err != nil {
		return err
	}
	text, err := own.AddField("text", gadget.KindText)
	if err != nil {
		return err
	}
	if err := text.AddTag("kept"); err != nil {
		return err
	}
	text.Raw().Drop()
	own.Raw().Drop()
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	defer open.Raw().Drop()
	pid, err := gadget.FieldOf(open, "pid", gadget.Uint32)
	if err != nil {
		return err
	}
	return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		kit.See("packets of open", packet.Len())
		kit.Try("a field when its source's handle is gone").Value(pid.Get(packet.Row(0)))
		return gadget.Keep, emitOwn()
	})
}

func emitOwn() error {
	own, err := gadget.OpenSource("own")
	if err != nil {
		return err
	}
	text, err := gadget.FieldOf(own, "text", gadget.Text)
	if err != nil {
		return err
	}
	packet, err := own.NewPacket(1)
	if err != nil {
		return err
	}
	own.Raw().Drop()
	if err := text.Set(packet.Row(0), "made"); err != nil {
		return err
	}
	kit.Try("in the packet").Value(text.Get(packet.Row(0)))
	text.Raw().Drop()
	kit.Try("after emitting").Done(packet.Emit())
	return nil
}
