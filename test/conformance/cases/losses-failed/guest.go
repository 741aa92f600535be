package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		role := gadget.ParamOr("role", "")
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		pid, err := gadget.FieldOf(open, "pid", gadget.Uint32)
		if err != nil {
			return err
		}
		open.OnLoss(func(loss gadget.Loss) error {
			kit.See("lost", kit.Word(strconv.Itoa(int(loss.Rows))+", "+loss.Cause.String()))
			return nil
		})
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			first, err := pid.Get(packet.Row(0))
			if err != nil {
				return gadget.Keep, err
			}
			if role == "first" && first == 1 || role == "second" && first == 2 {
				kit.See("fails", packet.Len())
				return gadget.Keep, kit.ErrorOf("other", "no")
			}
			kit.See("gets", packet.Len())
			if role == "first" && first == 3 {
				return gadget.Keep, packet.Row(0).Discard()
			}
			return gadget.Keep, nil
		})
	}}
}
