package guest

import (
	"math"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

// wrong is what is wrong, ends, and the length of the data.
var wrong = []struct {
	label  string
	ends   []uint32
	length int
}{
	{"none, but data", nil, 3},
	{"falls", []uint32{2, 1, 3}, 3},
	{"falls at the end", []uint32{1, 4, 3}, 3},
	{"ends early", []uint32{1, 2, 2}, 3},
	{"ends late", []uint32{1, 2, 4}, 3},
	{"far away", []uint32{0, math.MaxUint32}, 3},
}

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
	name, row := field.Name(), packet.Row(0)
	set := func(label string, ends []uint32, data []byte) {
		kit.Try(name + " " + label).Done(field.SetPackedList(row, gadget.Packed{Ends: ends, Data: data}))
	}
	get := func() { kit.See(name, kit.ListAccessorOf("packed").Get(field, packet, 0)) }
	for _, each := range wrong {
		set(each.label, each.ends, make([]byte, each.length))
	}
	get()
	set("right", []uint32{0, 2}, []byte("xz"))
	get()
	set("of no elements", nil, nil)
	kit.Try(name + " is set").Value(field.IsSet(row))
	get()
}
