package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

// Who is not reachable any more is dropped at some time.
var (
	sources []*gadget.Source
	fields  []*gadget.AnyField
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init:  declare,
		Start: makePackets,
		Stop: func() error {
			usage("at last")
			return nil
		},
	}
}

func declare(gadget.InitInfo) error {
	usage("at first")
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	own, err := gadget.CreateSource("own", gadget.Events)
	if err != nil {
		return err
	}
	sources = append(sources, open, own)
	pid, err := open.Field("pid")
	if err != nil {
		return err
	}
	added, err := open.AddField("added", gadget.KindUint8)
	if err != nil {
		return err
	}
	if err := open.Subscribe(onPacket); err != nil {
		return err
	}
	usage("opened, created, got, added")
	all, err := open.Fields()
	if err != nil {
		return err
	}
	fields = append(all, pid, added)
	usage("all fields")
	kit.Try("fields").Unshown(open.Fields())
	usage("made none")
	if err := oneMore(); err != nil {
		return err
	}
	kit.Try("open").Unshown(gadget.OpenSource("open"))
	kit.Try("create").Unshown(gadget.CreateSource("more", gadget.Events))
	kit.Try("get-field").Unshown(open.Field("pid"))
	kit.Try("add-field").Unshown(open.AddField("more", gadget.KindUint8))
	kit.Try("fields").Unshown(open.Fields())
	kit.Try("fields where there are none").Unshown(own.Fields())
	oneLess()
	kit.See("names", gadget.SourceNames())
	kit.Try("the field that was not added").Unshown(open.Field("more"))
	return oneMore()
}

func makePackets() error {
	own := sources[1]
	kit.Try("new-packet").Unshown(own.NewPacket(1))
	oneLess()
	packet, err := own.NewPacket(1)
	kit.Try("new-packet").Done(err)
	if err != nil {
		return err
	}
	usage("made")
	if err := packet.Emit(); err != nil {
		return err
	}
	usage("emitted")
	return oneMore()
}

func onPacket(packet *gadget.Packet) (gadget.Verdict, error) {
	usage("in on-packet")
	kit.Try("open").Unshown(gadget.OpenSource("open"))
	packet.Drop()
	usage("packet dropped")
	return gadget.Keep, nil
}

func oneMore() error {
	source, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	sources = append(sources, source)
	usage("one more")
	return nil
}

func oneLess() {
	last := len(sources) - 1
	sources[last].Raw().Drop()
	sources = sources[:last]
	usage("dropped")
}

func usage(label string) {
	usage := gadget.Handles()
	count := func(number uint32) string { return strconv.FormatUint(uint64(number), 10) }
	kit.See(label, kit.Word(
		count(usage.Open)+" open, "+count(usage.Peak)+" at most, limit "+count(usage.Limit)))
}
