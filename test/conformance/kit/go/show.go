// Package kit is what the guests of all cases share.
package kit

import (
	"encoding/hex"
	"math"
	"strconv"
	"strings"
)

// Word is a word of the interface, such as a tag: shown without quotes.
type Word string

const (
	// longest is the size of texts and bytes above which only the size is shown.
	longest = 64
	// most is the length of lists above which the length, the first and the last are shown.
	most = 16
)

// Shown is a value as text, to be part of a line.
func Shown(value any) Word { return Word(show(value)) }

type named interface{ String() string }

// show is a value as text, the same in every language's kit; see ../README.md.
func show(value any) string {
	switch value := value.(type) {
	case nil:
		return "ok"
	case bool:
		return strconv.FormatBool(value)
	case int:
		return strconv.Itoa(value)
	case int32:
		return strconv.FormatInt(int64(value), 10)
	case int64:
		return strconv.FormatInt(value, 10)
	case uint32:
		return strconv.FormatUint(uint64(value), 10)
	case uint64:
		return strconv.FormatUint(value, 10)
	case float64:
		return float(value)
	case Word:
		return string(value)
	case string:
		return text(value)
	case []byte:
		return block(value)
	case []bool:
		return list(value)
	case []int32:
		return list(value)
	case []int64:
		return list(value)
	case []uint32:
		return list(value)
	case []uint64:
		return list(value)
	case []float64:
		return list(value)
	case []string:
		return list(value)
	case [][]byte:
		return list(value)
	case []any:
		return list(value)
	case named:
		return value.String()
	}
	panic("the kit can't show this")
}

// float is a whole number as such; all others by their bits, as languages write them differently.
func float(value float64) string {
	switch {
	case math.IsNaN(value):
		return "nan"
	case math.IsInf(value, 1):
		return "inf"
	case math.IsInf(value, -1):
		return "-inf"
	case value == 0 && math.Signbit(value):
		return "-0"
	case value == math.Trunc(value) && math.Abs(value) < 1<<53:
		return strconv.FormatInt(int64(value), 10)
	}
	bits := strconv.FormatUint(math.Float64bits(value), 16)
	return "0x" + strings.Repeat("0", 16-len(bits)) + bits
}

func text(value string) string {
	if len(value) > longest {
		return "text of " + strconv.Itoa(len(value)) + " bytes"
	}
	var shown strings.Builder
	for _, char := range value {
		switch {
		case char == '"' || char == '\\':
			shown.WriteString("\\" + string(char))
		case char < 0x20:
			shown.WriteString("\\x" + hex.EncodeToString([]byte{byte(char)}))
		default:
			shown.WriteRune(char)
		}
	}
	return "\"" + shown.String() + "\""
}

func block(value []byte) string {
	if len(value) > longest {
		return strconv.Itoa(len(value)) + " bytes"
	}
	return "x'" + hex.EncodeToString(value) + "'"
}

func list[T any](values []T) string {
	if len(values) > most {
		return strconv.Itoa(len(values)) + " values from " + show(values[0]) + " to " + show(values[len(values)-1])
	}
	shown := make([]string, len(values))
	for index, value := range values {
		shown[index] = show(value)
	}
	return "[" + strings.Join(shown, ", ") + "]"
}
