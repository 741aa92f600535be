package gadget

import (
	"runtime"
	"strconv"
	"strings"
)

// panicLines is how many functions of the gadget are named in the text of a panic.
const panicLines = 4

// panicError is what the host is told about a panic: its text, and where it happened. To be called by the deferred function
// that recovered it.
func panicError(value any) *Error {
	var text strings.Builder
	text.WriteString("panic: ")
	text.WriteString(panicText(value))
	var callers [32]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(0, callers[:])])
	lines, panicked := 0, false
	for lines < panicLines {
		frame, more := frames.Next()
		switch {
		case strings.HasPrefix(frame.Function, "runtime."):
			panicked = panicked || frame.Function == "runtime.gopanic"
		case panicked && !strings.HasPrefix(frame.Function, "gadget-api/guest."):
			text.WriteString("\n    at " + frame.Function + " (" + frame.File + ":" + strconv.Itoa(frame.Line) + ")")
			lines++
		}
		if !more {
			lines = panicLines
		}
	}
	return &Error{CodeOther, text.String()}
}

func panicText(value any) string {
	switch value := value.(type) {
	case error:
		return value.Error()
	case interface{ String() string }:
		return value.String()
	case string:
		return value
	case int:
		return strconv.Itoa(value)
	}
	return "a value that is neither an error nor text"
}
