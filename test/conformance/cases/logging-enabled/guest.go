package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
	"gadget-api/guest/internal/bindings/imports/gadget_api_logging"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		write("init")
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		return open.Subscribe(func(*gadget.Packet) (gadget.Verdict, error) {
			write("on-packet")
			return gadget.Keep, nil
		})
	}}
}

// write does not ask first.
func write(phase string) {
	var enabled []bool
	for level := gadget.LevelError; level <= gadget.LevelTrace; level++ {
		gadget_api_logging.Log(uint8(level), phase)
		enabled = append(enabled, gadget.LogEnabled(level))
	}
	kit.See("enabled", enabled)
}
