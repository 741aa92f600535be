package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			for _, name := range []string{"open", "exec"} {
				if err := watch(name); err != nil {
					return err
				}
			}
			return nil
		},
		Stop: func() error {
			gadget.Log(gadget.LevelInfo, "stop")
			return nil
		},
	}
}

func watch(name string) error {
	source, err := gadget.OpenSource(name)
	if err != nil {
		return err
	}
	pid, err := gadget.FieldOf(source, "pid", gadget.Uint32)
	if err != nil {
		return err
	}
	source.OnLoss(func(loss gadget.Loss) error {
		kit.See(name+" lost", kit.Word(strconv.FormatUint(uint64(loss.Rows), 10)+", "+loss.Cause.String()))
		return nil
	})
	return source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		kit.Try(name).Value(pid.Column(packet))
		return gadget.Keep, nil
	})
}
