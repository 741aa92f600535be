package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	var next uint32
	events, longest, inOrder := 0, 0, true
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			err := columns("open", func(values []uint32) {
				events += len(values)
				longest = max(longest, len(values))
				for _, value := range values {
					// Each of those that were pushed counts from 0.
					inOrder = inOrder && (value == 0 || value == next)
					next = value + 1
				}
			})
			if err != nil {
				return err
			}
			return columns("state", func(values []uint32) { kit.See("state", values) })
		},
		Stop: func() error {
			kit.See("events", events)
			kit.See("in order", inOrder)
			kit.See("none has more than 8192", longest <= 8192)
			return nil
		},
	}
}

// columns calls back with each column of the source's only field.
func columns(name string, each func(values []uint32)) error {
	source, err := gadget.OpenSource(name)
	if err != nil {
		return err
	}
	pid, err := gadget.FieldOf(source, "pid", gadget.Uint32)
	if err != nil {
		return err
	}
	return source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		values, err := pid.Column(packet)
		each(values)
		return gadget.Keep, err
	})
}
