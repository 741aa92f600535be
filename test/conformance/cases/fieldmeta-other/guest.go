package guest

import (
	"strconv"
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		list, err := open.Field("list")
		if err != nil {
			return err
		}
		describe(list)
		if gadget.ParamOr("role", "") == "second" {
			return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
				kit.Try("column").Value(list.IsSetColumn(packet))
				return gadget.Keep, nil
			})
		}
		kit.Try("tag").Done(list.AddTag("more"))
		kit.Try("note").Done(list.Annotate("description", "of lists"))
		kit.Try("add another").Unshown(open.AddField("another", gadget.KindOther))
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			var set []string
			for row := range uint32(5) {
				set = append(set, isSet(list, packet.Row(row)))
			}
			kit.See("is set", kit.Word(strings.Join(set, ", ")))
			kit.Try("column").Value(list.IsSetColumn(packet))
			kit.Try("unset").Done(list.Unset(packet.Row(0)))
			kit.Try("unset what is unset").Done(list.Unset(packet.Row(1)))
			kit.Try("unset of no row").Done(list.Unset(packet.Row(4)))
			if err := packet.Row(2).Discard(); err != nil {
				return gadget.Keep, err
			}
			appended, err := packet.Append(1)
			if err != nil {
				return gadget.Keep, err
			}
			kit.Try("appended").Value(list.IsSet(appended))
			return gadget.Keep, nil
		})
	}}
}

func describe(field *gadget.AnyField) {
	option := field.Raw().FixedSize()
	size := "none"
	if fixed, ok := option.Get(); ok {
		size = strconv.FormatUint(uint64(fixed), 10)
	}
	var notes []string
	for _, note := range field.Annotations() {
		notes = append(notes, note.Key+"="+note.Value)
	}
	kit.See(field.Name(), kit.Word(
		field.Kind().String()+", "+size+", "+quoted(field.Tags())+", "+quoted(notes)))
}

func quoted(texts []string) string {
	return "[\"" + strings.Join(texts, "\", \"") + "\"]"
}

func isSet(field *gadget.AnyField, row gadget.Row) string {
	set, err := field.IsSet(row)
	if err != nil {
		return kit.Code(err)
	}
	return strconv.FormatBool(set)
}
