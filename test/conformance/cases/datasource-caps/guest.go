package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: declare, Start: makePackets}
}

func declare(gadget.InitInfo) error {
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	kit.Try("name of 6 bytes").Unshown(gadget.CreateSource("123456", gadget.Events))
	own, err := gadget.CreateSource("12345", gadget.Events)
	kit.Try("name of 5 bytes").Done(err)
	if err != nil {
		return err
	}
	kit.Try("third source").Unshown(gadget.CreateSource("third", gadget.Events))
	kit.Try("field name of 6 bytes").Unshown(open.AddField("123456", gadget.KindText))
	kit.Try("field name of 5 bytes").Unshown(open.AddField("12345", gadget.KindText))
	kit.Try("third field").Unshown(open.AddField("third", gadget.KindText))
	pid, err := open.Field("pid")
	if err != nil {
		return err
	}
	kit.Try("tag of 6 bytes").Done(pid.AddTag("123456"))
	kit.Try("tag of 5 bytes").Done(pid.AddTag("12345"))
	kit.Try("second tag").Done(pid.AddTag("other"))
	kit.See("tags", pid.Tags())
	kit.Try("key of 6 bytes").Done(pid.Annotate("123456", ""))
	kit.Try("note of 4 bytes").Done(pid.Annotate("12345", "1234"))
	kit.Try("note of 3 bytes").Done(pid.Annotate("12345", "123"))
	kit.Try("second note").Done(pid.Annotate("other", ""))
	notes := []string{}
	for _, note := range pid.Annotations() {
		notes = append(notes, note.Key+"="+note.Value)
	}
	kit.See("notes", notes)
	none := func(*gadget.Packet) (gadget.Verdict, error) { return gadget.Keep, nil }
	kit.Try("subscription").Done(open.Subscribe(none))
	kit.Try("second subscription").Done(own.Subscribe(none))
	kit.Try("timer").Unshown(gadget.Every(1000, func() error { return nil }))
	kit.Try("second timer").Unshown(gadget.Every(1000, func() error { return nil }))
	return nil
}

func makePackets() error {
	own, err := gadget.OpenSource("12345")
	if err != nil {
		return err
	}
	kit.Try("packet of 11 rows").Unshown(own.NewPacket(11))
	made, err := own.NewPacket(10)
	kit.Try("packet of 10 rows").Done(err)
	if err != nil {
		return err
	}
	kit.Try("second packet").Unshown(own.NewPacket(1))
	made.Drop()
	return nil
}
