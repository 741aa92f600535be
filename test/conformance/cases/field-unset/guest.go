package guest

import (
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
		fields, err := open.Fields()
		if err != nil {
			return err
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			for _, field := range fields {
				isSet := func() string { return string(kit.Answer(field.Raw().IsSet(packet.Raw(), 0))) }
				unset := func(row uint32) string { return string(kit.Answer(field.Raw().Unset(packet.Raw(), row))) }
				kit.See(field.Name(), kit.Word(strings.Join([]string{isSet(), unset(0), unset(0), isSet()}, ", ")))
				kit.Try("is set").Value(field.IsSetColumn(packet))
				for _, accessor := range kit.Accessors {
					read := accessor.Get(field, packet, 0)
					if read == "wrong-kind" {
						continue
					}
					nothing := "0"
					if field.Kind() == gadget.KindText || field.Kind() == gadget.KindBytes {
						nothing = ""
					}
					answers := []string{string(read), string(accessor.Set(field, packet, 0, nothing)), isSet()}
					unset(0)
					if accessor.Column != nil {
						answers = append(answers, string(accessor.Column(field, packet)))
						answers = append(answers, string(accessor.SetColumn(field, packet, []string{nothing, nothing})), isSet())
						unset(0)
						unset(1)
					}
					kit.See(field.Name()+" as "+accessor.Name, kit.Word(strings.Join(answers, ", ")))
				}
			}
			return gadget.Keep, nil
		})
	}}
}
