package kit

import (
	"errors"
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/internal/bindings/imports/gadget_api_field"
	"gadget-api/guest/internal/wit/types"
)

// Accessor is one of the interface, for any field, whatever its kind: `get-u32`, `set-u32`, `column-u32`,
// `set-column-u32`. What is written is said by a text: `-1`, `1.5`, `nan`; for booleans `0` or `1`; for text and bytes the
// text itself. Each function answers what is to be shown.
type Accessor struct {
	// Name is `bool`, `s32` …
	Name string
	// Takes reports whether what the text says can be given to it at all: `-1` not to `u32`.
	Takes func(text string) bool
	Get   func(field *gadget.AnyField, packet Packet, row uint32) Word
	Set   func(field *gadget.AnyField, packet Packet, row uint32, text string) Word
	// Column is nil for booleans: no column of them is there.
	Column    func(field *gadget.AnyField, packet Packet) Word
	SetColumn func(field *gadget.AnyField, packet Packet, texts []string) Word
}

// Packet is one of the SDK, or a [Kept] one.
type Packet interface{ Raw() *rawPacket }

type (
	rawField  = gadget_api_field.Field
	rawPacket = gadget_api_field.Packet
	rawError  = gadget_api_field.ApiError
)

// Answer is what the generated bindings answered, as it is to be shown.
func Answer[T any](result types.Result[T, rawError]) Word {
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
	parse func(text string) (T, error),
	get func(*rawField, *rawPacket, uint32) types.Result[T, rawError],
	set func(*rawField, *rawPacket, uint32, T) types.Result[types.Unit, rawError],
	column func(*rawField, *rawPacket) types.Result[[]T, rawError],
	setColumn func(*rawField, *rawPacket, []T) types.Result[types.Unit, rawError],
) Accessor {
	given := func(text string) T {
		value, err := parse(text)
		if err != nil {
			panic(err)
		}
		return value
	}
	made := Accessor{
		Name: name,
		Takes: func(text string) bool {
			_, err := parse(text)
			return err == nil
		},
		Get: func(field *gadget.AnyField, packet Packet, row uint32) Word {
			return Answer(get(field.Raw(), packet.Raw(), row))
		},
		Set: func(field *gadget.AnyField, packet Packet, row uint32, text string) Word {
			return Answer(set(field.Raw(), packet.Raw(), row, given(text)))
		},
	}
	if column != nil {
		made.Column = func(field *gadget.AnyField, packet Packet) Word {
			return Answer(column(field.Raw(), packet.Raw()))
		}
		made.SetColumn = func(field *gadget.AnyField, packet Packet, texts []string) Word {
			values := make([]T, len(texts))
			for index, text := range texts {
				values[index] = given(text)
			}
			return Answer(setColumn(field.Raw(), packet.Raw(), values))
		}
	}
	return made
}

// Accessors are all of them, in the order of the interface.
var Accessors = []Accessor{
	accessor("bool", truth, (*rawField).GetBool, (*rawField).SetBool, nil, nil),
	accessor("s32", signed[int32](32),
		(*rawField).GetS32, (*rawField).SetS32, (*rawField).ColumnS32, (*rawField).SetColumnS32),
	accessor("u32", unsigned[uint32](32),
		(*rawField).GetU32, (*rawField).SetU32, (*rawField).ColumnU32, (*rawField).SetColumnU32),
	accessor("s64", signed[int64](64),
		(*rawField).GetS64, (*rawField).SetS64, (*rawField).ColumnS64, (*rawField).SetColumnS64),
	accessor("u64", unsigned[uint64](64),
		(*rawField).GetU64, (*rawField).SetU64, (*rawField).ColumnU64, (*rawField).SetColumnU64),
	accessor("f64", floating,
		(*rawField).GetF64, (*rawField).SetF64, (*rawField).ColumnF64, (*rawField).SetColumnF64),
	accessor("text", func(text string) (string, error) { return text, nil },
		(*rawField).GetText, (*rawField).SetText, (*rawField).ColumnText, (*rawField).SetColumnText),
	accessor("bytes", func(text string) ([]byte, error) { return []byte(text), nil },
		(*rawField).GetBytes, (*rawField).SetBytes, columnOfBytes, setColumnOfBytes),
}

// AccessorOf is the accessor of this name.
func AccessorOf(name string) Accessor {
	for _, accessor := range Accessors {
		if accessor.Name == name {
			return accessor
		}
	}
	panic("there is no accessor " + name)
}

func truth(text string) (bool, error) {
	if text != "0" && text != "1" {
		return false, errors.New("a boolean is 0 or 1")
	}
	return text == "1", nil
}

func signed[T int32 | int64](bits int) func(string) (T, error) {
	return func(text string) (T, error) {
		value, err := strconv.ParseInt(text, 10, bits)
		return T(value), err
	}
}

func unsigned[T uint32 | uint64](bits int) func(string) (T, error) {
	return func(text string) (T, error) {
		value, err := strconv.ParseUint(text, 10, bits)
		return T(value), err
	}
}

func floating(text string) (float64, error) { return strconv.ParseFloat(text, 64) }

func columnOfBytes(field *rawField, packet *rawPacket) types.Result[[][]byte, rawError] {
	result := field.ColumnPacked(packet)
	if result.Tag() == types.ResultErr {
		return types.Err[[][]byte](result.Err())
	}
	return types.Ok[[][]byte, rawError](valuesOf(gadget.Packed(result.Ok())))
}

func setColumnOfBytes(field *rawField, packet *rawPacket, values [][]byte) types.Result[types.Unit, rawError] {
	return field.SetColumnPacked(packet, packedOf(values))
}
