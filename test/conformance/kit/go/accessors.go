package kit

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/internal/bindings/imports/gadget_api_1_0_0_field"
	"gadget-api/guest/internal/wit/types"
)

// Accessor is one of the interface, for any field, whatever its kind: `get-u32`, `set-u32`, `column-u32`,
// `set-column-u32`. Each function answers what is to be shown.
type Accessor struct {
	// Name is `bool`, `s32` …
	Name string
	Get  func(field *gadget.AnyField, packet *gadget.Packet, row uint32) Word
	// SetOne sets 1, true, "1" or the byte of "1".
	SetOne func(field *gadget.AnyField, packet *gadget.Packet, row uint32) Word
	// Column is nil for booleans: no column of them is there.
	Column func(field *gadget.AnyField, packet *gadget.Packet) Word
	// SetColumnOfOnes does as SetOne in every row.
	SetColumnOfOnes func(field *gadget.AnyField, packet *gadget.Packet) Word
}

type (
	rawField  = gadget_api_1_0_0_field.Field
	rawPacket = gadget_api_1_0_0_field.Packet
	rawError  = gadget_api_1_0_0_field.ApiError
)

func answer[T any](result types.Result[T, rawError]) Word {
	if result.Tag() == types.ResultErr {
		failure := result.Err()
		return Word(gadget.ErrorCode(failure.Tag()).String())
	}
	value := any(result.Ok())
	if _, ok := value.(types.Unit); ok {
		value = nil
	}
	return Word(show(value))
}

func accessor[T any](
	name string,
	one T,
	get func(*rawField, *rawPacket, uint32) types.Result[T, rawError],
	set func(*rawField, *rawPacket, uint32, T) types.Result[types.Unit, rawError],
	column func(*rawField, *rawPacket) types.Result[[]T, rawError],
	setColumn func(*rawField, *rawPacket, []T) types.Result[types.Unit, rawError],
) Accessor {
	made := Accessor{
		Name: name,
		Get: func(field *gadget.AnyField, packet *gadget.Packet, row uint32) Word {
			return answer(get(field.Raw(), packet.Raw(), row))
		},
		SetOne: func(field *gadget.AnyField, packet *gadget.Packet, row uint32) Word {
			return answer(set(field.Raw(), packet.Raw(), row, one))
		},
	}
	if column != nil {
		made.Column = func(field *gadget.AnyField, packet *gadget.Packet) Word {
			return answer(column(field.Raw(), packet.Raw()))
		}
		made.SetColumnOfOnes = func(field *gadget.AnyField, packet *gadget.Packet) Word {
			ones := make([]T, packet.Len())
			for index := range ones {
				ones[index] = one
			}
			return answer(setColumn(field.Raw(), packet.Raw(), ones))
		}
	}
	return made
}

// Accessors are all of them, in the order of the interface.
var Accessors = []Accessor{
	accessor("bool", true, (*rawField).GetBool, (*rawField).SetBool, nil, nil),
	accessor("s32", 1, (*rawField).GetS32, (*rawField).SetS32, (*rawField).ColumnS32, (*rawField).SetColumnS32),
	accessor("u32", 1, (*rawField).GetU32, (*rawField).SetU32, (*rawField).ColumnU32, (*rawField).SetColumnU32),
	accessor("s64", 1, (*rawField).GetS64, (*rawField).SetS64, (*rawField).ColumnS64, (*rawField).SetColumnS64),
	accessor("u64", 1, (*rawField).GetU64, (*rawField).SetU64, (*rawField).ColumnU64, (*rawField).SetColumnU64),
	accessor("f64", 1, (*rawField).GetF64, (*rawField).SetF64, (*rawField).ColumnF64, (*rawField).SetColumnF64),
	accessor("text", "1", (*rawField).GetText, (*rawField).SetText, (*rawField).ColumnText, (*rawField).SetColumnText),
	accessor("bytes", []byte("1"), (*rawField).GetBytes, (*rawField).SetBytes, columnOfBytes, setColumnOfBytes),
}

func columnOfBytes(field *rawField, packet *rawPacket) types.Result[[][]byte, rawError] {
	result := field.ColumnPacked(packet)
	if result.Tag() == types.ResultErr {
		return types.Err[[][]byte](result.Err())
	}
	packed := gadget.Packed(result.Ok())
	values := make([][]byte, packed.Len())
	for row, value := range packed.Values() {
		values[row] = value
	}
	return types.Ok[[][]byte, rawError](values)
}

func setColumnOfBytes(field *rawField, packet *rawPacket, values [][]byte) types.Result[types.Unit, rawError] {
	var packed gadget.Packed
	for _, value := range values {
		packed.Append(value)
	}
	return field.SetColumnPacked(packet, gadget_api_1_0_0_field.Packed(packed))
}
