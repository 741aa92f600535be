package guest

import (
	"math"
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
		fields, err := open.Fields()
		if err != nil {
			return err
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			answers := func(row uint32) {
				for _, field := range fields {
					label := field.Name() + " of " + strconv.FormatUint(uint64(row), 10)
					kit.See(label, kit.Calls(kit.AccessorOf(field.Name()), field, packet, row, []string{"1", "1"}))
				}
			}
			answers(1)
			answers(math.MaxUint32)
			if _, err := packet.Append(1); err != nil {
				return gadget.Keep, err
			}
			answers(1)
			return gadget.Keep, nil
		})
	}}
}
