package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

// listsFor is a list that fits, a longer one, one that fills the column up, and one more.
func listsFor(name string) (fits, long, rest, more []string) {
	switch name {
	case "s32", "u32":
		return []string{"1", "2", "3"}, []string{"1", "2", "3", "4"}, []string{"4", "5"}, []string{"6"}
	case "s64", "u64", "f64":
		return []string{"1"}, []string{"1", "2"}, []string{"3"}, []string{"4"}
	case "uint8":
		return repeated("1", 12), repeated("1", 13), repeated("2", 8), repeated("3", 5)
	}
	return []string{"12345678"}, []string{"12345678", "a"}, []string{"1234"}, []string{""}
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
	name := field.Name()
	fits, long, rest, more := listsFor(name)
	accessorName := name
	if name == "uint8" {
		accessorName = "u32"
	}
	accessor := kit.ListAccessorOf(accessorName)
	one := func(row uint32, list []string) kit.Word { return accessor.Set(field, packet, row, list) }
	all := func(lists ...[]string) kit.Word { return accessor.SetColumn(field, packet, lists) }
	kit.See(name, "fits "+one(0, fits)+", too long "+one(0, long)+
		", fills up "+one(1, rest)+", too much "+one(2, more))
	kit.See(name+" column", "too long "+all(long, nil, nil)+", too much "+all(fits, rest, more)+
		", as before "+accessor.Column(field, packet))
	kit.See(name+" column", "full "+all(fits, rest, nil)+", empty "+all(nil, nil, nil)+
		", full "+all(fits, rest, nil))
}

func repeated(element string, times int) []string {
	list := make([]string, times)
	for index := range list {
		list[index] = element
	}
	return list
}
