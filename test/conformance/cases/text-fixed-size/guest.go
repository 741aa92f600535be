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
		name, err := gadget.FieldOf(open, "text", gadget.Text)
		if err != nil {
			return err
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			size, _ := name.FixedSize()
			kit.See("fixed size", size)
			show(fields, name, packet)
			kit.Try("update").Done(name.Update(packet, func(value string) string {
				if value == "12345678" {
					return "new"
				}
				return value
			}))
			show(fields, name, packet)
			kit.Try("is set").Value(name.IsSetColumn(packet))
			kit.Try("update too long").Done(name.Update(packet, func(value string) string { return value + "678901" }))
			kit.Try("update with a NUL").Done(name.Update(packet, func(string) string { return "a\x00b" }))
			write(fields, packet)
			show(fields, name, packet)
			return gadget.Keep, nil
		})
	}}
}

func show(fields []*gadget.AnyField, name *gadget.Field[string], packet *gadget.Packet) {
	kit.Try("text").Value(name.Column(packet))
	var texts []string
	for row := range packet.Rows() {
		value, err := name.Get(row)
		if err != nil {
			panic(err)
		}
		texts = append(texts, value)
	}
	kit.See("texts", texts)
	bytes := kit.AccessorOf("bytes")
	for _, field := range fields {
		kit.See(field.Name()+" stored", bytes.Column(field, packet))
		kit.See(field.Name()+" of row 0", bytes.Get(field, packet, 0))
	}
}

func write(fields []*gadget.AnyField, packet *gadget.Packet) {
	text, bytes := kit.AccessorOf("text"), kit.AccessorOf("bytes")
	for _, value := range []string{"xyz", "", "ääää", "ääää.", "123456789", "a\x00b", "a\x00"} {
		kit.See("set text", text.Set(fields[0], packet, 0, value))
	}
	kit.See("get text", text.Get(fields[0], packet, 0))
	for _, field := range fields {
		for _, value := range []string{"xyz", "", "123456789", "a\x00b\x00\x00\x00\x00\x00\x00", "a\x00b"} {
			kit.See("set bytes of "+field.Name(), bytes.Set(field, packet, 0, value))
		}
	}
	kit.See("get text", text.Get(fields[0], packet, 0))
	for _, last := range []string{"123456789", "a\x00b", "12345678"} {
		kit.See("set texts", text.SetColumn(fields[0], packet, []string{"1", "", "3", last}))
		kit.See("texts", text.Column(fields[0], packet))
	}
	for _, last := range []string{"123456789", "a\x00b"} {
		for _, field := range fields {
			kit.See("set block of "+field.Name(), bytes.SetColumn(field, packet, []string{"4", "", "12345678", last}))
		}
	}
}
