package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init:  declare,
		Start: func() error { return look("start") },
		Stop:  func() error { return look("stop") },
	}
}

func declare(gadget.InitInfo) error {
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	if err := look("init"); err != nil {
		return err
	}
	first := gadget.ParamOr("role", "") == "first"
	if err := open.SetHidden(first); err != nil {
		return err
	}
	if first {
		if err := hide(open, "shown", true); err != nil {
			return err
		}
		if err := hide(open, "hidden", false); err != nil {
			return err
		}
	}
	if err := look("set"); err != nil {
		return err
	}
	return open.Subscribe(func(*gadget.Packet) (gadget.Verdict, error) {
		return gadget.Keep, look("on-packet")
	})
}

func hide(source *gadget.Source, name string, hidden bool) error {
	field, err := source.Field(name)
	if err != nil {
		return err
	}
	return field.SetHidden(hidden)
}

func look(label string) error {
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	shown, err := open.Field("shown")
	if err != nil {
		return err
	}
	hidden, err := open.Field("hidden")
	if err != nil {
		return err
	}
	kit.See(label, "open "+kit.Shown(open.Hidden())+", shown "+kit.Shown(shown.Hidden())+
		", hidden "+kit.Shown(hidden.Hidden()))
	return nil
}
