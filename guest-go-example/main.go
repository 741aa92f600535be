// Redact hides user names in paths.
package main

import gadget "gadget-api/guest"

func init() {
	gadget.Register(gadget.Hooks{Init: declare})
}

func main() {}

func declare(gadget.InitInfo) error {
	name := gadget.ParamOr("from", "")
	if name == "" {
		name = firstSource()
	}
	source, err := gadget.OpenSource(name)
	if err != nil {
		return err
	}
	path, err := gadget.FieldOf(source, gadget.ParamOr("field", "filename"), gadget.Text)
	if err != nil {
		return err
	}
	return source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		return gadget.Keep, path.Update(packet, redact)
	})
}

func firstSource() string {
	if names := gadget.SourceNames(); len(names) > 0 {
		return names[0]
	}
	return "open"
}
