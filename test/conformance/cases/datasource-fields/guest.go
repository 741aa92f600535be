package guest

import (
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			empty, err := gadget.OpenSource("empty")
			if err != nil {
				return err
			}
			if gadget.ParamOr("role", "") == "first" {
				if err := seeFields("open"); err != nil {
					return err
				}
				if err := seeFields("empty"); err != nil {
					return err
				}
				if _, err := gadget.AddField(empty, "from first", gadget.Text); err != nil {
					return err
				}
				return seeFields("empty")
			}
			if err := seeFields("empty"); err != nil {
				return err
			}
			if _, err := gadget.AddField(empty, "a", gadget.Uint8); err != nil {
				return err
			}
			b, err := gadget.AddField(empty, "b", gadget.Bytes)
			if err != nil {
				return err
			}
			if err := b.SetHidden(true); err != nil {
				return err
			}
			return seeFields("empty")
		},
		Start: func() error { return seeFields("empty") },
	}
}

func seeFields(name string) error {
	source, err := gadget.OpenSource(name)
	if err != nil {
		return err
	}
	fields, err := source.Fields()
	if err != nil {
		return err
	}
	shown := make([]string, len(fields))
	for index, field := range fields {
		shown[index] = field.Name() + " " + field.Kind().String()
	}
	kit.See(name, kit.Word(strings.Join(shown, ", ")))
	return nil
}
