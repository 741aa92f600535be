package guest

import (
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

// values are around the ends of all kinds.
var values = []string{
	"0", "1", "2", "-1", "-128", "127", "-129", "128", "255", "256", "-32768", "32767", "-32769", "32768",
	"65535", "65536", "-2147483648", "2147483647", "-2147483649", "2147483648", "4294967295", "4294967296",
	"-9223372036854775808", "9223372036854775807", "18446744073709551615", "0.5", "1e39", "nan", "inf", "-inf",
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
				for _, accessor := range kit.ListAccessors {
					look(accessor, field, packet)
				}
			}
			return gadget.Keep, nil
		})
	}}
}

func look(accessor kit.ListAccessor, field *gadget.AnyField, packet *gadget.Packet) {
	if accessor.Set(field, packet, 0, []string{"1", "0"}) != "ok" {
		return
	}
	label := field.Name() + " as " + accessor.Name
	var refused []string
	for _, value := range values {
		if accessor.Takes([]string{value}) {
			refused = append(refused, refusal(accessor, field, packet, value)...)
		}
	}
	if len(refused) == 0 {
		refused = []string{"none"}
	}
	kit.See(label+", no", kit.Word(strings.Join(refused, ", ")))
	kit.See(label, accessor.Get(field, packet, 0))
}

// refusal is nothing for an element that is taken; the element for one that is not; and more if that was not as it should be.
func refusal(accessor kit.ListAccessor, field *gadget.AnyField, packet *gadget.Packet, value string) []string {
	list := []string{"1", value}
	one := accessor.Set(field, packet, 0, list)
	all := accessor.SetColumn(field, packet, [][]string{list})
	if one == "ok" && all == "ok" {
		accessor.Set(field, packet, 0, []string{"1", "0"})
		return nil
	}
	as := one + " " + all + " " + accessor.Get(field, packet, 0)
	if as == "out-of-range out-of-range [1, 0]" {
		return []string{value}
	}
	return []string{value + " " + string(as)}
}
