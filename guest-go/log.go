package gadget

import "gadget-api/guest/internal/bindings/imports/gadget_api_logging"

// LogLevel is how important a line is.
type LogLevel uint8

// The levels, most urgent first.
const (
	LevelError LogLevel = iota
	LevelWarn
	LevelInfo
	LevelDebug
	LevelTrace
)

// Log writes one line for people. Lines longer than 8192 bytes are cut.
//
// fmt.Println and println work, too, and come out as `info` and `warn`; package fmt makes the component larger by a third.
func Log(level LogLevel, text string) {
	if LogEnabled(level) {
		gadget_api_logging.Log(uint8(level), validText(text))
	}
}

// LogEnabled reports whether lines of this level are seen by anybody. Ask before building a costly text.
func LogEnabled(level LogLevel) bool { return gadget_api_logging.Enabled(uint8(level)) }
