package guest

import (
	"strconv"
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	first := gadget.ParamOr("role", "") == "first"
	var pid *gadget.AnyField
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			open, err := gadget.OpenSource("open")
			if err != nil {
				return err
			}
			if pid, err = open.Field("pid"); err != nil {
				return err
			}
			if first {
				annotateFirst(pid)
				return nil
			}
			kit.See("notes", notesOf(pid))
			kit.Try("one more").Done(pid.Annotate("more", ""))
			kit.Try("a key that is there").Done(pid.Annotate("description", "second"))
			return nil
		},
		Start: func() error {
			if first {
				kit.See("notes", notesOf(pid))
			}
			return nil
		},
	}
}

func annotateFirst(pid *gadget.AnyField) {
	annotate := func(label, key, value string) { kit.Try(label).Done(pid.Annotate(key, value)) }
	annotate("new", "columns.width", "12")
	annotate("a key that is there", "description", "who")
	annotate("in other letters", "Unit", "bytes")
	annotate("any text", " \n🦀", "\x00=")
	annotate("empty value", "columns.width", "")
	kit.See("notes", notesOf(pid))
	annotate("empty key", "", "x")
	annotate("key of 256 bytes", strings.Repeat("ü", 128), "")
	annotate("key of 257 bytes", strings.Repeat("x", 257), "")
	annotate("key of 258 bytes in 129 characters", strings.Repeat("ü", 129), "")
	annotate("value of 4096 bytes", "long", strings.Repeat("x", 4096))
	annotate("value of 4097 bytes", "unit", strings.Repeat("x", 4097))
	annotate("value of 4098 bytes in 1366 characters", "unit", strings.Repeat("€", 1366))
	notes := notesOf(pid)
	kit.See("what failed calls left", []string{notes[1], notes[len(notes)-1]})
	var err error
	for there := len(notes); there < 64 && err == nil; there++ {
		err = pid.Annotate("key "+strconv.Itoa(there), "")
	}
	kit.Try("64 notes").Done(err)
	annotate("one more", "more", "")
	annotate("a key that is there", "description", "again")
	kit.See("notes", notesOf(pid))
}

func notesOf(field *gadget.AnyField) []string {
	var notes []string
	for _, note := range field.Annotations() {
		notes = append(notes, note.Key+"="+note.Value)
	}
	return notes
}
