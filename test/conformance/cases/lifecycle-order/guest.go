package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	calls := 0
	called := func(label string) func() error {
		return func() error {
			calls++
			kit.See(label, calls)
			return nil
		}
	}
	return gadget.Hooks{
		Init: func(info gadget.InitInfo) error {
			kit.See("init", info.Purpose)
			if _, err := gadget.Every(1000, called("tick")); err != nil {
				return err
			}
			if err := subscribe("open", called("open")); err != nil || gadget.ParamOr("role", "") != "first" {
				return err
			}
			return subscribe("other", called("other"))
		},
		Start: called("start"),
		Stop:  called("stop"),
	}
}

func subscribe(name string, called func() error) error {
	source, err := gadget.OpenSource(name)
	if err != nil {
		return err
	}
	return source.Subscribe(func(*gadget.Packet) (gadget.Verdict, error) { return gadget.Keep, called() })
}
