package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		kit.See("limit", gadget.Handles().Limit)
		var sources []*gadget.Source
		var fields []*gadget.AnyField
		for len(sources) < 2048 {
			source, err := gadget.OpenSource("open")
			if err != nil {
				return err
			}
			field, err := source.Field("pid")
			if err != nil {
				return err
			}
			sources, fields = append(sources, source), append(fields, field)
		}
		kit.See("half are sources, half are fields", gadget.Handles().Open)
		kit.Try("open").Unshown(gadget.OpenSource("open"))
		kit.Try("get-field").Unshown(sources[0].Field("pid"))
		last := len(fields) - 1
		fields[last].Raw().Drop()
		fields = fields[:last]
		source, err := gadget.OpenSource("open")
		kit.Try("open after one was dropped").Unshown(source, err)
		kit.Try("open").Unshown(gadget.OpenSource("open"))
		kit.See("most at once", gadget.Handles().Peak)
		for _, each := range append(sources, source) {
			each.Raw().Drop()
		}
		for _, each := range fields {
			each.Raw().Drop()
		}
		kit.See("all dropped", gadget.Handles().Open)
		kit.See("most at once", gadget.Handles().Peak)
		return nil
	}}
}
