package guest

import (
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	second := gadget.ParamOr("role", "") == "second"
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			kit.See("names before", gadget.SourceNames())
			if !second {
				return initFirst()
			}
			open("the first's", "hidden by first")
			kit.Try("create the first's").Unshown(gadget.CreateSource("hidden by first", gadget.Events))
			if _, err := gadget.CreateSource("second's", gadget.Events); err != nil {
				return err
			}
			kit.See("names", gadget.SourceNames())
			return nil
		},
		Start: func() error {
			if !second {
				open("the second's", "second's")
				kit.See("names", gadget.SourceNames())
			}
			return nil
		},
	}
}

func initFirst() error {
	open("open", "open")
	open("state", "state")
	open("OPEN", "OPEN")
	open("of all but the last letter", "ope")
	open("no name", "")
	open("of 257 bytes", strings.Repeat("x", 257))
	open("the second's", "second's")
	own, err := gadget.CreateSource("hidden by first", gadget.Snapshots)
	if err != nil {
		return err
	}
	if err := own.SetHidden(true); err != nil {
		return err
	}
	kit.See("names", gadget.SourceNames())
	another, err := gadget.OpenSource("hidden by first")
	if err != nil {
		return err
	}
	open("its own", "hidden by first")
	another.Raw().Drop()
	open("after another handle was dropped", "hidden by first")
	return nil
}

func open(label, name string) {
	source, err := gadget.OpenSource(name)
	if err != nil {
		kit.Try(label).Done(err)
		return
	}
	kit.See(label, kit.Word("\""+source.Name()+"\" "+source.Delivery().String()))
}
