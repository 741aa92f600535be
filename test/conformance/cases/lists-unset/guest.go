package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		text, err := open.Field("text")
		if err != nil {
			return err
		}
		numbers, err := open.Field("numbers")
		if err != nil {
			return err
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			look(text, kit.ListAccessorOf("text"), packet)
			look(numbers, kit.ListAccessorOf("u32"), packet)
			return gadget.Keep, nil
		})
	}}
}

func look(field *gadget.AnyField, accessor kit.ListAccessor, packet *gadget.Packet) {
	name := field.Name()
	isSet := func() { kit.Try(name + " is set").Value(field.IsSetColumn(packet)) }
	isSet()
	kit.Try(name + " unset").Done(field.Unset(packet.Row(0)))
	kit.Try(name + " unset-many").Done(field.UnsetMany(packet, []uint32{3, 0}))
	isSet()
	for row := range uint32(2) {
		kit.See(name+" row "+strconv.Itoa(int(row)), accessor.Get(field, packet, row))
	}
	kit.See(name+" set to no elements", accessor.Set(field, packet, 0, nil))
	isSet()
	kit.Try(name + " unset-many of no row").Done(field.UnsetMany(packet, []uint32{0, 4}))
	kit.Try(name + " unset-many of none").Done(field.UnsetMany(packet, nil))
	isSet()
}
