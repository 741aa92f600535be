package guest

import (
	"errors"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			kit.See("init", nil)
			return nil
		},
		Start: func() error {
			kit.See("start", nil)
			return errors.New("as it should be")
		},
		Stop: func() error {
			kit.See("stop", nil)
			return nil
		},
	}
}
