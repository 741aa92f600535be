package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	role := gadget.ParamOr("role", "")
	var own *gadget.Source
	return gadget.Hooks{
		Init: func(gadget.InitInfo) (err error) {
			own, err = gadget.CreateSource(role, gadget.Events)
			return err
		},
		Stop: func() error {
			packet, err := own.NewPacket(1)
			if err != nil {
				return err
			}
			kit.Try("emit").Done(packet.Emit())
			if role == "none" {
				return nil
			}
			return kit.ErrorOf(role, "as it should be")
		},
	}
}
