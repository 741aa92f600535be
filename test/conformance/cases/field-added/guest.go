package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		pid, err := gadget.FieldOf(open, "pid", gadget.Uint32)
		if err != nil {
			return err
		}
		note, err := gadget.AddField(open, "note", gadget.Text)
		if err != nil {
			return err
		}
		twice, err := gadget.AddField(open, "twice", gadget.Uint64)
		if err != nil {
			return err
		}
		never, err := gadget.AddField(open, "never", gadget.Boolean)
		if err != nil {
			return err
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			kit.Try("is set").Value(note.IsSetColumn(packet))
			kit.Try("column").Value(note.Column(packet))
			kit.Try("get").Value(note.Get(packet.Row(1)))
			if err := note.Set(packet.Row(1), "second"); err != nil {
				return gadget.Keep, err
			}
			pids, err := pid.Column(packet)
			if err != nil {
				return gadget.Keep, err
			}
			doubled := make([]uint64, len(pids))
			for row, pid := range pids {
				doubled[row] = uint64(pid) * 2
			}
			kit.Try("set").Done(twice.SetColumn(packet, doubled))
			kit.Try("note").Value(note.IsSetColumn(packet))
			kit.Try("twice").Value(twice.Column(packet))
			kit.Try("never").Value(never.IsSetColumn(packet))
			return gadget.Keep, nil
		})
	}}
}
