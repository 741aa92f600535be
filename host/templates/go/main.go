// Hides user names in paths.
package main

import gadget "gadget-api/guest"

func init() {
	gadget.Register(gadget.Hooks{Init: declare})
}

func main() {}

func declare(gadget.InitInfo) error {
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	filename, err := gadget.FieldOf(open, "filename", gadget.Text)
	if err != nil {
		return err
	}
	mask := gadget.ParamOr("mask", "***")

	return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		return gadget.Keep, filename.Update(packet, func(path string) string {
			return hideUser(path, mask)
		})
	})
}
