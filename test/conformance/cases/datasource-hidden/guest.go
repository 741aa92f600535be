package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		if gadget.ParamOr("role", "") == "first" {
			for _, name := range []string{"hidden", "asked for", "not any more", "shown by second"} {
				if err := setHidden(name, true); err != nil {
					return err
				}
			}
			return setHidden("not any more", false)
		}
		if err := setHidden("shown by second", false); err != nil {
			return err
		}
		if err := setHidden("hidden by second", true); err != nil {
			return err
		}
		hidden, err := gadget.OpenSource("hidden")
		if err != nil {
			return err
		}
		pid, err := gadget.FieldOf(hidden, "pid", gadget.Uint32)
		if err != nil {
			return err
		}
		return hidden.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			kit.Try("got").Value(pid.Get(packet.Row(0)))
			return gadget.Keep, nil
		})
	}}
}

func setHidden(name string, hidden bool) error {
	source, err := gadget.OpenSource(name)
	if err != nil {
		return err
	}
	return source.SetHidden(hidden)
}
