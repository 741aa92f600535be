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
		for _, name := range []string{"wide", "small", "text", "fixed"} {
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
			answers := func(label, name string, field *gadget.AnyField, of kit.Packet, row uint32, values ...string) {
				kit.See(label, kit.Calls(kit.AccessorOf(name), field, of, row, values))
			}
			answers("expired", "s32", foreign, kept, 9, "1000", "1")
			answers("wrong source", "s32", foreign, packet, 9, "1000", "1")
			answers("wrong kind", "s32", fields["wide"], packet, 9, "1000", "1")
			answers("no such row", "s32", fields["small"], packet, 9, "1000", "1")
			answers("no such value", "s32", fields["small"], packet, 0, "1000")
			for _, name := range []string{"text", "bytes"} {
				answers("no such row of "+name, name, fields["text"], packet, 9, "too long", "1")
				answers("limit of "+name, name, fields["text"], packet, 0, "too long")
				answers("size of "+name, name, fields["fixed"], packet, 0, "too long")
			}
			return gadget.Keep, nil
		})
	}}
}
