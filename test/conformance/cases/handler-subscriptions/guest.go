package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
	"gadget-api/guest/internal/bindings/exports/export_gadget_api_handler"
	"gadget-api/guest/internal/bindings/imports/gadget_api_packet"
	"gadget-api/guest/internal/bindings/imports/gadget_api_types"
	"gadget-api/guest/internal/wit/types"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		made, err := gadget.CreateSource("made", gadget.Events)
		if err != nil {
			return err
		}
		a, err := gadget.OpenSource("a")
		if err != nil {
			return err
		}
		b, err := gadget.OpenSource("b")
		if err != nil {
			return err
		}
		subscribe("made", made)
		subscribe("made again", made)
		subscribe("b", b)
		subscribe("b again", b)
		subscribe("a", a)
		receive(made)
		return nil
	}}
}

// subscribe shows the number, which the SDK keeps to itself.
func subscribe(label string, source *gadget.Source) {
	kit.See(label, kit.Answer(source.Raw().Subscribe()))
}

// receive is called in the SDK's place, which knows nothing of these subscriptions.
func receive(made *gadget.Source) {
	export_gadget_api_handler.OnPacket = func(
		subscription uint32,
		packet *gadget_api_packet.Packet,
	) export_gadget_api_handler.Result {
		defer packet.Drop()
		kit.See(strconv.Itoa(int(subscription))+", len", packet.Len())
		if subscription == 2 {
			if err := emit(made, packet.Len()); err != nil {
				return types.Err[uint8](gadget_api_types.MakeApiErrorOther(err.Error()))
			}
		}
		return types.Ok[uint8, gadget_api_types.ApiError](uint8(gadget.Keep))
	}
}

func emit(made *gadget.Source, rows uint32) error {
	packet, err := made.NewPacket(rows)
	if err != nil {
		return err
	}
	return packet.Emit()
}
