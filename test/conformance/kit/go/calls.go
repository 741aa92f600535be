package kit

import (
	"strings"

	gadget "gadget-api/guest"
)

// Calls is how every function that takes a packet ends for this field: those of one row, those of the accessor's column if
// it has one. What is written is said by texts: the first for the row, all for the column.
func Calls(accessor Accessor, field *gadget.AnyField, packet Packet, row uint32, texts []string) Word {
	first := "1"
	if len(texts) > 0 {
		first = texts[0]
	}
	made := []string{
		"get " + string(accessor.Get(field, packet, row)),
		"set " + string(accessor.Set(field, packet, row, first)),
		"is-set " + string(Answer(field.Raw().IsSet(packet.Raw(), row))),
		"unset " + string(Answer(field.Raw().Unset(packet.Raw(), row))),
		"column-is-set " + string(Answer(field.Raw().ColumnIsSet(packet.Raw()))),
	}
	if accessor.Column != nil {
		made = append(made,
			"column "+string(accessor.Column(field, packet)),
			"set-column "+string(accessor.SetColumn(field, packet, texts)))
	}
	return Word(strings.Join(made, ", "))
}
