package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			both("init")
			for _, key := range []string{"TEXT", "empty", "ünï.🦀", "not declared", ""} {
				if value, ok := gadget.Param(key); ok {
					kit.See(key, value)
				} else {
					kit.See(key, kit.Word("none"))
				}
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
			_, err = gadget.Every(1000, func() error { return both("on-tick") })
			return err
		},
		Start: func() error { return both("start") },
		Stop:  func() error { return both("stop") },
	}
}

func both(phase string) error {
	var all []string
	for _, parameter := range gadget.Params() {
		all = append(all, parameter.Name+"="+parameter.Value)
	}
	kit.See(phase+" all", all)
	kit.See(phase+" text", gadget.ParamOr("text", ""))
	return nil
}
