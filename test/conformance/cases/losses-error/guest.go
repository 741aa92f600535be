package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init: declare,
		Stop: func() error {
			gadget.Log(gadget.LevelInfo, "stop")
			return nil
		},
	}
}

func declare(gadget.InitInfo) error {
	news, err := gadget.CreateSource("news", gadget.Events)
	if err != nil {
		return err
	}
	count, err := gadget.AddField(news, "rows", gadget.Uint32)
	if err != nil {
		return err
	}
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	pid, err := gadget.FieldOf(open, "pid", gadget.Uint32)
	if err != nil {
		return err
	}
	open.OnLoss(func(loss gadget.Loss) error {
		kit.See("lost", loss.Rows)
		packet, err := news.NewPacket(1)
		if err != nil {
			return err
		}
		if err := count.Set(packet.Row(0), loss.Rows); err != nil {
			return err
		}
		if err := packet.Emit(); err != nil {
			return err
		}
		if loss.Rows == 1 {
			return kit.ErrorOf("other", "no")
		}
		return nil
	})
	return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		kit.Try("open").Value(pid.Column(packet))
		return gadget.Keep, nil
	})
}
