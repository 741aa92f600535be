package guest

import (
	"strconv"
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		own, err := gadget.CreateSource("own", gadget.Events)
		if err != nil {
			return err
		}
		kit.See("name", own.Name())
		kit.See("delivery", own.Delivery())
		state, err := gadget.CreateSource("state", gadget.Snapshots)
		if err != nil {
			return err
		}
		kit.See("delivery of the other", state.Delivery())
		create("empty", "")
		create("the host's", "open")
		create("again", "own")
		kit.Try("again, as snapshots").Unshown(gadget.CreateSource("own", gadget.Snapshots))
		kit.Try("a meaning without a word").Unshown(gadget.CreateSource("wordless", gadget.OtherDelivery))
		create("in other letters", "Own")
		create("any text", " a.b\\ \x00\n🦀")
		create("256 bytes", strings.Repeat("ü", 128))
		create("256 bytes again", strings.Repeat("ü", 128))
		create("257 bytes", strings.Repeat("x", 257))
		create("258 bytes in 129 characters", strings.Repeat("ü", 129))
		kit.See("names", gadget.SourceNames())
		for made := len(gadget.SourceNames()); made < 64; made++ {
			if _, err := gadget.CreateSource("filler "+strconv.Itoa(made), gadget.Events); err != nil {
				return err
			}
		}
		kit.See("sources", len(gadget.SourceNames()))
		create("one more", "more")
		kit.See("names of all", gadget.SourceNames())
		return nil
	}}
}

func create(label, name string) {
	kit.Try(label).Unshown(gadget.CreateSource(name, gadget.Events))
}
