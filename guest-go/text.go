package gadget

import (
	"bytes"
	"unicode/utf8"
	"unsafe"
)

// textOf is stored text as a string, without a copy when it is UTF-8: the bytes must not change any more. In a field of fixed
// size it ends at the first NUL.
func textOf(stored []byte, fixed bool) string {
	if fixed {
		if end := bytes.IndexByte(stored, 0); end >= 0 {
			stored = stored[:end]
		}
	}
	if !utf8.Valid(stored) {
		return decode(stored)
	}
	return unsafe.String(unsafe.SliceData(stored), len(stored))
}

// decode reads U+FFFD for each longest part that is not UTF-8, as the host and the WHATWG decoder do. (Package utf8 makes
// one of every byte.)
func decode(stored []byte) string {
	text := make([]byte, 0, len(stored)+2*utf8.UTFMax)
	for len(stored) > 0 {
		char, size := utf8.DecodeRune(stored)
		if char == utf8.RuneError && size == 1 {
			size = brokenLength(stored)
		}
		text = utf8.AppendRune(text, char)
		stored = stored[size:]
	}
	return string(text)
}

// brokenLength is how many bytes look like the beginning of a character.
func brokenLength(stored []byte) int {
	low, high := byte(0x80), byte(0xBF)
	var rest int
	switch first := stored[0]; {
	case 0xC2 <= first && first <= 0xDF:
		rest = 1
	case 0xE0 <= first && first <= 0xEF:
		rest = 2
		if first == 0xE0 {
			low = 0xA0
		} else if first == 0xED {
			high = 0x9F
		}
	case 0xF0 <= first && first <= 0xF4:
		rest = 3
		if first == 0xF0 {
			low = 0x90
		} else if first == 0xF4 {
			high = 0x8F
		}
	}
	length := 1
	for length <= rest && length < len(stored) && low <= stored[length] && stored[length] <= high {
		length++
		low, high = 0x80, 0xBF
	}
	return length
}
