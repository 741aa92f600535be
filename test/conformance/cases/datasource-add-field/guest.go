package guest

import (
	"strconv"
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

// names are what is tried, and the name.
var names = [][2]string{
	{"a name that is there", "pid"},
	{"the same in other letters", "PID"},
	{"no name", ""},
	{"a dot", "."},
	{"dot first", ".b"},
	{"dot last", "b."},
	{"two dots", "b..c"},
	{"inside of nothing", "proc.name"},
	{"deeper", "proc.parent.name"},
	{"again", "proc.name"},
	{"inside of a field", "pid.x"},
	{"deep inside of a field", "pid.x.y"},
	{"inside of an added field", "proc.name.x"},
	{"above fields", "proc"},
	{"between fields", "proc.parent"},
	{"a dot of its own", `x\.y`},
	{"inside of x", "x.y"},
	{"above that", "x"},
	{"inside of what has a dot of its own", `x\.y.z`},
	{"a backslash", `back\\`},
	{"inside of what ends with a backslash", `back\\.in`},
	{"a backslash and a dot of their own", `back\\\.in`},
	{"nothing but a dot of its own", `\.`},
}

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		own, err := gadget.CreateSource("own", gadget.Events)
		if err != nil {
			return err
		}
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		if err := addKinds(own); err != nil {
			return err
		}
		if err := addKinds(open); err != nil {
			return err
		}
		kit.Try("a kind without a word").Unshown(open.AddField("list", gadget.KindOther))
		add := func(label, name string) { kit.Try(label).Unshown(gadget.AddField(open, name, gadget.Text)) }
		for _, each := range names {
			add(each[0], each[1])
		}
		add("256 bytes", strings.Repeat("ü", 128))
		add("257 bytes", strings.Repeat("x", 257))
		add("258 bytes in 129 characters", strings.Repeat("ü", 129))
		fields, err := open.Fields()
		if err != nil {
			return err
		}
		var shown []string
		var texts []*gadget.Field[string]
		for _, field := range fields {
			name := field.Name()
			shown = append(shown, short(name))
			if field.Kind() != gadget.KindText || strings.HasPrefix(name, "of ") || strings.HasPrefix(name, "ü") {
				continue
			}
			text, err := gadget.FieldOf(open, name, gadget.Text)
			if err != nil {
				return err
			}
			texts = append(texts, text)
		}
		kit.See("fields", kit.Word(strings.Join(shown, " | ")))
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			for _, text := range texts {
				if err := text.Set(packet.Row(0), "in "+text.Name()); err != nil {
					return gadget.Keep, err
				}
			}
			return gadget.Keep, nil
		})
	}}
}

func addKinds(source *gadget.Source) error {
	var added []string
	for kind := gadget.KindBoolean; kind < gadget.KindOther; kind++ {
		field, err := source.AddField("of "+kind.String(), kind)
		if err != nil {
			return err
		}
		added = append(added, field.Name()+" "+field.Kind().String())
	}
	kit.See(source.Name(), kit.Word(strings.Join(added, ", ")))
	return nil
}

func short(name string) string {
	if len(name) > 64 {
		return "of " + strconv.Itoa(len(name)) + " bytes"
	}
	return name
}
