package guest

import (
	"strconv"
	"strings"

	gadget "gadget-api/guest"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		own, tick, interval, err := declare()
		if err != nil {
			return err
		}
		err = own.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			var values []string
			for row := range packet.Rows() {
				value, err := shown(tick, row)
				if err != nil {
					return gadget.Keep, err
				}
				values = append(values, value)
			}
			info("packet of " + strconv.Itoa(packet.Len()) + " rows: " + strings.Join(values, " "))
			return gadget.Keep, nil
		})
		if err != nil {
			return err
		}
		ticks := uint32(0)
		_, err = gadget.Every(interval, func() error {
			info("tick at " + strconv.FormatUint(gadget.MonotonicClock()/1_000_000, 10))
			if interval == 150 {
				return nil
			}
			ticks++
			return emit(own, tick, ticks)
		})
		return err
	}}
}

func declare() (own *gadget.Source, tick *gadget.Field[uint32], interval uint32, err error) {
	if gadget.ParamOr("role", "") == "first" {
		if own, err = gadget.CreateSource("own", gadget.Snapshots); err != nil {
			return own, nil, 0, err
		}
		tick, err = gadget.AddField(own, "tick", gadget.Uint32)
		return own, tick, 100, err
	}
	if own, err = gadget.OpenSource("own"); err != nil {
		return own, nil, 0, err
	}
	tick, err = gadget.FieldOf(own, "tick", gadget.Uint32)
	return own, tick, 150, err
}

// emit sends as many rows as there were ticks; after the second tick, also a state without rows.
func emit(own *gadget.Source, tick *gadget.Field[uint32], ticks uint32) error {
	packet, err := own.NewPacket(ticks)
	if err != nil {
		return err
	}
	if err := tick.Set(packet.Row(0), ticks); err != nil {
		return err
	}
	if err := packet.Emit(); err != nil || ticks != 2 {
		return err
	}
	none, err := own.NewPacket(0)
	if err != nil {
		return err
	}
	return none.Emit()
}

func shown(tick *gadget.Field[uint32], row gadget.Row) (string, error) {
	set, err := tick.IsSet(row)
	if err != nil || !set {
		return "", err
	}
	value, err := tick.Get(row)
	return strconv.FormatUint(uint64(value), 10), err
}

func info(line string) { gadget.Log(gadget.LevelInfo, line) }
