package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			kit.See("init", nil)
			if gadget.ParamOr("role", "") == "second" {
				return &gadget.Error{Code: gadget.CodeDenied, Text: "as it should be"}
			}
			return nil
		},
		Start: func() error {
			kit.See("start", nil)
			return nil
		},
		Stop: func() error {
			kit.See("stop", nil)
			return nil
		},
	}
}
