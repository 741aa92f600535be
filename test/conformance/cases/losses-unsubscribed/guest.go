package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	sources := map[string]*gadget.Source{}
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			for _, name := range []string{"a", "b", "c"} {
				if err := watch(name, sources); err != nil {
					return err
				}
			}
			return nil
		},
		Stop: func() error {
			gadget.Log(gadget.LevelInfo, "stop")
			return nil
		},
	}
}

func watch(name string, sources map[string]*gadget.Source) error {
	source, err := gadget.OpenSource(name)
	if err != nil {
		return err
	}
	sources[name] = source
	pid, err := gadget.FieldOf(source, "pid", gadget.Uint32)
	if err != nil {
		return err
	}
	source.OnLoss(func(loss gadget.Loss) error {
		kit.See(name+" lost", loss.Rows)
		if name == "a" {
			source.Unsubscribe()
		}
		return nil
	})
	return source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		kit.Try(name).Value(pid.Column(packet))
		if name == "c" {
			sources["b"].Unsubscribe()
		}
		return gadget.Keep, nil
	})
}
