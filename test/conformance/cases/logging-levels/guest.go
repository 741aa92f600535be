package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
	"gadget-api/guest/internal/bindings/imports/gadget_api_logging"
)

var levels = []gadget.LogLevel{
	gadget.LevelError, gadget.LevelWarn, gadget.LevelInfo, gadget.LevelDebug, gadget.LevelTrace,
}

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			for _, level := range levels {
				gadget.Log(level, "a line")
			}
			for _, level := range levels {
				gadget_api_logging.Log(uint8(level), "again")
			}
			kit.See("enabled", enabled())
			return nil
		},
		Stop: func() error {
			kit.See("in stop", enabled())
			return nil
		},
	}
}

func enabled() []bool {
	var enabled []bool
	for _, level := range levels {
		enabled = append(enabled, gadget.LogEnabled(level))
	}
	return enabled
}
