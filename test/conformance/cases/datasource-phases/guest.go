package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			if _, err := gadget.CreateSource("own", gadget.Events); err != nil {
				return err
			}
			open, err := gadget.OpenSource("open")
			if err != nil {
				return err
			}
			err = open.Subscribe(func(*gadget.Packet) (gadget.Verdict, error) {
				return gadget.Keep, both("on-packet")
			})
			if err != nil {
				return err
			}
			if _, err := gadget.Every(1000, func() error { return both("on-tick") }); err != nil {
				return err
			}
			return look("init")
		},
		Start: func() error { return both("start") },
		Stop:  func() error { return both("stop") },
	}
}

func both(phase string) error {
	if err := look(phase); err != nil {
		return err
	}
	return declare(phase)
}

func look(phase string) error {
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	pid, err := open.Field("PID")
	if err != nil {
		return err
	}
	kit.See(phase+" names", gadget.SourceNames())
	kit.See(phase+" sees", kit.Word(
		"\""+open.Name()+"\" "+open.Delivery().String()+", \""+pid.Name()+"\" "+pid.Kind().String()))
	fields, err := open.Fields()
	if err != nil {
		return err
	}
	names := make([]string, len(fields))
	for index, field := range fields {
		names[index] = field.Name()
	}
	kit.See(phase+" fields", names)
	kit.See(phase+" tags", pid.Tags())
	notes := []string{}
	for _, note := range pid.Annotations() {
		notes = append(notes, note.Key+"="+note.Value)
	}
	kit.See(phase+" annotations", notes)
	return nil
}

func declare(phase string) error {
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	own, err := gadget.OpenSource("own")
	if err != nil {
		return err
	}
	pid, err := open.Field("pid")
	if err != nil {
		return err
	}
	none := func(*gadget.Packet) (gadget.Verdict, error) { return gadget.Keep, nil }
	kit.Try(phase + " create").Unshown(gadget.CreateSource("late", gadget.Events))
	kit.Try(phase + " add-field").Unshown(open.AddField("late", gadget.KindText))
	kit.Try(phase + " hide source").Done(open.SetHidden(true))
	kit.Try(phase + " subscribe").Done(open.Subscribe(none))
	kit.Try(phase + " subscribe to another").Done(own.Subscribe(none))
	kit.Try(phase + " add-tag").Done(pid.AddTag("late"))
	kit.Try(phase + " annotate").Done(pid.Annotate("description", "late"))
	kit.Try(phase + " hide field").Done(pid.SetHidden(true))
	return nil
}
