package guest

import (
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
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			for _, field := range fields {
				accessor := kit.AccessorOf(field.Name())
				set := func(label string, row uint32, value string) {
					kit.See(field.Name()+": "+label, accessor.Set(field, packet, row, value))
				}
				setColumn := func(label string, values ...string) {
					kit.See(field.Name()+": "+label, accessor.SetColumn(field, packet, values))
				}
				set("longest", 0, "ääää")
				set("too long", 0, "ääää.")
				set("the next", 1, "12345678")
				set("too many bytes", 2, "12345")
				set("as many as there may be", 2, "1234")
				set("less", 0, "1")
				set("more", 2, "12345")
				kit.Try(field.Name() + ": is set").Value(field.IsSetColumn(packet))
				setColumn("column too long", "", "", "123456789")
				setColumn("column too many", "ääää", "ääää", "12345")
				kit.See(field.Name()+": column", accessor.Column(field, packet))
				setColumn("fullest", "ääää", "ääää", "1234")
			}
			return gadget.Keep, nil
		})
	}}
}
