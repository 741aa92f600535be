package kit

import (
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/internal/bindings/imports/gadget_api_field"
	"gadget-api/guest/internal/bindings/imports/gadget_api_lists"
	"gadget-api/guest/internal/wit/types"
)

// ListAccessor is one of the interface's for lists, for any field, whatever its kind: `get-u32`, `set-u32`, `column-u32`,
// `set-column-u32`. What is written is said by a text for each element. Each function answers what is to be shown.
type ListAccessor struct {
	// Name is `s32`, `u32` … `packed`.
	Name string
	// Takes reports whether what the texts say can be given to it at all.
	Takes     func(list []string) bool
	Get       func(field *gadget.AnyField, packet Packet, row uint32) Word
	Set       func(field *gadget.AnyField, packet Packet, row uint32, list []string) Word
	Column    func(field *gadget.AnyField, packet Packet) Word
	SetColumn func(field *gadget.AnyField, packet Packet, lists [][]string) Word
}

// ListAccessors are all of them, in the order of the interface.
var ListAccessors = []ListAccessor{
	listAccessor("s32", signed[int32](32), gadget_api_lists.GetS32, gadget_api_lists.SetS32,
		gadget_api_lists.ColumnS32, gadget_api_lists.SetColumnS32),
	listAccessor("u32", unsigned[uint32](32), gadget_api_lists.GetU32, gadget_api_lists.SetU32,
		gadget_api_lists.ColumnU32, gadget_api_lists.SetColumnU32),
	listAccessor("s64", signed[int64](64), gadget_api_lists.GetS64, gadget_api_lists.SetS64,
		gadget_api_lists.ColumnS64, gadget_api_lists.SetColumnS64),
	listAccessor("u64", unsigned[uint64](64), gadget_api_lists.GetU64, gadget_api_lists.SetU64,
		gadget_api_lists.ColumnU64, gadget_api_lists.SetColumnU64),
	listAccessor("f64", floating, gadget_api_lists.GetF64, gadget_api_lists.SetF64,
		gadget_api_lists.ColumnF64, gadget_api_lists.SetColumnF64),
	listAccessor("text", func(text string) (string, error) { return text, nil }, gadget_api_lists.GetText,
		gadget_api_lists.SetText, gadget_api_lists.ColumnText, gadget_api_lists.SetColumnText),
	listAccessor("packed", func(text string) ([]byte, error) { return []byte(text), nil }, getPacked, setPacked,
		columnPacked, setColumnPacked),
}

// ListAccessorOf is the accessor of this name.
func ListAccessorOf(name string) ListAccessor {
	for _, accessor := range ListAccessors {
		if accessor.Name == name {
			return accessor
		}
	}
	panic("there is no accessor of lists " + name)
}

// ListCalls is how every function of lists ends for this field. What is written is said by texts: the first list for the row,
// all for the column.
func ListCalls(accessor ListAccessor, field *gadget.AnyField, packet Packet, row uint32, lists ...[]string) Word {
	var first []string
	if len(lists) > 0 {
		first = lists[0]
	}
	made := []string{
		"get " + string(accessor.Get(field, packet, row)),
		"set " + string(accessor.Set(field, packet, row, first)),
		"column " + string(accessor.Column(field, packet)),
		"set-column " + string(accessor.SetColumn(field, packet, lists)),
	}
	return Word(strings.Join(made, ", "))
}

func listAccessor[T any, L interface {
	~struct {
		Ends   []uint32
		Values []T
	}
}](
	name string,
	parse func(text string) (T, error),
	get func(*rawField, *rawPacket, uint32) types.Result[[]T, rawError],
	set func(*rawField, *rawPacket, uint32, []T) types.Result[types.Unit, rawError],
	column func(*rawField, *rawPacket) types.Result[L, rawError],
	setColumn func(*rawField, *rawPacket, L) types.Result[types.Unit, rawError],
) ListAccessor {
	given := func(list []string) []T {
		values := make([]T, len(list))
		for index, text := range list {
			value, err := parse(text)
			if err != nil {
				panic(err)
			}
			values[index] = value
		}
		return values
	}
	return ListAccessor{
		Name: name,
		Takes: func(list []string) bool {
			for _, text := range list {
				if _, err := parse(text); err != nil {
					return false
				}
			}
			return true
		},
		Get: func(field *gadget.AnyField, packet Packet, row uint32) Word {
			return Answer(get(field.Raw(), packet.Raw(), row))
		},
		Set: func(field *gadget.AnyField, packet Packet, row uint32, list []string) Word {
			return Answer(set(field.Raw(), packet.Raw(), row, given(list)))
		},
		Column: func(field *gadget.AnyField, packet Packet) Word {
			result := column(field.Raw(), packet.Raw())
			if result.Tag() == types.ResultErr {
				return Answer(result)
			}
			return Lists(gadget.Lists[T](result.Ok()))
		},
		SetColumn: func(field *gadget.AnyField, packet Packet, lists [][]string) Word {
			var all gadget.Lists[T]
			for _, list := range lists {
				all.Append(given(list))
			}
			return Answer(setColumn(field.Raw(), packet.Raw(), L(all)))
		},
	}
}

// Lists is a column of lists, as it is to be shown.
func Lists[T any](lists gadget.Lists[T]) Word {
	shown := make([]any, 0, lists.Len())
	for _, list := range lists.All() {
		shown = append(shown, list)
	}
	return Shown(shown)
}

func getPacked(field *rawField, packet *rawPacket, row uint32) types.Result[[][]byte, rawError] {
	result := gadget_api_lists.GetPacked(field, packet, row)
	if result.Tag() == types.ResultErr {
		return types.Err[[][]byte](result.Err())
	}
	return types.Ok[[][]byte, rawError](valuesOf(gadget.Packed(result.Ok())))
}

func setPacked(field *rawField, packet *rawPacket, row uint32, list [][]byte) types.Result[types.Unit, rawError] {
	return gadget_api_lists.SetPacked(field, packet, row, packedOf(list))
}

func columnPacked(field *rawField, packet *rawPacket) types.Result[gadget.Lists[[]byte], rawError] {
	result := gadget_api_lists.ColumnPacked(field, packet)
	if result.Tag() == types.ResultErr {
		return types.Err[gadget.Lists[[]byte]](result.Err())
	}
	lists := result.Ok()
	return types.Ok[gadget.Lists[[]byte], rawError](
		gadget.Lists[[]byte]{Ends: lists.Ends, Values: valuesOf(gadget.Packed(lists.Values))})
}

func setColumnPacked(field *rawField, packet *rawPacket, lists gadget.Lists[[]byte]) types.Result[types.Unit, rawError] {
	return gadget_api_lists.SetColumnPacked(field, packet,
		gadget_api_lists.PackedLists{Ends: lists.Ends, Values: packedOf(lists.Values)})
}

func valuesOf(packed gadget.Packed) [][]byte {
	values := make([][]byte, packed.Len())
	for index, value := range packed.Values() {
		values[index] = value
	}
	return values
}

func packedOf(values [][]byte) gadget_api_field.Packed {
	var packed gadget.Packed
	for _, value := range values {
		packed.Append(value)
	}
	return gadget_api_field.Packed(packed)
}
