package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
	"gadget-api/guest/internal/bindings/imports/gadget_api_packet"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		pid, err := open.Field("pid")
		if err != nil {
			return err
		}
		var kept *kit.Kept
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			if kept != nil {
				use(kept, pid)
			}
			kept = kit.Keep(packet)
			return gadget.Keep, nil
		})
	}}
}

func use(kept *kit.Kept, pid *gadget.AnyField) {
	packet := kept.Raw()
	kit.See("len", packet.Len())
	kit.See("append", kit.Answer(packet.Append(1)))
	kit.See("append none", kit.Answer(packet.Append(0)))
	kit.See("discard", kit.Answer(packet.Discard(0)))
	kit.See("discard far behind", kit.Answer(packet.Discard(1000)))
	kit.See("discard several", kit.Answer(packet.DiscardMany([]uint32{0, 1})))
	kit.See("discard none", kit.Answer(packet.DiscardMany(nil)))
	kit.See("get", kit.Answer(pid.Raw().GetU32(packet, 0)))
	open := gadget.Handles().Open
	kit.See("emit", kit.Answer(gadget_api_packet.PacketEmit(packet)))
	kit.See("handles given back", open-gadget.Handles().Open)
}
