package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		names := []string{"own", "b"}
		if gadget.ParamOr("role", "") == "first" {
			if _, err := gadget.CreateSource("own", gadget.Events); err != nil {
				return err
			}
			names = []string{"b", "a", "b again", "own", "own again"}
		}
		for _, name := range names {
			if err := subscribe(name); err != nil {
				return err
			}
		}
		never, err := gadget.OpenSource("never pushed")
		if err != nil {
			return err
		}
		kit.See("number of the next", kit.Answer(never.Raw().Subscribe()))
		return nil
	}}
}

// subscribe goes through a handle of its own, which is then dropped: the subscription stays.
func subscribe(label string) error {
	name := label
	if len(label) > len(" again") {
		name = label[:len(label)-len(" again")]
	}
	source, err := gadget.OpenSource(name)
	if err != nil {
		return err
	}
	kit.Try(label).Done(source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		gadget.Log(gadget.LevelInfo, "packet of "+name+", "+strconv.Itoa(packet.Len())+" rows")
		if name == "a" {
			return gadget.Keep, emitOwn()
		}
		return gadget.Keep, nil
	}))
	source.Raw().Drop()
	return nil
}

func emitOwn() error {
	own, err := gadget.OpenSource("own")
	if err != nil {
		return err
	}
	packet, err := own.NewPacket(2)
	if err != nil {
		return err
	}
	return packet.Emit()
}
