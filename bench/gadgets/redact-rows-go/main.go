// Redact-rows redacts user names in the field filename, row by row.
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
	return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		for row := range packet.Rows() {
			path, err := filename.Get(row)
			if err != nil {
				return gadget.Keep, err
			}
			if err := filename.Set(row, redact(path)); err != nil {
				return gadget.Keep, err
			}
		}
		return gadget.Keep, nil
	})
}
