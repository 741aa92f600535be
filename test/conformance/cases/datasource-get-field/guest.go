package guest

import (
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

var names = []string{
	"name", "Name", "NAME", "nAME", "COMM", "proc.pid", "PROC.PID", "proc", "pid", ".pid",
	`dots\.in.a\.name`, `Dots\.In.A\.Name`, "dots.in.a.name", "Ärger", "ÄRGER", "ärger",
	"Kelvin", "\u212aelvin", "LIST", "", "comm ",
}

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		for _, name := range names {
			get(name, open, name)
		}
		get("of 257 bytes", open, strings.Repeat("x", 257))
		another, err := open.Field("comm")
		if err != nil {
			return err
		}
		another.Raw().Drop()
		get("after another handle was dropped", open, "comm")
		return nil
	}}
}

func get(label string, source *gadget.Source, name string) {
	field, err := source.Field(name)
	if err != nil {
		kit.Try(label).Done(err)
		return
	}
	kit.See(label, kit.Word(field.Name()+" "+field.Kind().String()))
}
