package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init: initialise,
		Stop: func() error {
			kit.See("stop", nil)
			return nil
		},
	}
}

func initialise(gadget.InitInfo) error {
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	pid, err := gadget.FieldOf(open, "pid", gadget.Uint32)
	if err != nil {
		return err
	}
	_, err = gadget.Every(1000, func() error {
		kit.See("tick", nil)
		return nil
	})
	if err != nil {
		return err
	}
	return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		values, err := pid.Column(packet)
		kit.Try("open").Value(values, err)
		if gadget.ParamOr("role", "") == "second" && values[0] == 2 {
			return gadget.Keep, &gadget.Error{Code: gadget.CodeNotFound, Text: "as it should be"}
		}
		return gadget.Keep, nil
	})
}
