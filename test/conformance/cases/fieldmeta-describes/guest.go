package guest

import (
	"strconv"
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
		fields, err := open.Fields()
		if err != nil {
			return err
		}
		for _, kind := range []gadget.Kind{gadget.KindText, gadget.KindBytes} {
			added, err := open.AddField("added "+kind.String(), kind)
			if err != nil {
				return err
			}
			fields = append(fields, added)
		}
		for _, field := range fields {
			// The SDK asks for the size of text and bytes alone.
			option := field.Raw().FixedSize()
			size := "none"
			if fixed, ok := option.Get(); ok {
				size = strconv.FormatUint(uint64(fixed), 10)
			}
			var notes []string
			for _, note := range field.Annotations() {
				notes = append(notes, note.Key+"="+note.Value)
			}
			kit.See(field.Name(), kit.Word(
				field.Kind().String()+", "+size+", "+quoted(field.Tags())+", "+quoted(notes)))
		}
		return nil
	}}
}

func quoted(texts []string) string {
	shown := make([]string, len(texts))
	for index, text := range texts {
		shown[index] = "\"" + text + "\""
	}
	return "[" + strings.Join(shown, ", ") + "]"
}
