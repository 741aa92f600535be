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
		exec, err := gadget.OpenSource("exec")
		if err != nil {
			return err
		}
		foreign, err := exec.Field("text")
		if err != nil {
			return err
		}
		fields := map[string]*gadget.AnyField{}
		for _, name := range []string{"wide", "small", "text", "no list"} {
			if fields[name], err = open.Field(name); err != nil {
				return err
			}
		}
		var kept *kit.Kept
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			if kept == nil {
				kept = kit.Keep(packet)
				return gadget.Keep, nil
			}
			answers := func(label, name string, field *gadget.AnyField, of kit.Packet, row uint32, lists ...[]string) {
				kit.See(label, kit.ListCalls(kit.ListAccessorOf(name), field, of, row, lists...))
			}
			tooLarge, one, tooLong := []string{"1000"}, []string{"1"}, []string{"too long"}
			ones := []string{"1", "1", "1", "1", "1", "1", "1", "1"}
			answers("expired", "s32", foreign, kept, 9, tooLarge, one)
			answers("wrong source", "s32", foreign, packet, 9, tooLarge, one)
			answers("wrong kind", "s32", fields["wide"], packet, 9, tooLarge, one)
			answers("no list", "s32", fields["no list"], packet, 9, tooLarge, one)
			answers("no such row", "s32", fields["small"], packet, 9, tooLarge, one)
			answers("no such value", "s32", fields["small"], packet, 0, tooLarge)
			answers("no such value of many", "s32", fields["small"], packet, 0, append(ones[:8:8], "1000"))
			answers("too many", "s32", fields["small"], packet, 0, append(ones[:8:8], "1"))
			for _, name := range []string{"text", "packed"} {
				answers("no such row of "+name, name, fields["text"], packet, 9, tooLong, one)
				answers("limit of "+name, name, fields["text"], packet, 0, tooLong)
			}
			return gadget.Keep, nil
		})
	}}
}
