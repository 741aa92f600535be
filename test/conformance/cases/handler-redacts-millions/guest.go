package guest

import (
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		name, err := gadget.FieldOf(open, "name", gadget.Text)
		if err != nil {
			return err
		}
		rows, secrets := 0, 0
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			rows += packet.Len()
			err := name.Update(packet, func(path string) string {
				if !strings.HasPrefix(path, "/home/ann") {
					return path
				}
				secrets++
				return strings.Replace(path, "ann", "***", 1)
			})
			if rows == 2_007_040 {
				kit.See("rows", rows)
				kit.See("secrets", secrets)
			}
			return gadget.Keep, err
		})
	}}
}
