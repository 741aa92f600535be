package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	if gadget.ParamOr("role", "") == "first" {
		return first()
	}
	return second()
}

type made struct {
	source *gadget.Source
	n      *gadget.Field[uint32]
}

func first() gadget.Hooks {
	var sources []made
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			for _, delivery := range []gadget.Delivery{gadget.Events, gadget.Snapshots} {
				name := "news"
				if delivery == gadget.Snapshots {
					name = "state"
				}
				source, err := gadget.CreateSource(name, delivery)
				if err != nil {
					return err
				}
				n, err := gadget.AddField(source, "n", gadget.Uint32)
				if err != nil {
					return err
				}
				sources = append(sources, made{source, n})
			}
			return nil
		},
		Start: func() error {
			for _, rows := range []uint32{0, 1, 8192, 65_537} {
				for _, made := range sources {
					if err := made.emit(rows); err != nil {
						return err
					}
				}
			}
			return nil
		},
	}
}

func (made made) emit(rows uint32) error {
	packet, err := made.source.NewPacket(rows)
	if err != nil {
		return err
	}
	kit.See("len", packet.Len())
	values := make([]uint32, rows)
	for row := range values {
		values[row] = uint32(row)
	}
	if err := made.n.SetColumn(packet, values); err != nil {
		return err
	}
	return packet.Emit()
}

func second() gadget.Hooks {
	var next uint32
	events, longest, shortest, inOrder := 0, 0, 1, true
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			err := columns("news", func(values []uint32) {
				events += len(values)
				longest = max(longest, len(values))
				shortest = min(shortest, len(values))
				for _, value := range values {
					// Each of those that were emitted counts from 0.
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
			kit.See("none is empty", shortest > 0)
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
	n, err := gadget.FieldOf(source, "n", gadget.Uint32)
	if err != nil {
		return err
	}
	return source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		values, err := n.Column(packet)
		each(values)
		return gadget.Keep, err
	})
}
