package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

var right = [][]string{{"3"}, {}, {"4", "5"}}

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
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			for _, field := range fields {
				look(field, packet)
			}
			return gadget.Keep, nil
		})
	}}
}

func look(field *gadget.AnyField, packet *gadget.Packet) {
	name := field.Name()
	accessor := kit.ListAccessorOf(name)
	isSet := func() { kit.Try(name + " is set").Value(field.IsSetColumn(packet)) }
	column := func() { kit.See(name+" column", accessor.Column(field, packet)) }
	set := func(what string, lists [][]string) { kit.See(name+" "+what, accessor.SetColumn(field, packet, lists)) }
	column()
	isSet()
	set("too few", right[:2])
	set("too many", [][]string{{"3"}, {}, {"4", "5"}, {}})
	isSet()
	set("set", right)
	isSet()
	column()
	kit.See(name+" of row 2", accessor.Get(field, packet, 2))
	kit.See(name+" of no row", "get "+accessor.Get(field, packet, 3)+
		", set "+accessor.Set(field, packet, 3, []string{"1"}))
	set("all empty", [][]string{{}, {}, {}})
	column()
	set("set", right)
}
