package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

const most = 1024

func Hooks() gadget.Hooks {
	var own *gadget.Source
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			var err error
			if own, err = gadget.CreateSource("own", gadget.Events); err != nil {
				return err
			}
			for made := 0; made < most && err == nil; made++ {
				_, err = gadget.AddField(own, name(made), gadget.Uint32)
			}
			kit.Try("1024 fields").Done(err)
			kit.Try("one more").Unshown(gadget.AddField(own, name(most), gadget.Uint32))
			fields, err := own.Fields()
			if err != nil {
				return err
			}
			kit.See("fields", len(fields))
			kit.See("the last", kit.Word(fields[len(fields)-1].Name()))
			kit.Try("after it").Unshown(own.Field(name(most)))
			return nil
		},
		Start: func() error {
			packet, err := own.NewPacket(1)
			if err != nil {
				return err
			}
			for _, number := range []int{0, most - 1} {
				field, err := gadget.FieldOf(own, name(number), gadget.Uint32)
				if err != nil {
					return err
				}
				if err := field.Set(packet.Row(0), uint32(number)); err != nil {
					return err
				}
			}
			return packet.Emit()
		},
	}
}

func name(number int) string { return "f" + strconv.Itoa(number) }
