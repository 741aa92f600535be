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
		other, err := open.Field("other")
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
		var kept *kit.Kept
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			if kept == nil {
				for _, field := range fields {
					look(field, packet)
				}
				kept = kit.Keep(packet)
				return gadget.Keep, nil
			}
			kit.See("expired", kit.Answer(foreign.Raw().UnsetMany(kept.Raw(), []uint32{9})))
			kit.Try("wrong source").Done(foreign.UnsetMany(packet, []uint32{9}))
			kit.Try("wrong kind").Done(other.UnsetMany(packet, []uint32{9}))
			return gadget.Keep, nil
		})
	}}
}

func look(field *gadget.AnyField, packet *gadget.Packet) {
	unset := func(rows ...uint32) kit.Word { return kit.Answer(field.Raw().UnsetMany(packet.Raw(), rows)) }
	made := "rows " + unset(3, 0, 3) + ", no row " + unset(1, 5) + ", none " + unset()
	kit.See(field.Name(), made+", "+kit.Answer(field.Raw().ColumnIsSet(packet.Raw())))
}
